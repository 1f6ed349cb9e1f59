import { daysBetween, Fault } from '@propertea/kernel';
import { endsBeforeOf } from '../days.js';

const MAX_DAYS = 5 * 366;

/** As many as a calendar shows. */
export const MAX_PERIODS = 100;

/** The days of a calendar, half-open; BAD_USER_INPUT where they are no five years or run backwards. */
export function calendarDays(from: string, to: string): { from: string; before: string } {
  const before = endsBeforeOf(to) ?? to;
  const days = daysBetween(from, before);
  if (days < 1 || days > MAX_DAYS) {
    throw new Fault(
      'BAD_USER_INPUT',
      'A calendar goes from a day to the same or a later one, up to five years.',
    );
  }
  return { from, before };
}
