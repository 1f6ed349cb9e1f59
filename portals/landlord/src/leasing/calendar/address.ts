import { parseAsString } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { addDays, addMonths, firstOfMonth } from '@/shared/days/days';
import { parseAsMonth } from '../availability/address';
import type { LeaseCalendarQueryVariables, LeaseState } from '../gql/graphql';

/** What the calendar keeps in its address. */
export const calendarAddress = { month: parseAsMonth, property: parseAsString };

export type CalendarAddress = inferParserType<typeof calendarAddress>;

/** Leases that begin, or have begun: not drafts, nor what was called off. */
const REAL: LeaseState[] = [
  'FUTURE',
  'ACTIVE',
  'NOTICE_GIVEN',
  'AT_WILL',
  'TERMINATED',
  'EXPIRED',
  'CLOSED',
];

/** The first and the last day of the month that is shown. */
export function monthOf(address: CalendarAddress, today: string): { from: string; to: string } {
  const from = address.month ? `${address.month}-01` : firstOfMonth(today);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

export function calendarVariables(
  address: CalendarAddress,
  today: string,
): LeaseCalendarQueryVariables {
  const { from, to } = monthOf(address, today);
  const where = { states: REAL, propertyId: address.property ?? undefined };
  return {
    starting: { ...where, startsFrom: from, startsUntil: to },
    ending: { ...where, endsFrom: from, endsUntil: to },
  };
}
