import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { keysetPage, type Sort } from '@propertea/chassis/store';
import { idsByWord, nothing, oneOfIds, retirement, sqlCondition } from '../list/conditions.js';
import type { ListArguments } from '../list/nested-connections.js';
import { searchWords } from '../list/search-words.js';
import { withinReach } from '../reach.js';
import { Building } from './building.entity.js';
import type { BuildingFilter } from './building.type.js';

export const buildingsByCode = { field: 'code', direction: 'ASC' } as const;

/** The buildings within the caller's reach that the filter lets through. */
export function buildingConditions(
  context: RoomContext,
  filter: BuildingFilter | null | undefined,
): FilterQuery<Building> {
  const words = searchWords(filter?.search);
  const { companyIds, propertyId } = filter ?? {};
  return {
    $and: [
      withinReach(context.identity, 'propertyId'),
      ...retirement<Building>(filter?.isRetired),
      ...oneOfIds<Building>('companyId', 'Company', companyIds),
      ...oneOfIds<Building>('propertyId', 'Property', propertyId ? [propertyId] : null),
      ...(words?.length === 0 ? [nothing<Building>()] : []),
      ...(words ?? []).map((word) =>
        sqlCondition<Building>(
          (alias) =>
            `(${alias}.id = any (${idsByWord('Building')}) or ${alias}.property_id = any (${idsByWord('Property')}))`,
          [word, word],
        ),
      ),
    ],
  };
}

export async function listBuildings(
  context: RoomContext,
  { first, after, filter, sort }: ListArguments<BuildingFilter>,
): Promise<Connection<Building>> {
  const page = await keysetPage(await context.em(), Building, {
    where: buildingConditions(context, filter),
    sort: sort as Sort<keyof Building & string>,
    page: { first, after: after ?? null },
  });
  return toConnection(page);
}
