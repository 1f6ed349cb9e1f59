'use client';

import { ApolloProvider } from '@apollo/client/react';
import { createContext, use, useState } from 'react';
import type { ReactNode } from 'react';
import { makeClient } from './client';

const Eyes = createContext<string | null>(null);

/** The view as another member with which this page asks the graph; null where the person sees for themselves. */
export function useEyes(): string | null {
  return use(Eyes);
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
  const [client] = useState(() => makeClient(organization, viewAs));
  return (
    <Eyes value={viewAs ?? null}>
      <ApolloProvider client={client}>{children}</ApolloProvider>
    </Eyes>
  );
}
