import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { auditPart, settleCharges } from '../lease/change-of-lease.js';
import { editableLease, todayAt } from '../lease/lease-ground.js';
import { demandComplete, partiesOf, templatesOf } from '../lease/lease-parts.js';
import { LeaseAction } from '../terms.js';
import { version } from '../text.js';
import { templateOf } from './lease-charges.js';

/** Removes a charge that has no line yet. RENT_BILLED for others, RENT_REQUIRED for the last rent of a signed lease. */
export const removeChargeTemplate = defineCommand({
  name: 'removeChargeTemplate',
  input: z.object({ leaseId: idOf('Lease'), version, chargeTemplateId: idOf('ChargeTemplate') }),
  async run({ input, em, identity, now, journal }) {
    const lease = await editableLease(em, identity, input);
    const today = await todayAt(em, lease, now);
    lease.demand(LeaseAction.SCHEDULE_RENT_CHANGE, today);
    const template = await templateOf(em, lease, input.chargeTemplateId);
    template.remove(now);
    if (lease.isSigned) {
      const rest = (await templatesOf(em, lease)).filter(({ id }) => id !== template.id);
      demandComplete(await partiesOf(em, lease), rest, ['input', 'chargeTemplateId']);
    }
    auditPart({ journal }, lease, 'lease.charge-removed', template.entry(), null);
    await settleCharges({ em, journal, now }, lease, today);
    return lease;
  },
});
