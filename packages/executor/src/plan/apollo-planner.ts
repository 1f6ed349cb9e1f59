import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
} from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { QueryPlan } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';
import { readFieldHomes } from './field-homes.js';
import { takeInterfacesAsTheyAre } from './interface-ways.js';
import { overrideLabels } from './override-labels.js';
import { repairPlanner } from './planner-repairs.js';
import type { PlanRequest } from './planner.js';
import { withResolvableKeysOnly } from './resolvable-keys.js';
import { writtenOut } from './write-out.js';

repairPlanner();

/** Bounds of one search: the best of so many plans is taken, and a field may be come to in so many ways. */
const SEARCH = { maxEvaluatedPlans: 1_000, pathsLimit: 1_000 };
/** A field of an interface to which there are more ways is not searched by their combinations. */
const WAYS_OF_INTERFACES = 100;

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
  const homes = readFieldHomes(parse(supergraphSdl, { noLocation: true }));
  takeInterfacesAsTheyAre(supergraph, homes, WAYS_OF_INTERFACES);
  const planner = new QueryPlanner(supergraph, {
    reuseQueryFragments: false,
    debug: SEARCH,
    incrementalDelivery: { enableDefer: true },
  });
  const apiSchema = supergraph.apiSchema();
  const schema = apiSchema.toGraphQLJSSchema();
  const labels = overrideLabels(supergraphSdl);
  return {
    apiSdl: printSchema(schema),
    plan({ operation, overrides }) {
      const overrideConditions = new Map(labels.map((label) => [label, overrides.includes(label)]));
      const text = writtenOut(operation, schema, homes, WAYS_OF_INTERFACES);
      return planner.buildQueryPlan(
        operationFromDocument(apiSchema, parse(text, { noLocation: true })),
        { overrideConditions },
      );
    },
  };
}
