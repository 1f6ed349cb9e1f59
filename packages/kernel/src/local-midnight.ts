import { localDateAt } from './local-date.js';

const DAY_SECONDS = 86_400;

/**
 * The first instant after `after` that lies on a later calendar day of the IANA time zone: plain 00:00
 * wherever the clock shows it, and 01:00 on a day whose midnight a change of the clock leaves out.
 */
export function nextLocalMidnight(after: Date, timeZone: string): Date {
  const today = localDateAt(after, timeZone);
  const isLater = (second: number) => localDateAt(new Date(second * 1_000), timeZone) > today;
  // Changes of the clock fall on whole seconds everywhere.
  let before = Math.floor(after.getTime() / 1_000);
  let later = before + DAY_SECONDS;
  while (!isLater(later)) later += DAY_SECONDS;
  while (later - before > 1) {
    const middle = Math.floor((before + later) / 2);
    if (isLater(middle)) later = middle;
    else before = middle;
  }
  return new Date(later * 1_000);
}
