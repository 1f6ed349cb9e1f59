import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE, isRetired, listAddress, wordsOf } from '@/shared/list/list-address';
import { HAVINGS, isHaving } from '@/shared/filters/having';
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
  coordinates: parseAsStringLiteral(HAVINGS),
  units: parseAsStringLiteral(HAVINGS),
};

export type PropertyListAddress = inferParserType<typeof propertyListAddress>;

/** The address without any filter; for "clear filters". */
export const NO_PROPERTY_FILTERS = {
  q: null,
  show: null,
  types: null,
  companies: null,
  coordinates: null,
  units: null,
} as const;

/** How many filters narrow the list, beside words. */
export function propertyFilterCount(address: PropertyListAddress): number {
  return [
    address.show !== 'live',
    address.types.length > 0,
    address.companies.length > 0,
    address.coordinates !== null,
    address.units !== null,
  ].filter(Boolean).length;
}

export function propertyListVariables(address: PropertyListAddress): PropertyListQueryVariables {
  return {
    filter: {
      search: wordsOf(address.q),
      types: address.types.length > 0 ? address.types : undefined,
      companyIds: address.companies.length > 0 ? address.companies : undefined,
      isRetired: isRetired(address.show),
      hasCoordinates: isHaving(address.coordinates),
      hasUnits: isHaving(address.units),
    },
    sort: address.sort,
    first: PAGE_SIZE,
  };
}
