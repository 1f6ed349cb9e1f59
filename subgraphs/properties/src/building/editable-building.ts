import type { EntityManager } from '@mikro-orm/postgresql';
import { demand } from '@propertea/chassis/graph';
import { assertVersion, notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { editableProperty } from '../property/editable-property.js';
import type { Property } from '../property/property.entity.js';
import { PORTFOLIO_WRITERS, withinReach } from '../reach.js';
import { Building } from './building.entity.js';

/**
 * The building that a command changes, and its property, locked. NOT_FOUND outside the caller's
 * reach, FORBIDDEN where the role may only read, CONFLICT for another version.
 */
export async function editableBuilding(
  em: EntityManager,
  identity: Identity,
  { buildingId, version }: { buildingId: string; version: number },
): Promise<{ building: Building; property: Property }> {
  const building = await em.findOne(Building, {
    $and: [{ id: buildingId }, withinReach(identity, 'propertyId')],
  });
  if (!building) throw notFound('Building', 'buildingId');
  const { companyId, propertyId } = building;
  demand(identity, PORTFOLIO_WRITERS, { companyId, propertyId });
  assertVersion(building, version);
  return { building, property: await editableProperty(em, identity, { propertyId }) };
}
