'use client';

import { HistoryList } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import { usePropertyHistoryQuery } from '../gql/hooks';

/** Who changed what of a property, and when. */
export default function PropertyHistory({ id }: { id: string }) {
  const query = usePropertyHistoryQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  return <HistoryList pages={usePages(query, ({ property }) => property?.history)} />;
}
