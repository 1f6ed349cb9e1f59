import { defineLoader } from '@propertea/chassis/graph';
import { groupBy } from '../list/group-by.js';
import { LeaseParty } from './lease-party.entity.js';

/** The parties of leases that the caller sees already, in the order in which they came. */
export const partiesOfLease = defineLoader<string, LeaseParty[]>(async (context, leaseIds) => {
  const em = await context.em();
  const parties = await em.find(
    LeaseParty,
    { leaseId: { $in: [...leaseIds] } },
    { orderBy: { id: 'ASC' } },
  );
  const byLease = groupBy(parties, ({ leaseId }) => leaseId);
  return leaseIds.map((id) => byLease.get(id) ?? []);
});
