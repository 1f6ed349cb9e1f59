import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { leaseNoticeWithdrawn } from '@propertea/schema/events';
import { z } from 'zod';
import { generateChargeLines } from '../charge/generate-charge-lines.js';
import { editableLease, lockedUnitOf, todayAt } from '../lease/lease-ground.js';
import { partiesOf } from '../lease/lease-parts.js';
import { recordAvailability } from '../occupancy/availability.js';
import { conflictsOf, holdingOf, occupy } from '../occupancy/occupy.js';
import { LeaseState, OccupancyKind } from '../terms.js';
import { reason, version } from '../text.js';

/** Takes a notice back: the lease goes on as before. UNIT_OCCUPIED where its unit is held by somebody else then (R25). */
export const withdrawNotice = defineCommand({
  name: 'withdrawNotice',
  input: z.object({ leaseId: idOf('Lease'), version, reason }),
  async run({ input, em, identity, now, audit, emit, journal }) {
    const lease = await editableLease(em, identity, input);
    const today = await todayAt(em, lease, now);
    lease.withdrawNotice(today);
    const { id, organizationId } = lease;
    const unit = await lockedUnitOf(em, lease, now);
    const holding = { ...holdingOf(lease, OccupancyKind.LEASE), endsBefore: lease.holdsBefore };
    if (lease.state === LeaseState.AT_WILL) {
      // It goes on up to what holds the unit next, as on any day behind its term.
      const [next] = await conflictsOf(em, holding);
      holding.endsBefore = next?.startsOn ?? null;
    }
    await occupy(em, holding, ['input', 'leaseId']);
    audit(lease, 'lease.notice-withdrawn', { reason: input.reason ?? null });
    emit(leaseNoticeWithdrawn, lease, lease.fact(await partiesOf(em, lease)));
    await em.flush();
    await generateChargeLines({ em, journal, organizationId, now }, { leaseIds: [id] }, today);
    await recordAvailability(em, journal, organizationId, [unit.id], now);
    return lease;
  },
});
