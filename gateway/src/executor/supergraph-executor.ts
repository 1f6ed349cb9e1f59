import { createExecutor } from '@propertea/executor';
import type { Caller, Executor as PlanExecutor, Subgraph } from '@propertea/executor';
import { ANONYMOUS } from '@propertea/kernel';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { eachOf } from './each-of.js';
import type { ExecutionRequest, Executor, RequestContext } from './executor.js';

/** How many operations are planned on a new supergraph before it serves. */
const WARMED = 200;
/** How long after a swap operations may still come that were validated before it, in ms. */
const GRACE_MS = 30_000;

type SchemaListener = (schema: GraphQLSchema, supergraphSdl: string) => void;

interface Version {
  readonly plans: PlanExecutor<RequestContext>;
  readonly supergraphSdl: string;
}

/** Our executor, one instance for each version of the supergraph; `subgraph` gives the way to each room. */
export function supergraphExecutor(subgraph: (room: string) => Subgraph<RequestContext>): Executor {
  return new SupergraphExecutor(subgraph);
}

class SupergraphExecutor implements Executor {
  readonly #versions = new WeakMap<GraphQLSchema, Version>();
  readonly #listeners = new Set<SchemaListener>();
  readonly #retired = new Map<Version, NodeJS.Timeout>();
  #current: Version | undefined;

  constructor(private readonly subgraph: (room: string) => Subgraph<RequestContext>) {}

  load(supergraphSdl: string): Promise<GraphQLSchema> {
    return this.swap(supergraphSdl);
  }

  async swap(supergraphSdl: string): Promise<GraphQLSchema> {
    const plans = await createExecutor<RequestContext>({
      supergraphSdl,
      subgraph: this.subgraph,
      caller: ({ identity }) => callerOf(identity),
    });
    const previous = this.#current;
    if (previous) await plans.warm(previous.plans.operations().slice(0, WARMED));
    const version = { plans, supergraphSdl };
    this.#versions.set(plans.schema, version);
    this.#current = version;
    for (const listener of this.#listeners) listener(plans.schema, supergraphSdl);
    if (previous) this.#retire(previous);
    return plans.schema;
  }

  async execute(request: ExecutionRequest, context: RequestContext): Promise<ExecutionResult> {
    const { plans } = this.#versionOf(request);
    return told(await plans.execute(request, context, context.signal), context);
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
    const versions = [...this.#retired.keys(), ...(this.#current ? [this.#current] : [])];
    for (const timer of this.#retired.values()) clearTimeout(timer);
    this.#retired.clear();
    this.#current = undefined;
    await Promise.all(versions.map(({ plans }) => plans.stop()));
  }

  #versionOf({ schema }: ExecutionRequest): Version {
    const version = this.#versions.get(schema) ?? this.#current;
    if (!version) throw new Error('No supergraph is loaded');
    return version;
  }

  #retire(version: Version): void {
    const timer = setTimeout(() => {
      this.#retired.delete(version);
      void version.plans.stop();
    }, GRACE_MS);
    timer.unref();
    this.#retired.set(version, timer);
  }
}

/** References whose object is gone or hidden are null where the schema lets them be; that is no error. */
function told({ data, errors }: ExecutionResult, { logger }: RequestContext): ExecutionResult {
  const kept = errors?.filter(({ extensions }) => extensions['code'] !== 'NULL_VIOLATION') ?? [];
  if (errors && kept.length < errors.length)
    logger.debug({ errors }, 'nulls that no room explained');
  return {
    ...(data !== undefined && { data }),
    ...(kept.length > 0 && { errors: kept }),
  };
}

function callerOf({ persona, scopes }: RequestContext['identity']): Caller {
  // No policy engine is installed, so no @policy holds for anybody.
  return { authenticated: persona !== ANONYMOUS.persona, scopes, policies: [] };
}
