'use client';

import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { forgetFindings, forgetImportLists, forgetPortfolio } from '../caches';
import { ImportProgressDocument } from '../gql/graphql';
import type { ImportFacts } from '../import-types';
import { isRunning, stageOf } from '../stage';
import { useFollowing } from '../use-following';

/** Follows an import while it runs; returns why its progress cannot be read at the moment. */
export function useProgress(found: ImportFacts): unknown {
  const { id } = found;
  const client = useApolloClient();
  const [failure, setFailure] = useState<unknown>();
  useFollowing(isRunning(found), async () => {
    const answer = await client
      .query({ query: ImportProgressDocument, variables: { id }, fetchPolicy: 'network-only' })
      .catch((error: unknown) => ({ data: undefined, error }));
    const now = answer.data?.import;
    setFailure(now ? undefined : answer.error);
    if (!now || runOf(now) === runOf(found)) return;
    forgetFindings(client.cache, id);
    forgetImportLists(client.cache);
    if (stageOf(now) === 'imported') forgetPortfolio(client.cache);
  });
  return failure;
}

/** Tells the runs of one import apart, and a run from its end. */
function runOf({ state, requestedAt, finishedAt }: ImportFacts): string {
  return [state, requestedAt, finishedAt].join(' ');
}
