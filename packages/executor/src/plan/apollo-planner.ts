import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
} from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { QueryPlan } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';
import { overrideLabels } from './override-labels.js';
import { repairPlanner } from './planner-repairs.js';
import type { PlanRequest } from './planner.js';
import { withResolvableKeysOnly } from './resolvable-keys.js';

repairPlanner();

/** Bounds of one search; beyond them the best plan so far is taken. */
const SEARCH = { maxEvaluatedPlans: 1_000, pathsLimit: 1_000 };

/** Apollo's query planner over one supergraph, in the thread that calls it. */
export interface ApolloPlanner {
  readonly apiSdl: string;
  /** What `operation` asks for that no subgraph answers is left out of the plan. */
  plan(request: PlanRequest): QueryPlan;
}

/** Throws when the supergraph cannot be read or asks for a feature that is not known. */
export function apolloPlanner(supergraphSdl: string): ApolloPlanner {
  const supergraph = Supergraph.build(withResolvableKeysOnly(supergraphSdl), {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    validateSupergraph: true,
  });
  const planner = new QueryPlanner(supergraph, {
    reuseQueryFragments: false,
    debug: SEARCH,
    incrementalDelivery: { enableDefer: true },
  });
  const apiSchema = supergraph.apiSchema();
  const labels = overrideLabels(supergraphSdl);
  return {
    apiSdl: printSchema(apiSchema.toGraphQLJSSchema()),
    plan({ operation, overrides }) {
      const overrideConditions = new Map(labels.map((label) => [label, overrides.includes(label)]));
      return planner.buildQueryPlan(
        operationFromDocument(apiSchema, parse(operation, { noLocation: true })),
        { overrideConditions },
      );
    },
  };
}
