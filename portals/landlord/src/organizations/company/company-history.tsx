'use client';

import { HistoryList } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import { useCompanyHistoryQuery } from '../gql/hooks';

/** What happened to a company. */
export function CompanyHistory({ id }: { id: string }) {
  const pages = usePages(
    useCompanyHistoryQuery({ variables: { id, first: 25 } }),
    ({ company }) => company?.history,
  );
  return <HistoryList pages={pages} />;
}
