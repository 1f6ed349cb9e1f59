'use client';

import { ApolloProvider } from '@apollo/client/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { makeClient } from './client';

/** The graph as one organization sees it; each tab may stand in another one. */
export function GraphProvider({
  organization,
  children,
}: {
  organization: string;
  children: ReactNode;
}) {
  const [client] = useState(() => makeClient(organization));
  return <ApolloProvider client={client}>{children}</ApolloProvider>;
}
