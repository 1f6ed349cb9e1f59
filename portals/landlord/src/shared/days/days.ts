const DAY_MS = 86_400_000;

const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** Days are calendar days without a time zone: `2027-02-28`. */
export function addDays(day: string, days: number): string {
  return dayOf(instantOf(day) + days * DAY_MS);
}

/** The same day some months on, or the last one of a month that has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** How many days lie from one to the other; a day and the next one are one apart. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / DAY_MS);
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** Monday is 0, Sunday 6. */
export function weekday(day: string): number {
  return (new Date(instantOf(day)).getUTCDay() + 6) % 7;
}

/** The day it is in UTC: what a page that is made on the server begins with. */
export function utcToday(): string {
  return dayOf(Date.now());
}
