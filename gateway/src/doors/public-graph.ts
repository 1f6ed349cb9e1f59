import type { RequestHandler } from 'express';
import { HttpFault } from '../guards/body.js';
import type { Callers } from '../identity/caller.js';
import type { PublicGraph } from '../public-graph/public-graph.js';
import { graphqlDoor } from './graphql.js';
import type { GraphQLDoorParts } from './graphql.js';

type Own = 'graph' | 'callerOf' | 'requireIntrospection' | 'subscribeElsewhere';

/**
 * `POST /public/graphql`: the public contract for integrators, by API key or bearer token. Everybody may
 * read its schema, and nothing that it does not show is told of.
 */
export function publicGraphDoor({
  publicGraph,
  publicCallers,
  ...parts
}: Omit<GraphQLDoorParts, Own> & {
  publicGraph: PublicGraph;
  publicCallers: Pick<Callers, 'of'>;
}): RequestHandler {
  return graphqlDoor({
    ...parts,
    async graph() {
      const service = await publicGraph.service();
      if (!service) throw new HttpFault(404, 'NOT_FOUND', 'Nothing is public here.');
      return { server: service.server, told: (error) => service.names.withheld(error) };
    },
    callerOf: (request) => publicCallers.of(request),
    requireIntrospection: () => undefined,
    subscribeElsewhere: 'The public graph has no subscriptions.',
  });
}
