import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { leasePartyChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { day } from '../days.js';
import { editableLease, todayAt } from '../lease/lease-ground.js';
import { partiesOf } from '../lease/lease-parts.js';
import { MoveKind } from '../terms.js';
import { version } from '../text.js';
import { checklistItems, keepChecklist } from './checklist.js';

/** The tenants moved in (R28); said again, it corrects the day and the check list. */
export const recordMoveIn = defineCommand({
  name: 'recordMoveIn',
  input: z.object({ leaseId: idOf('Lease'), version, on: day, items: checklistItems }),
  async run({ input, em, identity, now, audit, emit }) {
    const lease = await editableLease(em, identity, input);
    lease.moveIn(input.on, await todayAt(em, lease, now));
    lease.touch(now);
    const parties = await partiesOf(em, lease);
    for (const party of parties) party.moveIn(input.on);
    await keepChecklist(em, lease, MoveKind.MOVE_IN, input.items, now);
    audit(lease, 'lease.moved-in');
    emit(leasePartyChanged, lease, lease.fact(parties));
    return lease;
  },
});
