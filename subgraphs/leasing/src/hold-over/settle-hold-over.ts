import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { z } from 'zod';
import { editableLease } from '../lease/lease-ground.js';
import { requiredReason, version } from '../text.js';
import { HoldOverConflict } from './hold-over-conflict.entity.js';

/**
 * Keeps how a lease at will and the signed one that it met get along; it ends neither (R25). LEASE_STATE where
 * nothing is to be settled.
 */
export const settleHoldOver = defineCommand({
  name: 'settleHoldOver',
  input: z.object({ leaseId: idOf('Lease'), version, settlement: requiredReason }),
  async run({ input, em, identity, now, audit }) {
    const lease = await editableLease(em, identity, input);
    const { organizationId, id: atWillLeaseId } = lease;
    const open = { organizationId, atWillLeaseId, settledAt: null };
    const conflict = await em.findOne(HoldOverConflict, open, { orderBy: { id: 'DESC' } });
    if (!conflict) {
      throw new DomainError('LEASE_STATE', 'Nothing is to be settled here.', {
        path: ['input', 'leaseId'],
      });
    }
    conflict.settle(input.settlement, now);
    lease.touch(now);
    audit(lease, 'lease.hold-over-settled', { reason: input.settlement });
    return lease;
  },
});
