'use client';

import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEyes } from './graph-provider';
import type { Preloaded } from './preload';

const seen = new WeakMap<object, WeakSet<object>>();

/**
 * Puts a page's preloaded answer into the cache before the page's own query reads it, once: the router may
 * show an old page again, whose answer is older than what the cache has learnt since.
 */
export function useSeed<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  preloaded: Preloaded<Data, Variables> | undefined,
): void {
  const client = useApolloClient();
  const eyes = useEyes();
  // Another tab may have begun or ended to see with other eyes: its answers are not for this page.
  if (!preloaded?.data || preloaded.viewAs !== eyes) return;
  const known = seen.get(client) ?? new WeakSet();
  seen.set(client, known);
  if (known.has(preloaded)) return;
  known.add(preloaded);
  client.writeQuery({ query, variables: preloaded.variables, data: preloaded.data });
}
