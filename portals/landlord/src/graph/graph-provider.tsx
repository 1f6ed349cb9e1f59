'use client';

import { ApolloProvider } from '@apollo/client/react';
import { createContext, use, useState } from 'react';
import type { ReactNode } from 'react';
import { makeClient } from './client';
import type { Live } from './live/live';

const Eyes = createContext<string | null>(null);
const LiveContext = createContext<Live | null>(null);

/** The view as another member with which this page asks the graph; null where the person sees for themselves. */
export function useEyes(): string | null {
  return use(Eyes);
}

/** @throws Error outside of the graph of an organization */
export function useLiveConnection(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error('There is no graph here');
  return live;
}

/** The graph as one organization sees it (or as none does); each tab may stand in another one. */
export function GraphProvider({
  organization,
  viewAs,
  children,
}: {
  organization?: string;
  viewAs?: string | undefined;
  children: ReactNode;
}) {
  const [{ client, live }] = useState(() => makeClient(organization, viewAs));
  return (
    <Eyes value={viewAs ?? null}>
      <LiveContext value={live}>
        <ApolloProvider client={client}>{children}</ApolloProvider>
      </LiveContext>
    </Eyes>
  );
}
