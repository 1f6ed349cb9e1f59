import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { keysetPage, type Sort } from '@propertea/chassis/store';
import { oneOfIds, retirement, sqlCondition } from '../list/conditions.js';
import { buildingsByWord, propertiesByWord } from '../list/id-sets.js';
import type { ListArguments } from '../list/nested-connections.js';
import { buildingReadings } from '../list/reference.js';
import { type Searchable, searched } from '../list/search.js';
import { withinReach } from '../reach.js';
import { Building } from './building.entity.js';
import type { BuildingFilter } from './building.type.js';

export const buildingsByCode = { field: 'code', direction: 'ASC' } as const;

/** The buildings within the caller's reach that the filter lets through. */
export async function buildingConditions(
  context: RoomContext,
  filter: BuildingFilter | null | undefined,
): Promise<FilterQuery<Building>> {
  const { companyIds, propertyId } = filter ?? {};
  const conditions: FilterQuery<Building>[] = [
    withinReach(context.identity, 'propertyId'),
    ...retirement<Building>(filter?.isRetired),
    ...oneOfIds<Building>('companyId', 'Company', companyIds),
    ...oneOfIds<Building>('propertyId', 'Property', propertyId ? [propertyId] : null),
  ];
  if (typeof filter?.hasUnits === 'boolean') conditions.push(unitsCondition(filter.hasUnits));
  return searched(context, searchable, conditions, filter?.search);
}

/** Whether it has live units. */
export function unitsCondition(hasUnits: boolean): FilterQuery<Building> {
  return sqlCondition(
    (alias) => `${hasUnits ? '' : 'not '}exists (select from properties.units u
      where u.organization_id = ${alias}.organization_id and u.building_id = ${alias}.id and u.retired_at is null)`,
  );
}

function wordCondition(_word: string, sets: readonly string[]): FilterQuery<Building> {
  return sqlCondition(
    (alias) => `(${alias}.id = any (?::uuid[]) or ${alias}.property_id = any (?::uuid[]))`,
    [...sets],
  );
}

const searchable: Searchable<Building> = {
  entity: Building,
  readings: buildingReadings,
  wordSets: (word) => [buildingsByWord(word), propertiesByWord(word)],
  wordCondition,
};

export async function listBuildings(
  context: RoomContext,
  { first, after, filter, sort }: ListArguments<BuildingFilter>,
): Promise<Connection<Building>> {
  const page = await keysetPage(await context.em(), Building, {
    where: await buildingConditions(context, filter),
    sort: sort as Sort<keyof Building & string>,
    page: { first, after: after ?? null },
  });
  return toConnection(page);
}
