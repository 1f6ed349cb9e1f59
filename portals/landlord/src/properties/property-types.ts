import type { PropertyType } from './gql/graphql';

/** Every type of property, in the order of the schema; the compiler says when one is missing. */
export const PROPERTY_TYPES = Object.keys({
  ARTISTS: true,
  COMMERCIAL: true,
  INCLUSIONARY: true,
  INTERGENERATIONAL: true,
  MIXED_USE: true,
  MULTIFAMILY: true,
  OTHER: true,
  PARKING: true,
  PEOPLE_WITH_DISABILITIES: true,
  SENIOR: true,
  SINGLE_FAMILY: true,
  SINGLE_ROOM_OCCUPANCY: true,
  STUDENT: true,
  SUPPORTIVE_HOUSING: true,
  VETERANS: true,
} satisfies Record<PropertyType, true>) as PropertyType[];
