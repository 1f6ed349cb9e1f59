import { parseAsString } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE, isRetired, listAddress, wordsOf } from '@/shared/list/list-address';
import type { ApiClientListQueryVariables, ApiClientSortField } from '../gql/graphql';

const SORT_FIELDS: readonly ApiClientSortField[] = ['NAME', 'CREATED_AT'];

/** What the page of API clients keeps in its address; `client` is the one that is opened. */
export const apiClientListAddress = {
  ...listAddress(SORT_FIELDS, { field: 'NAME', direction: 'ASC' }),
  client: parseAsString,
};

export function apiClientListVariables(
  address: inferParserType<typeof apiClientListAddress>,
): ApiClientListQueryVariables {
  return {
    // A client is never retired, it is revoked.
    filter: { search: wordsOf(address.q), isRevoked: isRetired(address.show) },
    sort: address.sort,
    first: PAGE_SIZE,
  };
}
