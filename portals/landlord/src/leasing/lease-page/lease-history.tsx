'use client';

import { HistoryList } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import { useLeaseHistoryQuery } from '../gql/hooks';

/** Who did what with the lease, and when. */
export default function LeaseHistory({ id }: { id: string }) {
  const query = useLeaseHistoryQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  return <HistoryList pages={usePages(query, ({ lease }) => lease?.history)} />;
}
