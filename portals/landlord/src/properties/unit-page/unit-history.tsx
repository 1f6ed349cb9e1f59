'use client';

import { HistoryList } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import { useUnitHistoryQuery } from '../gql/hooks';

/** Who changed what of a unit, and when. */
export default function UnitHistory({ id }: { id: string }) {
  const query = useUnitHistoryQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  return <HistoryList pages={usePages(query, ({ unit }) => unit?.history)} />;
}
