import { defineLoader } from '@propertea/chassis/graph';
import { groupBy } from '../list/group-by.js';
import { hasOffice } from '../reach.js';
import { HoldOverConflict } from './hold-over-conflict.entity.js';

/** The latest conflict of leases that the caller sees already; the office's alone. */
export const holdOverOfLease = defineLoader<string, HoldOverConflict>(async (context, leaseIds) => {
  if (!hasOffice(context.identity)) return leaseIds.map(() => null);
  const em = await context.em();
  const conflicts = await em.find(
    HoldOverConflict,
    { atWillLeaseId: { $in: [...leaseIds] } },
    { orderBy: { id: 'DESC' } },
  );
  const byLease = groupBy(conflicts, ({ atWillLeaseId }) => atWillLeaseId);
  return leaseIds.map((id) => byLease.get(id)?.[0] ?? null);
});
