import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { keysetPage, type Sort } from '@propertea/chassis/store';
import {
  comparable,
  oneOf,
  oneOfIds,
  presence,
  retirement,
  sqlCondition,
} from '../list/conditions.js';
import { buildingsByWord, propertiesByWord } from '../list/id-sets.js';
import type { ListArguments } from '../list/nested-connections.js';
import { unitReadings } from '../list/reference.js';
import { type Searchable, searched } from '../list/search.js';
import { withinReach } from '../reach.js';
import { Unit } from './unit.entity.js';
import type { UnitFilter } from './unit.type.js';

export const unitsByCode = { field: 'code', direction: 'ASC' } as const;

/** Properties by which the values of UnitSortField sort, where they have another name. */
export const unitSorts = { AREA: 'areaSquareDecimetres', PROPERTY: 'byProperty' } as const;

/** The units within the caller's reach that the filter lets through. */
export async function unitConditions(
  context: RoomContext,
  filter: UnitFilter | null | undefined,
): Promise<FilterQuery<Unit>> {
  const { companyIds, propertyId, buildingId, minBedrooms, maxBedrooms } = filter ?? {};
  const bedrooms = {
    ...(typeof minBedrooms === 'number' && { $gte: minBedrooms }),
    ...(typeof maxBedrooms === 'number' && { $lte: maxBedrooms }),
  };
  const isOutside = filter?.isOutsideBuildings;
  const conditions: FilterQuery<Unit>[] = [
    withinReach(context.identity, 'propertyId'),
    ...retirement<Unit>(filter?.isRetired),
    ...oneOfIds<Unit>('companyId', 'Company', companyIds),
    ...oneOfIds<Unit>('propertyId', 'Property', propertyId ? [propertyId] : null),
    ...oneOfIds<Unit>('buildingId', 'Building', buildingId ? [buildingId] : null),
    ...presence<Unit>('buildingId', typeof isOutside === 'boolean' ? !isOutside : null),
    ...presence<Unit>('entranceCode', filter?.hasEntrance),
    ...oneOf<Unit>('category', filter?.categories),
    ...presence<Unit>('bedrooms', filter?.hasBedrooms),
    ...presence<Unit>('areaSquareDecimetres', filter?.hasArea),
    ...(Object.keys(bedrooms).length > 0 ? [{ bedrooms }] : []),
  ];
  if (filter?.entranceCode)
    conditions.push({ entranceCode: comparable('entranceCode', filter.entranceCode) });
  return searched(context, searchable, conditions, filter?.search);
}

/** The word begins the unit's code, or a word of its building or its property. */
function wordCondition(word: string, sets: readonly string[]): FilterQuery<Unit> {
  return sqlCondition(
    (alias) =>
      `(${alias}.code ^@ ? or ${alias}.building_id = any (?::uuid[]) or ${alias}.property_id = any (?::uuid[]))`,
    [word.toUpperCase(), ...sets],
  );
}

const searchable: Searchable<Unit> = {
  entity: Unit,
  readings: unitReadings,
  wordSets: (word) => [buildingsByWord(word), propertiesByWord(word)],
  wordCondition,
};

export async function listUnits(
  context: RoomContext,
  { first, after, filter, sort }: ListArguments<UnitFilter>,
): Promise<Connection<Unit>> {
  const page = await keysetPage(await context.em(), Unit, {
    where: await unitConditions(context, filter),
    sort: sort as Sort<keyof Unit & string>,
    page: { first, after: after ?? null },
  });
  return toConnection(page);
}
