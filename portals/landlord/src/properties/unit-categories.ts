import type { UnitCategory } from './gql/graphql';

/** Every category of unit, the most frequent first; the compiler says when one is missing. */
export const UNIT_CATEGORIES = Object.keys({
  APARTMENT: true,
  HOUSE: true,
  COMMERCIAL: true,
  PARKING: true,
  OTHER: true,
} satisfies Record<UnitCategory, true>) as UnitCategory[];
