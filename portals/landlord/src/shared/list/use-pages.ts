'use client';

import { useState } from 'react';
import { NetworkStatus } from '@apollo/client';
import type { OperationVariables } from '@apollo/client';
import type { useQuery } from '@apollo/client/react';

export interface Connection<Row> {
  totalCount: number;
  nodes: readonly Row[];
  pageInfo: { endCursor?: string | null; hasNextPage: boolean };
}

export interface Pages<Row> {
  rows: readonly Row[];
  total: number;
  hasMore: boolean;
  /** Nothing to show yet. */
  isLoading: boolean;
  /** Rows are shown that another question had for an answer. */
  isBusy: boolean;
  isLoadingMore: boolean;
  failure: unknown;
  more: () => void;
  retry: () => void;
}

type Answer<Data, Variables extends OperationVariables> = Pick<
  useQuery.Result<Data, Variables>,
  'error' | 'loading' | 'networkStatus' | 'fetchMore' | 'refetch'
> & { data?: unknown; previousData?: unknown };

/** A query of a connection as a list that grows; `pick` finds the connection in the answer. */
export function usePages<Data, Variables extends OperationVariables, Row>(
  query: Answer<Data, Variables>,
  pick: (data: Data) => Connection<Row> | null | undefined,
): Pages<Row> {
  const [moreFailure, setMoreFailure] = useState<unknown>();
  // Answers are whole: partial ones are not asked for.
  const current = query.data ? pick(query.data as Data) : undefined;
  const shown = current ?? (query.previousData ? pick(query.previousData as Data) : undefined);
  const isWaiting = query.loading && !current;
  return {
    rows: shown?.nodes ?? [],
    total: shown?.totalCount ?? 0,
    hasMore: shown?.pageInfo.hasNextPage ?? false,
    isLoading: isWaiting && !shown,
    isBusy: isWaiting && Boolean(shown),
    isLoadingMore: query.networkStatus === NetworkStatus.fetchMore,
    failure: query.loading ? undefined : (moreFailure ?? (current ? undefined : query.error)),
    more() {
      setMoreFailure(undefined);
      const variables = { after: shown?.pageInfo.endCursor } as unknown as Partial<Variables>;
      query.fetchMore({ variables }).catch(setMoreFailure);
    },
    retry() {
      setMoreFailure(undefined);
      void query.refetch().catch(() => undefined);
    },
  };
}
