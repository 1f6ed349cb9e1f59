import { createParser, parseAsArrayOf, parseAsString } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { listAddress } from '@/shared/list/list-address';
import type { RentRollQueryVariables, RentableUnitSortField } from '../gql/graphql';

const SORT_FIELDS = Object.keys({
  CODE: true,
  BASE_RENT: true,
  AVAILABLE_FROM: true,
} satisfies Record<RentableUnitSortField, true>) as RentableUnitSortField[];

/** A calendar day in an address. */
export const parseAsDay = createParser<string>({
  parse: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && Date.parse(text) ? text : null),
  serialize: (day) => day,
});

const { sort, columns } = listAddress(SORT_FIELDS, { field: 'CODE', direction: 'ASC' });

/** What the rent roll keeps in its address. */
export const rentRollAddress = {
  sort,
  columns,
  on: parseAsDay,
  companies: parseAsArrayOf(parseAsString).withDefault([]),
  property: parseAsString,
};

export type RentRollAddress = inferParserType<typeof rentRollAddress>;

export function rentRollVariables(address: RentRollAddress): RentRollQueryVariables {
  return {
    asOf: address.on,
    companyIds: address.companies.length > 0 ? address.companies : null,
    propertyId: address.property,
    sort: address.sort,
  };
}
