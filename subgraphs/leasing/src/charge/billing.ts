import { addDays } from '@propertea/kernel';
import { LeaseState } from '../terms.js';
import type { Charge, ChargeTerms } from './charge-terms.js';
import { type Billed, chargesOf } from './schedule.js';

/** A charge as it is kept, with how many days before it is due its line is generated. */
export type BilledTemplate = Billed<ChargeTerms & { id: string; leadDays: number }>;

/** States in which lines of a lease are generated: signed, and also where the last ones are late. */
export const BILLED_STATES: readonly LeaseState[] = [
  LeaseState.FUTURE,
  LeaseState.ACTIVE,
  LeaseState.NOTICE_GIVEN,
  LeaseState.AT_WILL,
  LeaseState.TERMINATED,
  LeaseState.EXPIRED,
];

/** Later than any day on which something of a lease may begin or end. */
const FOREVER = '3000-12-31';

/**
 * The first day on which a lease no longer charges: its certain end, or that of its agreed term. Null: there is
 * none, for it is open-ended or goes on at will (R26).
 */
export function chargesEndBefore(lease: {
  endedBefore: string | null;
  atWillSince: string | null;
  endsBefore: string | null;
}): string | null {
  return lease.endedBefore ?? (lease.atWillSince === null ? lease.endsBefore : null);
}

/** The lines of one template that are to be generated on `day` or before, by due day. */
export function* linesDue(
  template: BilledTemplate,
  endsBefore: string | null,
  day: string,
): Generator<Charge> {
  yield* chargesOf(template, endsBefore, addDays(day, template.terms.leadDays));
}

/** The first day that no line covers once this one is there; null: all are there. */
export function billedUpTo({ cycle }: Pick<ChargeTerms, 'cycle'>, charge: Charge): string | null {
  return cycle === 'ONCE' ? null : charge.period.endsBefore;
}

/**
 * The earliest day on which a line has to be generated; null: none will come. A command that changes the charges of a
 * signed lease, or its end, writes it to the lease, or any day before it: the next run corrects that.
 */
export function nextChargeOn(
  templates: readonly BilledTemplate[],
  endsBefore: string | null,
): string | null {
  let earliest: string | null = null;
  for (const template of templates) {
    for (const { dueOn } of chargesOf(template, endsBefore, FOREVER)) {
      const day = addDays(dueOn, -template.terms.leadDays);
      if (earliest === null || day < earliest) earliest = day;
      break;
    }
  }
  return earliest;
}
