import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { demandNotRenewed } from '../renewal/demand-not-renewed.js';
import { day } from '../days.js';
import { requiredReason, version } from '../text.js';
import { endOn } from './end-on.js';
import { editableLease, todayAt } from './lease-ground.js';

/** Ends a lease without notice, for a reason: an agreement, a judgment, a death. */
export const endLease = defineCommand({
  name: 'endLease',
  input: z.object({ leaseId: idOf('Lease'), version, on: day, reason: requiredReason }),
  async run(scope) {
    const { input, em, identity, now, audit } = scope;
    const lease = await editableLease(em, identity, input);
    await demandNotRenewed(em, lease);
    const today = await todayAt(em, lease, now);
    lease.demandEnd(input.on, input.reason, today);
    audit(lease, 'lease.end-agreed', { reason: input.reason });
    await em.flush();
    await scope.journal.write();
    await endOn(scope, lease, input.on, today, input.reason);
    return lease;
  },
});
