import { localDate, type LocalDate, localDateAt } from '@propertea/kernel';

const DAY_MS = 86_400_000;

function shifted(day: string, days: number): LocalDate {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
  return moved.toISOString().slice(0, 10) as LocalDate;
}

/** The first day after an inclusive last one, as it is stored; null stays open. */
export function endsBeforeOf(endsOn: string | null | undefined): LocalDate | null {
  return endsOn ? shifted(endsOn, 1) : null;
}

/** The inclusive last day of what is stored half-open; null is open. */
export function endsOnOf(endsBefore: string | null): LocalDate | null {
  return endsBefore === null ? null : shifted(endsBefore, -1);
}

/** What day it is at a property; in UTC as long as nothing is known of its time zone. */
export function dayAt(now: Date, property: { timeZone: string | null } | null): LocalDate {
  return localDateAt(now, property?.timeZone ?? 'UTC');
}

const FIRST = '1900-01-01';
const LAST = '2999-12-31';

/** A day on which something of a lease can begin or end. */
export const day = localDate.refine(
  (text) => text >= FIRST && text <= LAST,
  `Use a day between ${FIRST} and ${LAST}.`,
);

/** A moment of a day that is over or has begun at a property: now where it is today, about noon otherwise. */
export function momentOn(
  on: string,
  now: Date,
  property: { timeZone: string | null } | null,
): Date {
  if (on === dayAt(now, property)) return now;
  const noon = new Date(`${on}T12:00:00Z`);
  // Far in the east another day has begun by then, and midnight of Greenwich is their noon.
  return dayAt(noon, property) === on ? noon : new Date(`${on}T00:00:00Z`);
}
