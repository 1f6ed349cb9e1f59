import type { RequestHandler } from 'express';
import { meterOf, spenderOf } from '../demand/meter.js';
import type { RateLimits } from '../demand/rate-limits.js';
import { HttpFault } from '../guards/body.js';
import type { CostMetrics } from '../metrics/gateway-metrics.js';
import type { Callers } from '../identity/caller.js';
import type { PersistedQueries } from '../persisted-queries/persisted-queries.js';
import type { PublicGraph, PublicService } from '../public-graph/public-graph.js';
import { graphqlDoor } from './graphql.js';
import type { GraphQLDoorParts } from './graphql.js';

type Own =
  | 'openDebug'
  | 'graph'
  | 'callerOf'
  | 'documents'
  | 'keep'
  | 'permit'
  | 'subscribeElsewhere'
  | 'meter';

/**
 * `POST /public/graphql`: the public contract for integrators, by API key or bearer token. Everybody may
 * read its schema, and nothing that it does not show is told of. Operations are charged by their cost.
 */
export function publicGraphDoor({
  publicGraph,
  publicCallers,
  rateLimits,
  operationUnits,
  cost,
  persisted,
  ...parts
}: Omit<GraphQLDoorParts, Own> & {
  publicGraph: PublicGraph;
  publicCallers: Pick<Callers, 'of'>;
  rateLimits: RateLimits;
  /** What one operation may cost. */
  operationUnits: number;
  cost: CostMetrics;
  persisted: PersistedQueries;
}): RequestHandler {
  async function service(): Promise<PublicService> {
    const present = await publicGraph.service();
    if (!present) throw new HttpFault(404, 'NOT_FOUND', 'Nothing is public here.');
    return present;
  }

  return graphqlDoor({
    ...parts,
    async graph() {
      const { server, names, costs } = await service();
      return { server, costs: () => costs, told: (error) => names.withheld(error) };
    },
    async meter(metered) {
      const { costs } = await service();
      return meterOf(metered, { costs, limits: rateLimits, operationUnits, counts: cost });
    },
    callerOf: (request) => publicCallers.of(request),
    permit: () => undefined,
    // A plan names what the contract hides.
    openDebug: false,
    documents: persisted,
    keep({ hash, query }, caller, request) {
      if (hash !== undefined) persisted.keep(hash, query, spenderOf(caller, request));
    },
    subscribeElsewhere: 'The public graph has no subscriptions.',
  });
}
