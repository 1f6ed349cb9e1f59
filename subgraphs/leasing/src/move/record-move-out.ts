import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { leaseMovedOut } from '@propertea/schema/events';
import { z } from 'zod';
import { demandNotRenewed } from '../renewal/demand-not-renewed.js';
import { day } from '../days.js';
import { endOn } from '../lease/end-on.js';
import { editableLease, todayAt } from '../lease/lease-ground.js';
import { partiesOf } from '../lease/lease-parts.js';
import { MoveKind } from '../terms.js';
import { version } from '../text.js';
import { checklistItems, keepChecklist } from './checklist.js';

/**
 * The tenants moved out (R28). Before the last day it ends the lease then: later charges stop, and what was charged for
 * days behind it is given back (R29). An at-will lease ends with it (R26).
 */
export const recordMoveOut = defineCommand({
  name: 'recordMoveOut',
  input: z.object({ leaseId: idOf('Lease'), version, on: day, items: checklistItems }),
  async run(scope) {
    const { input, em, identity, now, audit, emit, journal } = scope;
    const lease = await editableLease(em, identity, input);
    await demandNotRenewed(em, lease);
    const today = await todayAt(em, lease, now);
    lease.moveOut(input.on, today);
    lease.touch(now);
    const parties = await partiesOf(em, lease);
    for (const party of parties) party.moveOut(input.on);
    await keepChecklist(em, lease, MoveKind.MOVE_OUT, input.items, now);
    audit(lease, 'lease.moved-out');
    emit(leaseMovedOut, lease, lease.fact(parties));
    await em.flush();
    await journal.write();
    await endOn(scope, lease, input.on, today, 'The tenants moved out.');
    return lease;
  },
});
