import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE, isRetired, listAddress, wordsOf } from '@/shared/list/list-address';
import { PROPERTY_TYPES } from '../property-types';
import type { PropertyListQueryVariables, PropertySortField } from '../gql/graphql';

const SORT_FIELDS: readonly PropertySortField[] = [
  'NAME',
  'CODE',
  'CITY',
  'COMPANY',
  'UNIT_COUNT',
  'CREATED_AT',
  'UPDATED_AT',
];

/** What the list of properties keeps in its address. */
export const propertyListAddress = {
  ...listAddress(SORT_FIELDS, { field: 'NAME', direction: 'ASC' }),
  types: parseAsArrayOf(parseAsStringLiteral(PROPERTY_TYPES)).withDefault([]),
  companies: parseAsArrayOf(parseAsString).withDefault([]),
};

export function propertyListVariables(
  address: inferParserType<typeof propertyListAddress>,
): PropertyListQueryVariables {
  return {
    filter: {
      search: wordsOf(address.q),
      types: address.types.length > 0 ? address.types : undefined,
      companyIds: address.companies.length > 0 ? address.companies : undefined,
      isRetired: isRetired(address.show),
    },
    sort: address.sort,
    first: PAGE_SIZE,
  };
}
