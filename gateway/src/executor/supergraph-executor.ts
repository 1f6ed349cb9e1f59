import { createExecutor } from '@propertea/executor';
import type {
  Caller,
  Executor as PlanExecutor,
  ExecutorObserver,
  FetchCache,
  IncrementalResult,
  Subgraph,
} from '@propertea/executor';
import { ANONYMOUS } from '@propertea/kernel';
import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { eachOf } from './each-of.js';
import type { ExecutionRequest, Executor, RequestContext } from './executor.js';

/** How many operations are planned on a new supergraph before it serves. */
const WARMED = 200;
/** For so many supergraphs back operations may still come that were validated before a swap. */
const KEPT = 3;

type SchemaListener = (schema: GraphQLSchema, supergraphSdl: string) => void;

interface Version {
  readonly plans: PlanExecutor<RequestContext>;
  readonly supergraphSdl: string;
}

/** The way to a subgraph by its name, for one version of the supergraph. */
export type SubgraphOf = (name: string, supergraphSdl: string) => Subgraph<RequestContext>;

/** Our executor, one instance for each version of the supergraph. */
export interface SupergraphExecutorOptions {
  /** Is told what is planned. */
  observe?: ExecutorObserver;
  /** Keeps what may be kept between queries. */
  cache?: FetchCache<RequestContext> | undefined;
}

export function supergraphExecutor(
  subgraph: SubgraphOf,
  options: SupergraphExecutorOptions = {},
): Executor {
  return new SupergraphExecutor(subgraph, options);
}

class SupergraphExecutor implements Executor {
  /** By the schema that operations are validated against, the oldest first. Whoever holds on to one holds no version. */
  readonly #versions = new Map<GraphQLSchema, Version>();
  readonly #listeners = new Set<SchemaListener>();
  #current: Version | undefined;

  constructor(
    private readonly subgraph: SubgraphOf,
    private readonly options: SupergraphExecutorOptions,
  ) {}

  get cachedBytes(): number {
    return this.#current?.plans.cachedBytes ?? 0;
  }

  load(supergraphSdl: string): Promise<GraphQLSchema> {
    return this.swap(supergraphSdl);
  }

  async swap(supergraphSdl: string): Promise<GraphQLSchema> {
    const plans = await createExecutor<RequestContext>({
      supergraphSdl,
      defer: true,
      subgraph: (name) => this.subgraph(name, supergraphSdl),
      caller: ({ identity }) => callerOf(identity),
      recorder: ({ record }) => record,
      ...this.options,
    });
    const previous = this.#current;
    try {
      if (previous) await plans.warm(previous.plans.operations().slice(0, WARMED));
    } catch (error) {
      await plans.stop();
      throw error;
    }
    const version = { plans, supergraphSdl };
    this.#versions.set(plans.schema, version);
    this.#current = version;
    for (const listener of this.#listeners) listener(plans.schema, supergraphSdl);
    if (previous) await this.#retire(previous);
    return plans.schema;
  }

  async execute(request: ExecutionRequest, context: RequestContext): Promise<ExecutionResult> {
    const { plans } = this.#versionOf(request);
    return told(await plans.execute(request, context, context.signal), context);
  }

  async executeIncrementally(
    request: ExecutionRequest,
    context: RequestContext,
  ): Promise<ExecutionResult | IncrementalResult> {
    const { plans } = this.#versionOf(request);
    const result = await plans.executeIncrementally(request, context, context.signal);
    if (!('initial' in result)) return told(result, context);
    const { hasNext, ...first } = result.initial;
    return {
      initial: { ...told(first, context), hasNext },
      subsequent: eachOf(result.subsequent[Symbol.asyncIterator](), (part) => ({
        ...part,
        incremental: part.incremental.map((increment) => ({
          ...increment,
          errors: explained(increment.errors, context),
        })),
      })),
    };
  }

  async subscribe(
    request: ExecutionRequest,
    context: RequestContext,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const { plans } = this.#versionOf(request);
    const results = await plans.subscribe(request, context, context.signal);
    if (!(Symbol.asyncIterator in results)) return told(results, context);
    return eachOf(results, (result) => told(result, context));
  }

  onSchema(listener: SchemaListener): () => void {
    this.#listeners.add(listener);
    if (this.#current) listener(this.#current.plans.schema, this.#current.supergraphSdl);
    return () => void this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    const versions = [...this.#versions.values()];
    this.#versions.clear();
    this.#current = undefined;
    await Promise.all(versions.map(({ plans }) => plans.stop()));
  }

  #versionOf({ schema }: ExecutionRequest): Version {
    const version = this.#versions.get(schema) ?? this.#current;
    if (!version) throw new Error('No supergraph is loaded');
    return version;
  }

  async #retire(version: Version): Promise<void> {
    version.plans.rest();
    const [oldest] = this.#versions.values();
    if (!oldest || this.#versions.size <= KEPT + 1) return;
    this.#versions.delete(oldest.plans.schema);
    await oldest.plans.stop();
  }
}

function told({ data, errors }: ExecutionResult, context: RequestContext): ExecutionResult {
  const kept = explained(errors, context);
  return { ...(data !== undefined && { data }), ...(kept && { errors: kept }) };
}

/** References whose object is gone or hidden are null where the schema lets them be; that is no error. */
function explained(
  errors: readonly GraphQLError[] | undefined,
  { logger }: RequestContext,
): readonly GraphQLError[] | undefined {
  const kept = errors?.filter(({ extensions }) => extensions['code'] !== 'NULL_VIOLATION') ?? [];
  if (errors && kept.length < errors.length)
    logger.debug({ errors }, 'nulls that no room explained');
  return kept.length > 0 ? kept : undefined;
}

function callerOf({ persona, scopes }: RequestContext['identity']): Caller {
  // No policy engine is installed, so no @policy holds for anybody.
  return { authenticated: persona !== ANONYMOUS.persona, scopes, policies: [] };
}
