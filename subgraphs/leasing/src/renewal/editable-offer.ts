import { LockMode } from '@mikro-orm/core';
import { assertVersion, type CommandScope, notFound } from '@propertea/chassis/store';
import { demand } from '@propertea/chassis/graph';
import { Lease } from '../lease/lease.entity.js';
import { todayAt } from '../lease/lease-ground.js';
import { LEASE_WRITERS, withinReach } from '../reach.js';
import { RenewalOffer } from './renewal-offer.entity.js';

/**
 * An offer that a command is about with its lease, both locked until the transaction ends. NOT_FOUND where the lease
 * is out of reach, FORBIDDEN for who may only read, CONFLICT where `version` is another.
 */
export async function editableOffer(
  { em, identity, now }: Pick<CommandScope<unknown>, 'em' | 'identity' | 'now'>,
  { renewalOfferId, version }: { renewalOfferId: string; version: number },
): Promise<{ offer: RenewalOffer; lease: Lease; today: string }> {
  const known = await em.findOne(RenewalOffer, { id: renewalOfferId });
  const lease =
    known &&
    (await em.findOne(
      Lease,
      { $and: [{ id: known.leaseId }, withinReach(identity)] },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    ));
  if (!lease) throw notFound('RenewalOffer', 'renewalOfferId');
  const { companyId, propertyId } = lease;
  demand(identity, LEASE_WRITERS, { companyId, propertyId });
  // Read again behind the lease's lock: others may have answered meanwhile.
  const offer = await em.refreshOrFail(known);
  assertVersion(offer, version);
  return { offer, lease, today: await todayAt(em, lease, now) };
}
