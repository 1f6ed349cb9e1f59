import './telemetry-off.js';
import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from '@propertea/chassis/runtime';
import { Kind } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { guardSupergraph } from '../authorization/guard-supergraph.js';
import type { ExecutionRequest, Executor, LoadedSupergraph, RequestContext } from './executor.js';

type ApolloRequestContext = Parameters<ApolloGateway['executor']>[0];

/**
 * The executor of Apollo's own `ApolloGateway`, one instance for each version of the supergraph.
 * `dataSourceOf` gives the way to each room by its name.
 */
export function apolloExecutor(options: {
  dataSourceOf: (room: string) => GraphQLDataSource;
  logger: Logger;
}): Executor {
  return new ApolloExecutor(options.dataSourceOf, options.logger);
}

class ApolloExecutor implements Executor {
  readonly #versions = new WeakMap<GraphQLSchema, LoadedSupergraph>();
  readonly #listeners = new Set<(schema: GraphQLSchema, supergraphSdl: string) => void>();
  #current: { loaded: LoadedSupergraph; supergraphSdl: string } | undefined;

  constructor(
    private readonly dataSourceOf: (room: string) => GraphQLDataSource,
    private readonly logger: Logger,
  ) {}

  load(supergraphSdl: string): Promise<GraphQLSchema> {
    return this.swap(supergraphSdl);
  }

  async swap(supergraphSdl: string): Promise<GraphQLSchema> {
    const loaded = await guardSupergraph(supergraphSdl, (sdl) => this.#build(sdl));
    this.#versions.set(loaded.schema, loaded);
    const previous = this.#current;
    this.#current = { loaded, supergraphSdl };
    for (const listener of this.#listeners) listener(loaded.schema, supergraphSdl);
    await previous?.loaded.stop();
    return loaded.schema;
  }

  async execute(request: ExecutionRequest, context: RequestContext): Promise<ExecutionResult> {
    const version = this.#versions.get(request.schema) ?? this.#current?.loaded;
    if (!version) throw new Error('No supergraph is loaded');
    return version.execute(request, context);
  }

  onSchema(listener: (schema: GraphQLSchema, supergraphSdl: string) => void): () => void {
    this.#listeners.add(listener);
    if (this.#current) listener(this.#current.loaded.schema, this.#current.supergraphSdl);
    return () => void this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    await this.#current?.loaded.stop();
    this.#current = undefined;
  }

  async #build(supergraphSdl: string): Promise<LoadedSupergraph> {
    const gateway = new ApolloGateway({
      supergraphSdl,
      buildService: ({ name }) => this.dataSourceOf(name),
      logger: quiet(this.logger),
      __exposeQueryPlanExperimental: false,
    });
    const { schema, executor } = await gateway.load();
    return {
      schema,
      execute: (request, context) => execute(executor, request, context, this.logger),
      // Only schema polling and telemetry stop; operations in flight still finish.
      stop: () => gateway.stop(),
    };
  }
}

async function execute(
  executor: ApolloGateway['executor'],
  request: ExecutionRequest,
  context: RequestContext,
  logger: Logger,
): Promise<ExecutionResult> {
  const result = await executor(toApollo(request, context, logger));
  const completion: unknown = result.extensions?.valueCompletion;
  if (completion) context.logger.debug({ completion }, 'nulls that no room explained');
  // valueCompletion tells of references whose object is gone or hidden: that is null, not an error.
  return { data: result.data, errors: result.errors };
}

function toApollo(
  request: ExecutionRequest,
  context: RequestContext,
  logger: Logger,
): ApolloRequestContext {
  const operation = request.document.definitions.find(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (!request.operationName || definition.name?.value === request.operationName),
  );
  // The gateway reads no more of Apollo Server's context than this.
  return {
    request: {
      query: request.source,
      operationName: request.operationName,
      variables: request.variables,
    },
    schema: request.schema,
    document: request.document,
    operation,
    operationName: request.operationName ?? null,
    queryHash: request.sourceHash,
    source: request.source,
    context,
    logger: quiet(logger),
    metrics: { captureTraces: false },
  } as unknown as ApolloRequestContext;
}

/** Apollo announces at `info` what our own logs already say. */
function quiet(logger: Logger) {
  return {
    debug: (message?: unknown) => logger.debug(String(message)),
    info: (message?: unknown) => logger.debug(String(message)),
    warn: (message?: unknown) => logger.warn(String(message)),
    error: (message?: unknown) => logger.error(String(message)),
  };
}
