import type { ApolloServer } from '@apollo/server';
import type { RequestHandler } from 'express';
import type { OperationCosts } from '../demand/operation-costs.js';
import type { RequestContext } from '../executor/executor.js';
import { requireIntrospection } from '../guards/introspection.js';
import type { Origins } from '../guards/origins.js';
import type { TrustGuard } from '../guards/trusted.js';
import type { Callers } from '../identity/caller.js';
import { graphqlDoor } from './graphql.js';
import type { GraphQLDoorParts } from './graphql.js';

type Own = 'openDebug' | 'graph' | 'callerOf' | 'textOf' | 'permit' | 'subscribeElsewhere';

/** `POST /graphql`: the whole graph for our own sites and for scripts, by cookie or bearer token. */
export function portalGraphDoor({
  server,
  callers,
  origins,
  trust,
  open,
  costs,
  ...parts
}: Omit<GraphQLDoorParts, Own> & {
  server: ApolloServer<RequestContext>;
  callers: Callers;
  origins: Origins;
  trust: TrustGuard;
  /** In development everybody may read the schema and inspect their requests, otherwise operators only. */
  open: boolean;
  costs: () => OperationCosts | undefined;
}): RequestHandler {
  const graph = { server, costs, told: <T>(error: T) => error };
  return graphqlDoor({
    ...parts,
    openDebug: open,
    graph: () => graph,
    async callerOf(request) {
      const caller = await callers.of(request);
      if (caller.credential === 'cookie') origins.require(request);
      return caller;
    },
    textOf: (id) => trust.textOf(id),
    permit(admitted, caller) {
      trust.require(admitted, caller);
      requireIntrospection(open, admitted, caller);
    },
    subscribeElsewhere:
      'Send subscriptions over a WebSocket to this address (graphql-transport-ws).',
  });
}
