import { addMonths, dayOfMonth, daysBetween, daysInMonth } from '@propertea/kernel';
import type { ChargeTerms, Days } from './charge-terms.js';

/** A fraction of what a whole period costs, from 0 to 1, in whole numbers so that nothing is lost. */
export interface Share {
  numerator: bigint;
  denominator: bigint;
}

/** The parts of a period's price that its days cost, and how that is said. */
export interface PartOfPeriod extends Share {
  isWhole: boolean;
  explanation: string;
}

/**
 * What `part` costs of the whole `period` in which it lies (R2, R3). Monthly: NONE all of it; ACTUAL
 * days ÷ days of the month, which is the anchored one where the due day is not 1; STANDARD_30 days ÷ 30;
 * THIRTY_DAY_MONTH days of months of 30 ÷ 30; ANNUAL days × 12 ÷ 365, in leap years too. Other cycles:
 * days ÷ length of the period. A whole period is not prorated, and a part costs at most the whole.
 */
export function partOf(
  { cycle, proration }: Pick<ChargeTerms, 'cycle' | 'proration'>,
  period: Days,
  part: Days,
): PartOfPeriod {
  const length = daysIn(period);
  const isWhole = daysIn(part) === length;
  if (isWhole) return { ...atMostAll(1, 1), isWhole, explanation: 'whole period' };
  if (proration === 'NONE')
    return { ...atMostAll(1, 1), isWhole, explanation: 'whole price, NONE' };
  const days = countedDays({ cycle, proration }, part);
  if (cycle === 'MONTHLY' && proration === 'ANNUAL') {
    const explanation = `${days} days of a year of 365, ANNUAL`;
    return { ...atMostAll(days * 12, 365), isWhole, explanation };
  }
  const isThirty = proration === 'STANDARD_30' || proration === 'THIRTY_DAY_MONTH';
  const whole = cycle === 'MONTHLY' && isThirty ? 30 : length;
  const method = cycle === 'MONTHLY' ? proration : 'ACTUAL';
  return {
    ...atMostAll(days, whole),
    isWhole,
    explanation: `${days} of ${whole} days, ${method}`,
  };
}

/** How many days a part counts as: those of the calendar, or of months that have thirty at most. */
export function countedDays(
  { cycle, proration }: Pick<ChargeTerms, 'cycle' | 'proration'>,
  part: Days,
): number {
  return cycle === 'MONTHLY' && proration === 'THIRTY_DAY_MONTH'
    ? thirtyDayMonthDays(part)
    : daysIn(part);
}

/**
 * R2 for each calendar month that the part touches: max(1, last − first + 1), where the last day counts as
 * the 30th at most.
 */
function thirtyDayMonthDays({ startsOn, endsBefore }: Days): number {
  let days = 0;
  let first = startsOn;
  while (first < endsBefore) {
    const nextMonth = addMonths(first, 1, 1);
    const last =
      nextMonth < endsBefore
        ? daysInMonth(first)
        : dayOfMonth(first) - 1 + daysIn({ startsOn: first, endsBefore });
    days += Math.max(1, Math.min(30, last) - dayOfMonth(first) + 1);
    first = nextMonth;
  }
  return days;
}

export function daysIn({ startsOn, endsBefore }: Days): number {
  return daysBetween(startsOn, endsBefore);
}

function atMostAll(numerator: number, denominator: number): Share {
  return {
    numerator: BigInt(Math.min(numerator, denominator)),
    denominator: BigInt(denominator),
  };
}
