import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { auditPart, settleCharges } from '../lease/change-of-lease.js';
import { editableLease, todayAt } from '../lease/lease-ground.js';
import { templateShape } from '../lease/lease-input.js';
import {
  DEFAULTS,
  demandComplete,
  partiesOf,
  templateFacts,
  templatesOf,
} from '../lease/lease-parts.js';
import { LeaseAction } from '../terms.js';
import { version } from '../text.js';
import { chargedTerm, templateOf } from './lease-charges.js';

const { kind, label, amountMinor, cycle, ...others } = templateShape;

/** Changes a charge; what is left out stays. RENT_BILLED for what its lines were made from (R6). */
export const changeChargeTemplate = defineCommand({
  name: 'changeChargeTemplate',
  input: z.object({
    leaseId: idOf('Lease'),
    version,
    chargeTemplateId: idOf('ChargeTemplate'),
    kind: kind.optional(),
    label: label.optional(),
    amountMinor: amountMinor.optional(),
    cycle: cycle.optional(),
    ...others,
  }),
  async run({ input, em, identity, now, journal }) {
    const { leaseId, version: loaded, chargeTemplateId, ...given } = input;
    const lease = await editableLease(em, identity, { leaseId, version: loaded });
    const today = await todayAt(em, lease, now);
    lease.demand(LeaseAction.SCHEDULE_RENT_CHANGE, today);
    const template = await templateOf(em, lease, chargeTemplateId);
    const before = template.entry();
    const said = Object.entries(given).filter(([field, value]) => {
      return value !== undefined && (value !== null || field === 'endsOn');
    });
    const whole = { ...before, ...Object.fromEntries(said) };
    template.change(templateFacts(chargedTerm(lease), whole, DEFAULTS, ['input']));
    if (lease.isSigned) {
      demandComplete(await partiesOf(em, lease), await templatesOf(em, lease), ['input', 'kind']);
    }
    auditPart({ journal }, lease, 'lease.charge-changed', before, template.entry());
    await settleCharges({ em, journal, now }, lease, today);
    return lease;
  },
});
