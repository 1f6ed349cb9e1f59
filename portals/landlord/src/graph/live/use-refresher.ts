'use client';

import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { refreshShown } from './refresh-shown';
import type { Shown } from './refresh-shown';
import { Refresher } from './refresher';

/** An answer that was shown longer ago, and is shown again, is one that the router has kept. */
const OLD_MS = 15_000;
const firstShownAt = new WeakMap<object, number>();

/** Returns what asks for the page's queries again: soon, quietly, and once for many changes. */
export function useRefresher(
  shown: readonly Shown[],
  options: { preloaded?: object; forget?: (cache: ApolloCache) => void } = {},
): () => void {
  const { preloaded, forget } = options;
  const client = useApolloClient();
  const [refresher] = useState(() => new Refresher());
  useEffect(() => {
    refresher.start(() => refreshShown(client, shown, forget));
    return () => refresher.stop();
  }, [refresher, client, shown, forget]);
  useEffect(() => {
    if (!preloaded) return;
    const now = performance.now();
    const at = firstShownAt.get(preloaded) ?? now;
    firstShownAt.set(preloaded, at);
    if (now - at > OLD_MS) refresher.ask();
  }, [preloaded, refresher]);
  return refresher.ask;
}
