import { createGraphiQLFetcher } from '@graphiql/toolkit';
import type { Fetcher } from '@graphiql/toolkit';
import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { inspectingFetch } from './inspection/inspected';

/** The way to the graph in one organization: operations by POST, subscriptions over a socket. */
export function fetcherIn(organization: string): { fetcher: Fetcher; close: () => void } {
  const headers: Record<string, string> = organization ? { 'x-organization-id': organization } : {};
  // Opened with the first subscription.
  const sockets = createClient({ url: socketUrl(), connectionParams: headers });
  const byKind = createGraphiQLFetcher({
    url: '/graphql',
    headers,
    fetch: inspectingFetch,
    wsClient: sockets,
  });
  return {
    // GraphiQL's own reading of the document comes a moment after the typing.
    fetcher: (params, options) => {
      const documentAST = documentOf(params.query) ?? options?.documentAST;
      return byKind(params, { ...options, ...(documentAST && { documentAST }) });
    },
    close: () => void sockets.dispose(),
  };
}

function documentOf(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

function socketUrl(): string {
  const url = new URL('/graphql', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
