import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { leaseCancelled } from '@propertea/schema/events';
import { z } from 'zod';
import { creditUnusedCharges } from '../charge/credit-unused-charges.js';
import { recordAvailability } from '../occupancy/availability.js';
import { vacate } from '../occupancy/occupy.js';
import { requiredReason, version } from '../text.js';
import { editableLease, lockedUnitOf, todayAt } from './lease-ground.js';
import { partiesOf } from './lease-parts.js';

/** Gives a lease up before it begins: its unit is free again, and what was charged ahead is given back. */
export const cancelLease = defineCommand({
  name: 'cancelLease',
  input: z.object({ leaseId: idOf('Lease'), version, reason: requiredReason }),
  async run({ input: { reason, ...which }, em, identity, now, audit, emit, journal }) {
    const lease = await editableLease(em, identity, which);
    const wasDraft = lease.holdsNothing;
    lease.cancel(reason, await todayAt(em, lease, now));
    audit(lease, 'lease.cancelled', { reason });
    emit(leaseCancelled, lease, lease.fact(await partiesOf(em, lease)));
    if (wasDraft) return lease;
    const { id, organizationId, startsOn } = lease;
    const unit = await lockedUnitOf(em, lease, now);
    await vacate(em, { organizationId, leaseId: id, blockId: null });
    await creditUnusedCharges({ em, journal, organizationId, now }, lease, startsOn, reason);
    await recordAvailability(em, journal, organizationId, [unit.id], now);
    return lease;
  },
});
