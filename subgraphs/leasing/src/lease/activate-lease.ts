import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { leaseActivated } from '@propertea/schema/events';
import { z } from 'zod';
import { version } from '../text.js';
import { editableLease, todayAt } from './lease-ground.js';
import { partiesOf } from './lease-parts.js';

/** Lets a signed lease run once its first day has come; the day of its property does it by itself. */
export const activateLease = defineCommand({
  name: 'activateLease',
  input: z.object({ leaseId: idOf('Lease'), version }),
  async run({ input, em, identity, now, audit, emit }) {
    const lease = await editableLease(em, identity, input);
    lease.activate(await todayAt(em, lease, now));
    audit(lease, 'lease.activated');
    emit(leaseActivated, lease, lease.fact(await partiesOf(em, lease)));
    return lease;
  },
});
