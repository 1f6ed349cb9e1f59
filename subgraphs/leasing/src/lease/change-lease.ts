import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { z } from 'zod';
import type { ChargeTemplate } from '../charge/charge-template.entity.js';
import { day } from '../days.js';
import { version } from '../text.js';
import { settleCharges } from './change-of-lease.js';
import type { Lease } from './lease.entity.js';
import { editableLease, todayAt } from './lease-ground.js';
import { templatesOf } from './lease-parts.js';

/**
 * Another term for a lease that nobody signed; what was sent is a draft again. Charges that began with the lease
 * begin with it again; TERM_INVALID where another one would lie outside.
 */
export const changeLease = defineCommand({
  name: 'changeLease',
  input: z.object({
    leaseId: idOf('Lease'),
    version,
    startsOn: day.optional(),
    endsOn: day.nullish(),
  }),
  async run({ input, em, identity, now, audit, journal }) {
    const lease = await editableLease(em, identity, input);
    const today = await todayAt(em, lease, now);
    const { startsOn: began } = lease;
    const { startsOn, endsOn } = input;
    lease.changeTerm(
      { ...(startsOn !== undefined && { startsOn }), ...(endsOn !== undefined && { endsOn }) },
      today,
    );
    for (const template of await templatesOf(em, lease)) {
      if (template.startsOn === began) template.beginOn(lease.startsOn);
      demandInside(template, lease);
    }
    audit(lease, 'lease.changed');
    await settleCharges({ em, journal, now }, lease, today);
    return lease;
  },
});

function demandInside({ label, startsOn, endsBefore }: ChargeTemplate, lease: Lease): void {
  const isAfter = lease.endsBefore !== null && startsOn >= lease.endsBefore;
  if (startsOn >= lease.startsOn && !isAfter && (endsBefore ?? '9999') > startsOn) return;
  throw new DomainError('TERM_INVALID', `The charge "${label}" would lie outside of the lease.`, {
    path: ['input', isAfter ? 'endsOn' : 'startsOn'],
  });
}
