import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE, listAddress, wordsOf } from '@/shared/list/list-address';
import type { MemberListQueryVariables, MemberSortField } from '../gql/graphql';

const SORT_FIELDS: readonly MemberSortField[] = ['CREATED_AT'];
export const MEMBER_TABS = ['members', 'invitations'] as const;

/** What the page of members keeps in its address; `member` is the one that is opened. */
export const memberListAddress = {
  ...listAddress(SORT_FIELDS, { field: 'CREATED_AT', direction: 'ASC' }),
  tab: parseAsStringLiteral(MEMBER_TABS).withDefault('members'),
  member: parseAsString,
};

export function memberListVariables(
  address: inferParserType<typeof memberListAddress>,
): MemberListQueryVariables {
  return { filter: { search: wordsOf(address.q) }, sort: address.sort, first: PAGE_SIZE };
}
