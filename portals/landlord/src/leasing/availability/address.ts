import { createParser, parseAsString } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { addDays, addMonths, firstOfMonth } from '@/shared/days/days';
import { wordsOf } from '@/shared/list/list-address';
import type { AvailabilityQueryVariables } from '../gql/graphql';

/** How many months the timeline shows. */
export const MONTHS = 6;

/** A month, such as `2027-02`. */
export const parseAsMonth = createParser<string>({
  parse: (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null),
  serialize: (month) => month,
});

/** What the timeline keeps in its address. */
export const timelineAddress = {
  q: parseAsString.withDefault(''),
  from: parseAsMonth,
  property: parseAsString,
};

export type TimelineAddress = inferParserType<typeof timelineAddress>;

/** The first and the last day that are shown. */
export function windowOf(address: TimelineAddress, today: string): { from: string; to: string } {
  const from = address.from ? `${address.from}-01` : firstOfMonth(today);
  return { from, to: addDays(addMonths(from, MONTHS), -1) };
}

export function timelineVariables(
  address: TimelineAddress,
  today: string,
): AvailabilityQueryVariables {
  return {
    filter: { search: wordsOf(address.q), propertyId: address.property ?? undefined },
    ...windowOf(address, today),
  };
}
