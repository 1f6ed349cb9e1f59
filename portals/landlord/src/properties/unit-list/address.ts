import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE, isRetired, listAddress, wordsOf } from '@/shared/list/list-address';
import type { UnitListQueryVariables, UnitSortField } from '../gql/graphql';
import { UNIT_CATEGORIES } from '../unit-categories';

const SORT_FIELDS = Object.keys({
  CODE: true,
  PROPERTY: true,
  CATEGORY: true,
  BEDROOMS: true,
  AREA: true,
  FLOOR: true,
  CREATED_AT: true,
  UPDATED_AT: true,
} satisfies Record<UnitSortField, true>) as UnitSortField[];

export const KNOWLEDGES = ['known', 'unknown'] as const;
/** Whether a fact of a unit must be known or missing. */
export type Knowledge = (typeof KNOWLEDGES)[number];

export const PLACES = ['inside', 'outside'] as const;
/** Whether a unit lies in a building. */
export type Place = (typeof PLACES)[number];

/** What the list of units keeps in its address. */
export const unitListAddress = {
  ...listAddress(SORT_FIELDS, { field: 'PROPERTY', direction: 'ASC' }),
  categories: parseAsArrayOf(parseAsStringLiteral(UNIT_CATEGORIES)).withDefault([]),
  companies: parseAsArrayOf(parseAsString).withDefault([]),
  property: parseAsString,
  building: parseAsString,
  minBedrooms: parseAsInteger,
  maxBedrooms: parseAsInteger,
  area: parseAsStringLiteral(KNOWLEDGES),
  bedrooms: parseAsStringLiteral(KNOWLEDGES),
  entrance: parseAsStringLiteral(KNOWLEDGES),
  place: parseAsStringLiteral(PLACES),
};

export type UnitListAddress = inferParserType<typeof unitListAddress>;

/** The address without any filter; for "clear filters". */
export const NO_UNIT_FILTERS = {
  q: null,
  show: null,
  categories: null,
  companies: null,
  property: null,
  building: null,
  minBedrooms: null,
  maxBedrooms: null,
  area: null,
  bedrooms: null,
  entrance: null,
  place: null,
} as const;

/** How many filters narrow the list, beside words. */
export function unitFilterCount(address: UnitListAddress): number {
  return [
    address.show !== 'live',
    address.categories.length > 0,
    address.companies.length > 0,
    address.property !== null,
    address.building !== null,
    address.minBedrooms !== null || address.maxBedrooms !== null,
    address.area !== null,
    address.bedrooms !== null,
    address.entrance !== null,
    address.place !== null,
  ].filter(Boolean).length;
}

function isKnown(knowledge: Knowledge | null): boolean | undefined {
  return knowledge ? knowledge === 'known' : undefined;
}

export function unitListVariables(address: UnitListAddress): UnitListQueryVariables {
  const { categories, companies, property, building } = address;
  return {
    filter: {
      search: wordsOf(address.q),
      isRetired: isRetired(address.show),
      categories: categories.length > 0 ? categories : undefined,
      companyIds: companies.length > 0 ? companies : undefined,
      propertyId: property ?? undefined,
      buildingId: building ?? undefined,
      minBedrooms: address.minBedrooms ?? undefined,
      maxBedrooms: address.maxBedrooms ?? undefined,
      hasArea: isKnown(address.area),
      hasBedrooms: isKnown(address.bedrooms),
      hasEntrance: isKnown(address.entrance),
      isOutsideBuildings: address.place ? address.place === 'outside' : undefined,
    },
    sort: address.sort,
    first: PAGE_SIZE,
    // The names of what is filtered by come with the list.
    property: property ?? '',
    withProperty: property !== null,
    building: building ?? '',
    withBuilding: building !== null,
  };
}
