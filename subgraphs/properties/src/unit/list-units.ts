import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { keysetPage, type Sort } from '@propertea/chassis/store';
import {
  idsByWord,
  nothing,
  oneOf,
  oneOfIds,
  retirement,
  sqlCondition,
} from '../list/conditions.js';
import type { ListArguments } from '../list/nested-connections.js';
import { searchWords } from '../list/search-words.js';
import { withinReach } from '../reach.js';
import { Unit } from './unit.entity.js';
import type { UnitFilter } from './unit.type.js';

export const unitsByCode = { field: 'code', direction: 'ASC' } as const;

/** The units within the caller's reach that the filter lets through. */
export function unitConditions(
  context: RoomContext,
  filter: UnitFilter | null | undefined,
): FilterQuery<Unit> {
  const { companyIds, propertyId, buildingId, minBedrooms, maxBedrooms } = filter ?? {};
  const words = searchWords(filter?.search);
  const bedrooms = {
    ...(typeof minBedrooms === 'number' && { $gte: minBedrooms }),
    ...(typeof maxBedrooms === 'number' && { $lte: maxBedrooms }),
  };
  return {
    $and: [
      withinReach(context.identity, 'propertyId'),
      ...retirement<Unit>(filter?.isRetired),
      ...oneOfIds<Unit>('companyId', 'Company', companyIds),
      ...oneOfIds<Unit>('propertyId', 'Property', propertyId ? [propertyId] : null),
      ...oneOfIds<Unit>('buildingId', 'Building', buildingId ? [buildingId] : null),
      ...oneOf<Unit>('category', filter?.categories),
      ...(Object.keys(bedrooms).length > 0 ? [{ bedrooms }] : []),
      ...(words?.length === 0 ? [nothing<Unit>()] : []),
      ...(words ?? []).map(wordCondition),
    ],
  };
}

/** The word begins the unit's code, or a word of its building or its property. */
function wordCondition(word: string): FilterQuery<Unit> {
  return sqlCondition<Unit>(
    (alias) =>
      `(${alias}.code ^@ ? or ${alias}.building_id = any (${idsByWord('Building')}) or ${alias}.property_id = any (${idsByWord('Property')}))`,
    [word.toUpperCase(), word, word],
  );
}

export async function listUnits(
  context: RoomContext,
  { first, after, filter, sort }: ListArguments<UnitFilter>,
): Promise<Connection<Unit>> {
  const page = await keysetPage(await context.em(), Unit, {
    where: unitConditions(context, filter),
    sort: sort as Sort<keyof Unit & string>,
    page: { first, after: after ?? null },
  });
  return toConnection(page);
}
