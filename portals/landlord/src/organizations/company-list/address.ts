import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE, isRetired, listAddress, wordsOf } from '@/shared/list/list-address';
import type { CompanyListQueryVariables, CompanySortField } from '../gql/graphql';

const SORT_FIELDS: readonly CompanySortField[] = ['NAME', 'CODE', 'CREATED_AT'];

/** What the list of companies keeps in its address. */
export const companyListAddress = listAddress(SORT_FIELDS, { field: 'NAME', direction: 'ASC' });

export function companyListVariables(
  address: inferParserType<typeof companyListAddress>,
): CompanyListQueryVariables {
  return {
    filter: { search: wordsOf(address.q), isRetired: isRetired(address.show) },
    sort: address.sort,
    first: PAGE_SIZE,
  };
}
