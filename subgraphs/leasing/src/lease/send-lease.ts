import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { leaseDraftChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { recordAvailability } from '../occupancy/availability.js';
import { holdingOf, occupy } from '../occupancy/occupy.js';
import { OccupancyKind } from '../terms.js';
import { version } from '../text.js';
import { editableLease, lockedUnitOf, todayAt } from './lease-ground.js';
import { demandComplete, partiesOf, templatesOf } from './lease-parts.js';

/** Sends a lease to be signed: it reserves its unit until then (R25). Sent again, it reserves it until another moment. */
export const sendLease = defineCommand({
  name: 'sendLease',
  input: z.object({ leaseId: idOf('Lease'), version, reservedUntil: z.date() }),
  async run({ input, em, identity, now, audit, emit, journal }) {
    const lease = await editableLease(em, identity, input);
    lease.send(input.reservedUntil, now, await todayAt(em, lease, now));
    const path = ['input', 'leaseId'];
    const parties = await partiesOf(em, lease);
    demandComplete(parties, await templatesOf(em, lease), path);
    const unit = await lockedUnitOf(em, lease, now);
    unit.demandRentable(lease.startsOn, 'leaseId');
    await occupy(em, holdingOf(lease, OccupancyKind.RESERVATION), path);
    audit(lease, 'lease.sent');
    emit(leaseDraftChanged, lease, lease.fact(parties));
    await em.flush();
    await recordAvailability(em, journal, lease.organizationId, [unit.id], now);
    return lease;
  },
});
