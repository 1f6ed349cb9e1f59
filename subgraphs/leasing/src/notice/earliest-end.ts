import { addDays, addMonths } from '@propertea/kernel';
import type { NoticeRule } from './pack.js';

const SUNDAY = 0;

/**
 * R30: the earliest last day of a lease by notice, from the rule of its place, when the notice was received and since
 * when the tenancy lasts. Null where no day follows from the rule. Working days are Monday to Saturday; holidays are
 * not known here.
 */
export function earliestEnd(
  { rule }: Pick<NoticeRule, 'rule'>,
  receivedOn: string,
  tenancySince: string,
): string | null {
  if (rule.kind === 'REASON_ONLY') return null;
  const first = `${receivedOn.slice(0, 8)}01`;
  const isLate = receivedOn > workingDay(first, rule.byWorkingDay);
  const longer = rule.longer
    .filter(({ afterYears }) => anniversary(tenancySince, afterYears) <= receivedOn)
    .reduce((sum, { months }) => sum + months, 0);
  // The last day of a month is the one before the first of the next.
  return addDays(addMonths(first, rule.months + longer + (isLate ? 1 : 0) + 1, 1), -1);
}

/** The working day of that number, counted from `first` on. */
function workingDay(first: string, number: number): string {
  let day = first;
  for (let count = 0; ; day = addDays(day, 1)) {
    if (new Date(`${day}T00:00:00Z`).getUTCDay() !== SUNDAY) count++;
    if (count === number) return day;
  }
}

const anniversary = (since: string, years: number): string =>
  addMonths(since, 12 * years, Number(since.slice(8)));
