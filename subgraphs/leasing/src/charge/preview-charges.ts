import { type Money, totalsOf } from '@propertea/kernel';
import { endsOnOf } from '../days.js';
import type { Charge, ChargeTerms } from './charge-terms.js';
import { type Billed, scheduleOf } from './schedule.js';

/** A charge of a lease before or beside its line; days are inclusive. */
export interface ScheduledCharge {
  kind: ChargeTerms['kind'];
  label: string;
  periodStartsOn: string;
  periodEndsOn: string;
  dueOn: string;
  amount: Money;
  isProrated: boolean;
  explanation: string;
}

/** What a lease would charge; days half-open, null is open. */
export interface ChargeDraft {
  currency: string;
  endsBefore: string | null;
  templates: readonly ChargeTerms[];
}

/** As many as a preview or a schedule shows. */
export const MAX_SCHEDULED = 100;

/**
 * The first hundred charges that are due on `until` or earlier, by date, and what is to be paid on the first
 * of these dates, one sum per currency.
 */
export function previewCharges(
  { currency, endsBefore, templates }: ChargeDraft,
  until: string,
): { charges: ScheduledCharge[]; firstPayment: Money[] } {
  const billed = templates.map((terms) => ({ terms, billedBefore: terms.startsOn }));
  const charges = upcomingCharges({ currency, endsBefore, billed }, until);
  const first = charges.filter(({ dueOn }) => dueOn === charges[0]?.dueOn);
  return { charges, firstPayment: totalsOf(first.map(({ amount }) => amount)) };
}

/** The first hundred charges for which a lease has no line yet, due on `until` or earlier, by date. */
export function upcomingCharges(
  {
    currency,
    endsBefore,
    billed,
  }: { currency: string; endsBefore: string | null; billed: readonly Billed[] },
  until: string,
): ScheduledCharge[] {
  const charges: ScheduledCharge[] = [];
  for (const { terms, charge } of scheduleOf(billed, endsBefore, until)) {
    charges.push(scheduledCharge(terms, charge, currency));
    if (charges.length === MAX_SCHEDULED) break;
  }
  return charges;
}

function scheduledCharge(
  { kind, label }: Pick<ChargeTerms, 'kind' | 'label'>,
  { period, dueOn, amountMinor, isProrated, explanation }: Charge,
  currency: string,
): ScheduledCharge {
  return {
    kind,
    label,
    periodStartsOn: period.startsOn,
    periodEndsOn: endsOnOf(period.endsBefore) ?? period.startsOn,
    dueOn,
    amount: { amountMinor, currency },
    isProrated,
    explanation,
  };
}
