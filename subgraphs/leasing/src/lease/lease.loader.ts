import { defineLoader, loaderById } from '@propertea/chassis/graph';
import { nestedConnections } from '../list/nested-connections.js';
import { Lease } from './lease.entity.js';
import { visibleLeases } from './lease.policy.js';
import type { LeaseFilter } from './lease-list.type.js';
import { leaseConditions } from './list-leases.js';

export const leaseById = loaderById<Lease>(async (context, ids) => {
  const visible = visibleLeases(context.identity);
  if (!visible) return [];
  const em = await context.em();
  return em.find(Lease, { $and: [{ id: { $in: ids } }, visible] });
});

export const leasesOfUnit = nestedConnections<Lease, LeaseFilter>({
  entity: Lease,
  parent: { property: 'unitId', column: 'unit_id' },
  where: leaseConditions,
});

export const leasesOfTenancy = nestedConnections<Lease, LeaseFilter>({
  entity: Lease,
  parent: { property: 'tenancyId', column: 'tenancy_id' },
  where: leaseConditions,
});

/** The lease that follows another one by renewal. */
export const renewalOfLease = defineLoader<string, Lease>(async (context, leaseIds) => {
  const visible = visibleLeases(context.identity);
  if (!visible) return leaseIds.map(() => null);
  const em = await context.em();
  const ofThese = { renewedFromId: { $in: [...leaseIds] }, state: { $ne: 'CANCELLED' as never } };
  const found = await em.find(Lease, { $and: [ofThese, visible] });
  const byFirst = new Map(found.map((lease) => [lease.renewedFromId, lease]));
  return leaseIds.map((id) => byFirst.get(id) ?? null);
});
