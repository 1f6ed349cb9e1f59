'use client';

import { HistoryList } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import type { MemberFieldsFragment } from '../gql/graphql';
import { useMemberHistoryQuery } from '../gql/hooks';

/** What happened to a membership. Members are found by words only, so that this one is found by its address. */
export function MemberHistory({ member }: { member: MemberFieldsFragment }) {
  const search = member.user?.email ?? '';
  const pages = usePages(
    useMemberHistoryQuery({ variables: { search, first: 10 } }),
    ({ members }) => members?.nodes.find(({ id }) => id === member.id)?.history,
  );
  return <HistoryList pages={pages} />;
}
