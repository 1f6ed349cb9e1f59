'use client';

import { HistoryList } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import { useBuildingHistoryQuery } from '../gql/hooks';

/** Who changed what of a building, and when. */
export default function BuildingHistory({ id }: { id: string }) {
  const query = useBuildingHistoryQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  return <HistoryList pages={usePages(query, ({ building }) => building?.history)} />;
}
