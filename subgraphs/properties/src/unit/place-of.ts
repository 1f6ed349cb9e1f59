import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { Building } from '../building/building.entity.js';
import { editableProperty } from '../property/editable-property.js';
import type { Neighbours, Place } from './unit.entity.js';

/**
 * Where a unit is to lie: its property (locked), the building in it, and who else lives there.
 * NOT_FOUND for a building of another property; `unitId` is the unit that is not its own neighbour.
 */
export async function placeOf(
  em: EntityManager,
  identity: Identity,
  at: { propertyId: string; buildingId: string | null; unitId?: string },
): Promise<Place> {
  const { propertyId, buildingId, unitId } = at;
  const property = await editableProperty(em, identity, { propertyId });
  const building = buildingId ? await em.findOne(Building, { id: buildingId, propertyId }) : null;
  if (buildingId && !building) throw notFound('Building', 'buildingId');
  const [neighbours] = await em.execute<Neighbours[]>(
    `select count(*)::int as units, count(*) filter (where category = 'HOUSE')::int as houses
     from properties.units
     where organization_id = ? and property_id = ? and retired_at is null and id is distinct from ?`,
    [property.organizationId, propertyId, unitId ?? null],
  );
  return { property, building, neighbours: neighbours ?? { units: 0, houses: 0 } };
}
