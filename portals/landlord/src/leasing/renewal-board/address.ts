import { parseAsNumberLiteral, parseAsString } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { addDays } from '@/shared/days/days';
import type { RenewalBoardQueryVariables } from '../gql/graphql';

export const WINDOWS = [30, 60, 90, 120, 180] as const;

/** What the board keeps in its address: how far it looks ahead, and where. */
export const boardAddress = {
  within: parseAsNumberLiteral(WINDOWS).withDefault(90),
  property: parseAsString,
};

export type BoardAddress = inferParserType<typeof boardAddress>;

export function boardVariables(address: BoardAddress, today: string): RenewalBoardQueryVariables {
  return {
    filter: {
      states: ['ACTIVE'],
      endsFrom: today,
      endsUntil: addDays(today, address.within),
      propertyId: address.property ?? undefined,
    },
  };
}
