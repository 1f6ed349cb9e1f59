import { UnitCategory } from '../unit/unit-category.js';
import type { BuildingCounts, PropertyCounts, UnitCounts } from './portfolio.loader.js';

/** What an office should look at, most general first. */
export enum PortfolioAttentionKind {
  PROPERTY_WITHOUT_COORDINATES = 'PROPERTY_WITHOUT_COORDINATES',
  PROPERTY_WITHOUT_UNITS = 'PROPERTY_WITHOUT_UNITS',
  BUILDING_WITHOUT_UNITS = 'BUILDING_WITHOUT_UNITS',
  HOME_WITHOUT_BEDROOMS = 'HOME_WITHOUT_BEDROOMS',
  UNIT_WITHOUT_AREA = 'UNIT_WITHOUT_AREA',
}

const HOMES = new Set<string>([UnitCategory.APARTMENT, UnitCategory.HOUSE]);

/** How often there is something to look at; what there is none of is left out. */
export function attentionOf(
  properties: readonly PropertyCounts[],
  buildings: readonly BuildingCounts[],
  units: readonly UnitCounts[],
): { kind: PortfolioAttentionKind; count: number }[] {
  const homes = units.filter(({ category }) => HOMES.has(category));
  const counts: Record<PortfolioAttentionKind, number> = {
    PROPERTY_WITHOUT_COORDINATES: total(properties.map((row) => row.withoutCoordinates)),
    PROPERTY_WITHOUT_UNITS: total(properties.map((row) => row.withoutUnits)),
    BUILDING_WITHOUT_UNITS: total(buildings.map((row) => row.withoutUnits)),
    HOME_WITHOUT_BEDROOMS: total(homes.map((row) => row.withoutBedrooms)),
    UNIT_WITHOUT_AREA: total(units.map((row) => row.withoutArea)),
  };
  return Object.values(PortfolioAttentionKind)
    .map((kind) => ({ kind, count: counts[kind] }))
    .filter(({ count }) => count > 0);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
