import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '@propertea/chassis/store';
import type { Lease } from '../lease/lease.entity.js';
import { chargesEndBefore } from './billing.js';
import { ChargeTemplate } from './charge-template.entity.js';

/** The lease as its charges see it: how long they run. */
export function chargedTerm(lease: Lease) {
  const { currency, startsOn } = lease;
  return { currency, startsOn, endsBefore: chargesEndBefore(lease) };
}

/** A charge of the lease that is still there. */
export async function templateOf(
  em: EntityManager,
  { id: leaseId, organizationId }: Lease,
  id: string,
): Promise<ChargeTemplate> {
  const where = { organizationId, leaseId, id, removedAt: null };
  const template = await em.findOne(ChargeTemplate, where);
  if (!template) throw notFound('ChargeTemplate', 'chargeTemplateId');
  return template;
}
