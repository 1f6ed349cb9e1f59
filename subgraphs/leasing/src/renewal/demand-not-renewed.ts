import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '@propertea/kernel';
import { Lease } from '../lease/lease.entity.js';
import { LeaseState } from '../terms.js';

/** Throws LEASE_STATE for a lease whose new term is signed and has not begun: it would follow a gap. */
export async function demandNotRenewed(
  em: EntityManager,
  { id: renewedFromId, organizationId }: Lease,
): Promise<void> {
  const where = { organizationId, renewedFromId, state: LeaseState.FUTURE };
  const next = await em.findOne(Lease, where);
  if (!next) return;
  throw new DomainError('LEASE_STATE', `The new term ${next.number} is signed. Cancel it first.`, {
    path: ['input', 'leaseId'],
  });
}
