import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { z } from 'zod';
import { auditPart, settleCharges } from '../lease/change-of-lease.js';
import { editableLease, todayAt } from '../lease/lease-ground.js';
import { MAX_TEMPLATES, templateShape } from '../lease/lease-input.js';
import { DEFAULTS, templateFacts, templatesOf } from '../lease/lease-parts.js';
import { LeaseAction } from '../terms.js';
import { version } from '../text.js';
import { ChargeTemplate } from './charge-template.entity.js';
import { chargedTerm } from './lease-charges.js';

/** Another charge of a lease; of a signed one from today on unless it says another day. */
export const addChargeTemplate = defineCommand({
  name: 'addChargeTemplate',
  input: z.object({ leaseId: idOf('Lease'), version, ...templateShape }),
  async run({ input: { leaseId, version: loaded, ...given }, em, identity, now, journal }) {
    const lease = await editableLease(em, identity, { leaseId, version: loaded });
    const today = await todayAt(em, lease, now);
    lease.demand(LeaseAction.SCHEDULE_RENT_CHANGE, today);
    const templates = await templatesOf(em, lease);
    if (templates.length >= MAX_TEMPLATES) {
      const message = `A lease has at most ${MAX_TEMPLATES} charges.`;
      throw new DomainError('TOO_MANY', message, { path: ['input'] });
    }
    const isRunning = lease.isSigned && lease.startsOn < today;
    const startsOn = given.startsOn ?? (isRunning ? today : lease.startsOn);
    const facts = templateFacts(chargedTerm(lease), { ...given, startsOn }, DEFAULTS, ['input']);
    const template = ChargeTemplate.create(lease, facts);
    em.persist(template);
    auditPart({ journal }, lease, 'lease.charge-added', null, template.entry());
    await settleCharges({ em, journal, now }, lease, today);
    return lease;
  },
});
