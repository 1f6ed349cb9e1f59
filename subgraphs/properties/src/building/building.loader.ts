import { defineLoader, loaderById } from '@propertea/chassis/graph';
import { groupBy } from '../list/group-by.js';
import { nestedConnections } from '../list/nested-connections.js';
import { hasOffice, withinReach } from '../reach.js';
import { Building } from './building.entity.js';
import type { BuildingFilter } from './building.type.js';
import { buildingConditions } from './list-buildings.js';

export const buildingById = loaderById<Building>(async (context, ids) => {
  const { identity } = context;
  if (!hasOffice(identity)) return [];
  const em = await context.em();
  return em.find(Building, { $and: [{ id: { $in: ids } }, withinReach(identity, 'propertyId')] });
});

export const buildingsOfProperty = nestedConnections<Building, BuildingFilter>({
  entity: Building,
  parent: { property: 'propertyId', column: 'property_id' },
  where: buildingConditions,
});

/** Live units of each building. */
export const unitCountOfBuilding = defineLoader<string, number>(async (context, ids) => {
  const em = await context.em();
  const rows = await em.execute<{ building_id: string; count: number }[]>(
    `select building_id, count(*)::int as count from properties.units
     where organization_id = ? and building_id = any (?::uuid[]) and retired_at is null
     group by building_id`,
    [context.organizationId, `{${ids.join(',')}}`],
  );
  const counts = new Map(rows.map((row) => [row.building_id, row.count]));
  return ids.map((id) => counts.get(id) ?? 0);
});

/** Live units of each building by the code of their entrance. */
export const unitCountsByEntrance = defineLoader<string, Map<string, number>>(
  async (context, ids) => {
    const em = await context.em();
    const rows = await em.execute<{ building_id: string; entrance_code: string; count: number }[]>(
      `select building_id, entrance_code, count(*)::int as count from properties.units
       where organization_id = ? and building_id = any (?::uuid[]) and retired_at is null
         and entrance_code is not null
       group by building_id, entrance_code`,
      [context.organizationId, `{${ids.join(',')}}`],
    );
    const byBuilding = groupBy(rows, (row) => row.building_id);
    return ids.map(
      (id) => new Map(byBuilding.get(id)?.map((row) => [row.entrance_code, row.count])),
    );
  },
);
