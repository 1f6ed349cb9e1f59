import type { EntityManager } from '@mikro-orm/postgresql';
import { demand } from '@propertea/chassis/graph';
import { assertVersion, notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { PORTFOLIO_WRITERS, withinReach } from '../reach.js';
import { Unit } from './unit.entity.js';

/**
 * The unit that a command changes. NOT_FOUND outside the caller's reach, FORBIDDEN where the role may
 * only read, CONFLICT for another version.
 */
export async function editableUnit(
  em: EntityManager,
  identity: Identity,
  { unitId, version }: { unitId: string; version: number },
): Promise<Unit> {
  const unit = await em.findOne(Unit, {
    $and: [{ id: unitId }, withinReach(identity, 'propertyId')],
  });
  if (!unit) throw notFound('Unit', 'unitId');
  const { companyId, propertyId } = unit;
  demand(identity, PORTFOLIO_WRITERS, { companyId, propertyId });
  assertVersion(unit, version);
  return unit;
}
