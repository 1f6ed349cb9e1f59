import { addDays, addMonths, daysBetween, monthsBetween } from '@propertea/kernel';
import type { ChargeTerms, Days } from './charge-terms.js';

const MONTHS = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 } as const;

/** The last day on or before `day` that is the anchor of its month (R1). */
export function anchorBefore(day: string, dueDay: number): string {
  const ofMonth = addMonths(day, 0, dueDay);
  return ofMonth <= day ? ofMonth : addMonths(day, -1, dueDay);
}

/**
 * The whole period of a charge in which `day` lies. Periods run from due day to due day: calendar months
 * where that is 1, anchored months otherwise. Longer ones are counted from the anchor on or before the
 * day on which the charge begins: a quarter from February 10 with due day 1 is February to April. Weeks
 * are counted from the first day itself. What happens once is a matter of its first day.
 */
export function periodAt(
  { cycle, dueDay, startsOn }: Pick<ChargeTerms, 'cycle' | 'dueDay' | 'startsOn'>,
  day: string,
): Days {
  if (cycle === 'ONCE') return lasting(startsOn, 1);
  if (cycle === 'DAILY') return lasting(day, 1);
  if (cycle === 'WEEKLY') {
    const week = Math.floor(daysBetween(startsOn, day) / 7);
    return lasting(addDays(startsOn, week * 7), 7);
  }
  const months = MONTHS[cycle];
  const first = anchorBefore(startsOn, dueDay);
  const passed = monthsBetween(first, anchorBefore(day, dueDay));
  const begun = Math.floor(passed / months) * months;
  return {
    startsOn: addMonths(first, begun, dueDay),
    endsBefore: addMonths(first, begun + months, dueDay),
  };
}

function lasting(startsOn: string, days: number): Days {
  return { startsOn, endsBefore: addDays(startsOn, days) };
}
