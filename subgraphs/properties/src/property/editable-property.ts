import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { demand } from '@propertea/chassis/graph';
import { assertVersion, notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { PORTFOLIO_WRITERS, withinReach } from '../reach.js';
import { Property } from './property.entity.js';

/**
 * The property that a command changes, or inside which it changes something, locked until the end of
 * the transaction: what a command finds there (live units, houses, entrances) stays so. NOT_FOUND
 * outside the caller's reach, FORBIDDEN where the role may only read, CONFLICT for another version.
 */
export async function editableProperty(
  em: EntityManager,
  identity: Identity,
  { propertyId, version }: { propertyId: string; version?: number },
): Promise<Property> {
  const property = await em.findOne(
    Property,
    { $and: [{ id: propertyId }, withinReach(identity, 'id')] },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!property) throw notFound('Property', 'propertyId');
  demand(identity, PORTFOLIO_WRITERS, { companyId: property.companyId, propertyId });
  if (version !== undefined) assertVersion(property, version);
  return property;
}
