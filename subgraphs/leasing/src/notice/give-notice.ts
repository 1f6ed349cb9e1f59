import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { leaseNoticeGiven } from '@propertea/schema/events';
import { z } from 'zod';
import { demandNotRenewed } from '../renewal/demand-not-renewed.js';
import { day, dayAt } from '../days.js';
import { cutHolding } from '../lease/cut-holding.js';
import { editableLease, propertyOf } from '../lease/lease-ground.js';
import { partiesOf } from '../lease/lease-parts.js';
import { NoticeGiver } from '../terms.js';
import { line, version } from '../text.js';
import { lawfulNotice } from './notice-of-lease.js';

/**
 * Somebody gives notice: the lease goes on until its last day and no longer (R30). A day before the one that a verified
 * rule asks for needs an agreement; where no rule gives a day, a reason.
 */
export const giveNotice = defineCommand({
  name: 'giveNotice',
  input: z.object({
    leaseId: idOf('Lease'),
    version,
    givenBy: z.enum(NoticeGiver),
    receivedOn: day,
    endsOn: day,
    reason: line(1000).nullish(),
    agreement: line(1000).nullish(),
  }),
  async run({ input, em, identity, now, audit, emit, journal }) {
    const lease = await editableLease(em, identity, input);
    await demandNotRenewed(em, lease);
    const property = await propertyOf(em, lease);
    const today = dayAt(now, property);
    const { givenBy, receivedOn, endsOn, reason = null, agreement = null } = input;
    const jurisdiction = property?.jurisdiction ?? null;
    const law = await lawfulNotice(em, lease, jurisdiction, givenBy, receivedOn);
    if (receivedOn > today)
      throw invalid('A notice is recorded once it was received.', 'receivedOn');
    const isShortened = law.earliestEndOn !== null && endsOn < law.earliestEndOn;
    const { rule } = law;
    lease.giveNotice(
      {
        givenBy,
        receivedOn,
        endsOn,
        reason,
        earliestEndOn: law.earliestEndOn,
        rule: rule && { ...rule, jurisdiction },
        isShortened,
        agreement,
      },
      today,
    );
    if (law.earliestEndOn === null && reason === null) {
      throw new DomainError(
        'REASON_REQUIRED',
        'No rule says when this lease ends by notice. Give the reason for the day.',
        { path: ['input', 'reason'] },
      );
    }
    if (isShortened && rule?.isVerified && agreement === null) {
      throw new DomainError(
        'NOTICE_TOO_EARLY',
        `The lease ends on ${law.earliestEndOn} at the earliest (${rule.statute}). Record an agreement for an earlier day.`,
        { path: ['input', 'endsOn'] },
      );
    }
    audit(lease, 'lease.notice-given', { reason });
    emit(leaseNoticeGiven, lease, lease.fact(await partiesOf(em, lease)));
    await em.flush();
    await cutHolding({ em, journal, now }, lease);
    return lease;
  },
});

const invalid = (message: string, field: string): DomainError =>
  new DomainError('TERM_INVALID', message, { path: ['input', field] });
