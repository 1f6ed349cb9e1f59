import { raw } from '@mikro-orm/core';
import type { RoomContext } from '@propertea/chassis/graph';
import { encodeId } from '@propertea/kernel';
import { propertyConditions } from './list-properties.js';
import type { PropertyPointObject, PropertyPointsObject } from './property-points.type.js';
import { Property } from './property.entity.js';
import type { PropertyFilter } from './property.type.js';

/** More than a map can show one by one. */
export const MAX_POINTS = 5000;

/** The properties of a filter that have coordinates, as points: one statement, no pages. */
export async function listPoints(
  context: RoomContext,
  filter: PropertyFilter | null,
): Promise<PropertyPointsObject> {
  const where = await propertyConditions(context, filter);
  const em = await context.em();
  const found: unknown = await em
    .createQueryBuilder(Property, 'p')
    .select([
      'id',
      'code',
      'name',
      'latitude',
      'longitude',
      'city',
      raw('p.unit_count as "unitCount"'),
      raw('p.address_line1 as "addressLine"'),
    ])
    .where({ $and: [where, { latitude: { $ne: null } }] } as never)
    .orderBy({ unitCount: 'DESC', id: 'DESC' })
    .limit(MAX_POINTS + 1)
    .execute('all', false);
  const points = found as PropertyPointObject[];
  return {
    points: points
      .slice(0, MAX_POINTS)
      .map((point) => ({ ...point, id: encodeId('Property', point.id) })),
    isComplete: points.length <= MAX_POINTS,
  };
}
