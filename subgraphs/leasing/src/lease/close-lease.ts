import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { version } from '../text.js';
import { editableLease, todayAt } from './lease-ground.js';

/** Everything about a lease that is over is settled: nothing of it changes any more (R24). */
export const closeLease = defineCommand({
  name: 'closeLease',
  input: z.object({ leaseId: idOf('Lease'), version }),
  async run({ input, em, identity, now, audit }) {
    const lease = await editableLease(em, identity, input);
    lease.close(await todayAt(em, lease, now));
    audit(lease, 'lease.closed');
    return lease;
  },
});
