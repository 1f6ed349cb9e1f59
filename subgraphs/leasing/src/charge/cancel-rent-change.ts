import { defineCommand, notFound } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { z } from 'zod';
import { auditPart, settleCharges } from '../lease/change-of-lease.js';
import { editableLease, todayAt } from '../lease/lease-ground.js';
import { LeaseAction } from '../terms.js';
import { version } from '../text.js';
import { templateOf } from './lease-charges.js';
import { RentChange } from './rent-change.entity.js';

/** Takes a change of the rent back as long as nothing was billed with it: RENT_BILLED afterwards (R6). */
export const cancelRentChange = defineCommand({
  name: 'cancelRentChange',
  input: z.object({ leaseId: idOf('Lease'), version, rentChangeId: idOf('RentChange') }),
  async run({ input, em, identity, now, journal }) {
    const lease = await editableLease(em, identity, input);
    const today = await todayAt(em, lease, now);
    lease.demand(LeaseAction.SCHEDULE_RENT_CHANGE, today);
    const { id: leaseId, organizationId } = lease;
    const where = { organizationId, leaseId, id: input.rentChangeId, cancelledAt: null };
    const change = await em.findOne(RentChange, where);
    if (!change) throw notFound('RentChange', 'rentChangeId');
    const { billedBefore } = await templateOf(em, lease, change.templateId);
    if (billedBefore === null || billedBefore > change.effectiveOn) {
      const path = ['input', 'rentChangeId'];
      throw new DomainError('RENT_BILLED', 'It is billed with this amount already.', { path });
    }
    change.cancelledAt = now;
    auditPart({ journal }, lease, 'lease.rent-change-cancelled', change.entry(), null);
    await settleCharges({ em, journal, now }, lease, today);
    return lease;
  },
});
