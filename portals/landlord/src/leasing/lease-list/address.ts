import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { addDays } from '@/shared/days/days';
import { PAGE_SIZE, listAddress, wordsOf } from '@/shared/list/list-address';
import type { LeaseListQueryVariables, LeaseSortField, LeaseState } from '../gql/graphql';

const SORT_FIELDS = Object.keys({
  NUMBER: true,
  UNIT: true,
  STARTS_ON: true,
  ENDS_ON: true,
  RENT: true,
  CREATED_AT: true,
} satisfies Record<LeaseSortField, true>) as LeaseSortField[];

/** In the order of a lease's life. */
export const LEASE_STATES = Object.keys({
  DRAFT: true,
  PENDING_SIGNATURE: true,
  FUTURE: true,
  ACTIVE: true,
  NOTICE_GIVEN: true,
  AT_WILL: true,
  TERMINATED: true,
  EXPIRED: true,
  CLOSED: true,
  CANCELLED: true,
} satisfies Record<LeaseState, true>) as LeaseState[];

/** Within how many days from today leases that are asked for end. */
export const WINDOWS = [30, 60, 90, 180] as const;

/** What the list of leases keeps in its address. */
export const leaseListAddress = {
  ...listAddress(SORT_FIELDS, { field: 'CREATED_AT', direction: 'DESC' }),
  states: parseAsArrayOf(parseAsStringLiteral(LEASE_STATES)).withDefault([]),
  companies: parseAsArrayOf(parseAsString).withDefault([]),
  property: parseAsString,
  unit: parseAsString,
  startsFrom: parseAsString,
  startsUntil: parseAsString,
  ends: parseAsNumberLiteral(WINDOWS),
  notice: parseAsBoolean,
};

export type LeaseListAddress = inferParserType<typeof leaseListAddress>;

/** The address without any filter; for "clear filters". */
export const NO_LEASE_FILTERS = {
  q: null,
  states: null,
  companies: null,
  property: null,
  unit: null,
  startsFrom: null,
  startsUntil: null,
  ends: null,
  notice: null,
} as const;

/** How many filters narrow the list, beside words. */
export function leaseFilterCount(address: LeaseListAddress): number {
  return [
    address.states.length > 0,
    address.companies.length > 0,
    address.property !== null,
    address.unit !== null,
    address.startsFrom !== null || address.startsUntil !== null,
    address.ends !== null,
    address.notice !== null,
  ].filter(Boolean).length;
}

/** `today` is the day from which "within n days" counts. */
export function leaseListVariables(
  address: LeaseListAddress,
  today: string,
): LeaseListQueryVariables {
  const { states, companies, property, ends } = address;
  return {
    filter: {
      search: wordsOf(address.q),
      states: states.length > 0 ? states : undefined,
      companyIds: companies.length > 0 ? companies : undefined,
      propertyId: property ?? undefined,
      unitId: address.unit ?? undefined,
      startsFrom: address.startsFrom ?? undefined,
      startsUntil: address.startsUntil ?? undefined,
      endsFrom: ends === null ? undefined : today,
      endsUntil: ends === null ? undefined : addDays(today, ends),
      hasNotice: address.notice ?? undefined,
    },
    sort: address.sort,
    first: PAGE_SIZE,
    // The name of what is filtered by comes with the list.
    property: property ?? '',
    withProperty: property !== null,
  };
}
