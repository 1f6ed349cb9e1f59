import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE, isRetired, listAddress, wordsOf } from '@/shared/list/list-address';
import type { BuildingListQueryVariables, BuildingSortField } from '../gql/graphql';
import { HAVINGS, isHaving } from '@/shared/filters/having';

const SORT_FIELDS = Object.keys({
  CODE: true,
  NAME: true,
  CREATED_AT: true,
  UPDATED_AT: true,
} satisfies Record<BuildingSortField, true>) as BuildingSortField[];

/** What the list of buildings keeps in its address. */
export const buildingListAddress = {
  ...listAddress(SORT_FIELDS, { field: 'CODE', direction: 'ASC' }),
  companies: parseAsArrayOf(parseAsString).withDefault([]),
  property: parseAsString,
  units: parseAsStringLiteral(HAVINGS),
};

export type BuildingListAddress = inferParserType<typeof buildingListAddress>;

/** The address without any filter; for "clear filters". */
export const NO_BUILDING_FILTERS = {
  q: null,
  show: null,
  companies: null,
  property: null,
  units: null,
} as const;

/** How many filters narrow the list, beside words. */
export function buildingFilterCount(address: BuildingListAddress): number {
  return [
    address.show !== 'live',
    address.companies.length > 0,
    address.property !== null,
    address.units !== null,
  ].filter(Boolean).length;
}

export function buildingListVariables(address: BuildingListAddress): BuildingListQueryVariables {
  const { companies, property } = address;
  return {
    filter: {
      search: wordsOf(address.q),
      companyIds: companies.length > 0 ? companies : undefined,
      propertyId: property ?? undefined,
      hasUnits: isHaving(address.units),
      isRetired: isRetired(address.show),
    },
    sort: address.sort,
    first: PAGE_SIZE,
    // The name of the property that is filtered by comes with the list.
    property: property ?? '',
    withProperty: property !== null,
  };
}
