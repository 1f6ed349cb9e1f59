'use client';

import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useLiveConnection } from '../graph-provider';
import { awake, whenIdle } from './awake';

/**
 * Follows a subscription while the page is shown, from when it is done with everything else. What changed is
 * in the cache when `onChange` is told; `onGap` is told when something may have been missed.
 */
export function useLive<Data, Variables extends OperationVariables>(
  subscription: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  on: { change?: (data: Data) => void; gap?: () => void },
): void {
  const client = useApolloClient();
  const live = useLiveConnection();
  const isAwake = useSyncExternalStore(awake.subscribe, awake.is, () => true);
  const wasAsleep = useRef(false);
  const change = useEffectEvent((data: Data) => on.change?.(data));
  const gap = useEffectEvent(() => on.gap?.());
  const asked = JSON.stringify(variables);

  useEffect(() => live.onGap(() => gap()), [live]);
  useEffect(() => {
    if (!isAwake) {
      wasAsleep.current = true;
      return undefined;
    }
    if (wasAsleep.current) gap();
    wasAsleep.current = false;
    let end = () => {};
    let isOver = false;
    const begin = async () => {
      await whenIdle();
      if (isOver) return;
      const options = { query: subscription, variables: JSON.parse(asked) as Variables };
      const following = client.subscribe(options).subscribe(({ data, error }) => {
        // An event of which a part is missing changes nothing here: it is asked for again.
        if (data && !error) change(data);
        else gap();
      });
      end = () => following.unsubscribe();
    };
    void begin();
    return () => {
      isOver = true;
      end();
    };
  }, [client, subscription, asked, isAwake]);
}
