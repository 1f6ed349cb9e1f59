import { raw, type EntityName } from '@mikro-orm/core';
import { defineLoader, type RoomContext } from '@propertea/chassis/graph';
import { Building } from '../building/building.entity.js';
import { Property } from '../property/property.entity.js';
import type { PropertyType } from '../property/property-type.js';
import { withinReach } from '../reach.js';
import { Unit } from '../unit/unit.entity.js';
import type { UnitCategory } from '../unit/unit-category.js';

/** Numbers of the caller's reach have no key; this one stands for it. */
export const ALL = 'all';

interface Counts {
  live: number;
  retired: number;
}

export interface PropertyCounts extends Counts {
  type: PropertyType;
  withoutCoordinates: number;
  withoutUnits: number;
}

export interface BuildingCounts extends Counts {
  withoutUnits: number;
}

export interface UnitCounts extends Counts {
  category: UnitCategory;
  withoutBedrooms: number;
  withoutArea: number;
}

/*
 * One statement for each table, whatever is asked of it; a table that nobody asks about is not read.
 */

/** Properties within reach, by type. */
export const propertyCounts = defineLoader<typeof ALL, PropertyCounts[]>(async (context) => [
  await counted<PropertyCounts>(context, Property, 'id', 'type', {
    withoutCoordinates: 'of.latitude is null',
    withoutUnits: 'of.unit_count = 0',
  }),
]);

/** Buildings within reach: one row, or none where there are none. */
export const buildingCounts = defineLoader<typeof ALL, BuildingCounts[]>(async (context) => [
  await counted<BuildingCounts>(context, Building, 'propertyId', undefined, {
    // Read once, not once a building: right after an import the planner knows nothing of the new rows.
    withoutUnits: `of.id not in (select u.building_id from properties.units u
      where u.organization_id = (select app.organization_id()) and u.building_id is not null and u.retired_at is null)`,
  }),
]);

/** Units within reach, by category. */
export const unitCounts = defineLoader<typeof ALL, UnitCounts[]>(async (context) => [
  await counted<UnitCounts>(context, Unit, 'propertyId', 'category', {
    withoutBedrooms: 'of.bedrooms is null',
    withoutArea: 'of.area_square_decimetres is null',
  }),
]);

/** How many rows live, how many are retired, and how many of the live ones meet each condition. */
async function counted<Row extends Counts>(
  context: RoomContext,
  entity: EntityName<object>,
  reachField: 'id' | 'propertyId',
  group: string | undefined,
  conditions: Record<string, string>,
): Promise<Row[]> {
  const em = await context.em();
  const query = em
    .createQueryBuilder(entity, 'of')
    .select([
      ...(group ? [raw(`of.${group} as "${group}"`)] : []),
      raw('count(*) filter (where of.retired_at is null)::int as live'),
      raw('count(*) filter (where of.retired_at is not null)::int as retired'),
      ...Object.entries(conditions).map(([name, condition]) =>
        raw(`count(*) filter (where of.retired_at is null and ${condition})::int as "${name}"`),
      ),
    ])
    .where(withinReach(context.identity, reachField) as never);
  if (group) query.groupBy(raw<never>(`of.${group}`));
  const rows: unknown = await query.execute('all', false);
  return rows as Row[];
}
