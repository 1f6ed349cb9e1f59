import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { leaseActivated, leaseSigned } from '@propertea/schema/events';
import { z } from 'zod';
import { generateChargeLines } from '../charge/generate-charge-lines.js';
import { dayAt, day, momentOn } from '../days.js';
import { recordAvailability } from '../occupancy/availability.js';
import { holdingOf, occupy } from '../occupancy/occupy.js';
import { OccupancyKind } from '../terms.js';
import { version } from '../text.js';
import { editableLease, lockedUnitOf, propertyOf } from './lease-ground.js';
import { demandComplete, partiesOf, rentChangesOf, sumUp, templatesOf } from './lease-parts.js';

/**
 * All have signed: the lease holds its unit from now on (R25), is active if it has begun, and has the lines that are
 * due. UNIT_OCCUPIED or UNIT_BLOCKED where something else holds the unit; of two that sign at once, one does.
 */
export const signLease = defineCommand({
  name: 'signLease',
  input: z.object({ leaseId: idOf('Lease'), version, signedOn: day.nullish() }),
  async run({ input, em, identity, now, audit, emit, journal }) {
    const lease = await editableLease(em, identity, input);
    const property = await propertyOf(em, lease);
    const today = dayAt(now, property);
    const signedOn = input.signedOn ?? today;
    const unit = await lockedUnitOf(em, lease, now);
    lease.sign(unit, momentOn(signedOn, now, property), today);
    if (signedOn > today) {
      const path = ['input', 'signedOn'];
      throw new DomainError('TERM_INVALID', 'It is signed on a day that is to come.', { path });
    }
    const [parties, templates] = [await partiesOf(em, lease), await templatesOf(em, lease)];
    const path = ['input', 'leaseId'];
    demandComplete(parties, templates, path);
    await occupy(em, holdingOf(lease, OccupancyKind.LEASE), path);
    sumUp(lease, templates, await rentChangesOf(em, lease), today);
    audit(lease, 'lease.signed');
    emit(leaseSigned, lease, lease.fact(parties));
    await em.flush();
    await journal.write();
    if (lease.startsOn <= today) {
      lease.activate(today);
      audit(lease, 'lease.activated');
      emit(leaseActivated, lease, lease.fact(parties));
      await em.flush();
      await journal.write();
    }
    const { organizationId } = lease;
    await generateChargeLines(
      { em, journal, organizationId, now },
      { leaseIds: [lease.id] },
      today,
    );
    await recordAvailability(em, journal, organizationId, [unit.id], now);
    return lease;
  },
});
