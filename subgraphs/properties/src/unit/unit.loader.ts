import { loaderById, type RoomContext } from '@propertea/chassis/graph';
import { buildingById } from '../building/building.loader.js';
import { companyById } from '../company/company.loader.js';
import type { Address } from '../address/address.js';
import { nestedConnections } from '../list/nested-connections.js';
import { propertyById } from '../property/property.loader.js';
import { hasOffice, withinReach } from '../reach.js';
import { unitConditions } from './list-units.js';
import { Unit } from './unit.entity.js';
import type { UnitFilter } from './unit.type.js';

export const unitById = loaderById<Unit>(async (context, ids) => {
  const { identity } = context;
  if (!hasOffice(identity)) return [];
  const em = await context.em();
  return em.find(Unit, { $and: [{ id: { $in: ids } }, withinReach(identity, 'propertyId')] });
});

export const unitsOfProperty = nestedConnections<Unit, UnitFilter>({
  entity: Unit,
  parent: { property: 'propertyId', column: 'property_id' },
  where: unitConditions,
});

export const unitsOfBuilding = nestedConnections<Unit, UnitFilter>({
  entity: Unit,
  parent: { property: 'buildingId', column: 'building_id' },
  where: unitConditions,
});

/** The address that holds for a unit or a building: its own, else the building's, else the property's. */
export async function effectiveAddress(
  context: RoomContext,
  place: { address: Address | null; buildingId?: string | null; propertyId: string },
): Promise<Address> {
  if (place.address) return place.address;
  const [building, property] = await Promise.all([
    place.buildingId ? context.load(buildingById, place.buildingId) : null,
    context.load(propertyById, place.propertyId),
  ]);
  const address = building?.address ?? property?.address;
  if (!address) throw new Error('a unit lies in a property that whoever sees the unit sees');
  return address;
}

/** `Company-Property-Building?-Unit`, by their codes. */
export async function referenceOf(context: RoomContext, unit: Unit): Promise<string> {
  const [company, property, building] = await Promise.all([
    context.load(companyById, unit.companyId),
    context.load(propertyById, unit.propertyId),
    unit.buildingId ? context.load(buildingById, unit.buildingId) : null,
  ]);
  return [company, property, building, unit]
    .filter((part) => part !== null)
    .map((part) => part.code)
    .join('-');
}
