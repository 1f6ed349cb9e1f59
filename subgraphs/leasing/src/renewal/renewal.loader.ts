import { defineLoader, loaderById } from '@propertea/chassis/graph';
import { Lease } from '../lease/lease.entity.js';
import { groupBy } from '../list/group-by.js';
import { hasOffice, withinReach } from '../reach.js';
import { RenewalOffer } from './renewal-offer.entity.js';

/** Offers for leases within the caller's reach; tenants see none here. */
export const renewalById = loaderById<RenewalOffer>(async (context, ids) => {
  const { identity } = context;
  if (!hasOffice(identity)) return [];
  const em = await context.em();
  const offers = await em.find(RenewalOffer, { id: { $in: ids } });
  const id = { $in: offers.map(({ leaseId }) => leaseId) };
  const leases = await em.find(
    Lease,
    { $and: [{ id }, withinReach(identity)] },
    { fields: ['id'] },
  );
  const within = new Set(leases.map((lease) => lease.id));
  return offers.filter(({ leaseId }) => within.has(leaseId));
});

/** The offers for leases that the caller sees already, the newest first. */
export const renewalsOfLease = defineLoader<string, RenewalOffer[]>(async (context, leaseIds) => {
  if (!hasOffice(context.identity)) return leaseIds.map(() => []);
  const em = await context.em();
  const offers = await em.find(
    RenewalOffer,
    { leaseId: { $in: [...leaseIds] } },
    { orderBy: { id: 'DESC' } },
  );
  const byLease = groupBy(offers, ({ leaseId }) => leaseId);
  return leaseIds.map((id) => (byLease.get(id) ?? []).slice(0, MAX_OFFERS));
});

/** As many as a lease shows. */
export const MAX_OFFERS = 50;
