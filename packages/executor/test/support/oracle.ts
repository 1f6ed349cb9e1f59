import './telemetry-off.js';
import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLDataSource } from '@apollo/gateway';
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { Graph } from './graph.js';
import { onTheWire } from './ours.js';
import type { Answer } from './ours.js';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

type RequestContext = Parameters<ApolloGateway['executor']>[0];

/** Apollo's own gateway over the same subgraphs. */
export interface Oracle {
  execute(document: DocumentNode, source: string, variables: object): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * The stock `ApolloGateway` in front of the graph. Besides `data` and `errors` its answers carry
 * `extensions.valueCompletion`: the nulls that it found no error for.
 */
export async function startOracle(graph: Graph): Promise<Oracle> {
  const gateway = new ApolloGateway({
    supergraphSdl: graph.supergraphSdl,
    buildService: ({ name }) => dataSource(graph, name ?? ''),
    logger: silent,
  });
  const { schema, executor } = await gateway.load();
  return {
    async execute(document, source, variables) {
      // The gateway reads no more of Apollo Server's context than this.
      const context = {
        request: { query: source, variables },
        schema,
        document,
        operation: document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION),
        operationName: null,
        queryHash: source,
        source,
        context: {},
        logger: silent,
        metrics: { captureTraces: false },
      } as unknown as RequestContext;
      return onTheWire(await executor(context));
    },
    stop: () => gateway.stop(),
  };
}

function dataSource(graph: Graph, name: string): GraphQLDataSource {
  return {
    async process({ request }) {
      const { query = '', variables = {}, operationName } = request;
      const answer = await graph.ask(name, { query, variables, operationName });
      return answer as Awaited<ReturnType<GraphQLDataSource['process']>>;
    },
  };
}
