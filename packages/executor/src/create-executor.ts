import type { QueryPlan } from '@apollo/query-planner';
import { buildASTSchema, getVariableValues, GraphQLError, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { FetchCache } from './cache/fetch-cache.js';
import { compileOperation } from './compile/compile-operation.js';
import type { CompiledOperation } from './compile/compile-operation.js';
import type {
  Executor,
  ExecutorOptions,
  IncrementalResponse,
  IncrementalResult,
  Operation,
  Response,
  WarmOperation,
} from './executor.js';
import { introspect } from './operation/introspection.js';
import { decided } from './operation/conditions.js';
import {
  DEFER_DIRECTIVE,
  withDeferredFragments,
  withoutDefer,
} from './operation/deferred-fragments.js';
import type { DeferredLabels } from './operation/deferred-fragments.js';
import { decisionsOf, OperationCache } from './operation/operation-cache.js';
import type { KnownOperation, Variant } from './operation/operation-cache.js';
import { Recording } from './observe/recording.js';
import { afterReading, Pauses } from './operation/pauses.js';
import { prepare } from './operation/prepare.js';
import { refuseMisplacedDefer } from './operation/refuse-defer.js';
import { selectOperation } from './operation/select-operation.js';
import type { SelectedOperation } from './operation/select-operation.js';
import { sourceKeys } from './operation/source-keys.js';
import { overrideLabels } from './plan/override-labels.js';
import { PlanningError } from './plan/planner.js';
import type { LoadedPlanner } from './plan/planner.js';
import { threadedPlanner } from './plan/threaded-planner.js';
import { NOBODY } from './policy/caller.js';
import { createPolicies } from './policy/policies.js';
import { asBadInput, toGraphQLError } from './run/client-errors.js';
import { answerOf, tellUnanswerable, textOf } from './run/answer.js';
import type { JsonObject } from './run/json.js';
import { united } from './run/merge.js';
import { executeInParts, responseOf } from './run/execute-in-parts.js';
import { ErrorList } from './run/plan-error.js';
import { addRoot, runPlan } from './run/plan-run.js';
import type { RunParts } from './run/plan-run.js';
import { requestOf, sentVariables } from './run/request.js';
import type { ShapeParts } from './shape/build-shape.js';
import type { Subgraph } from './subgraph.js';
import { liveResults } from './subscribe/live-results.js';
import { readSupergraph } from './supergraph/read-supergraph.js';

const CACHE_BYTES = 64 * 1024 * 1024;

/**
 * Loads a supergraph of federation 2. Rejects with what is wrong with it; subgraphs may still be down.
 * An operation goes its way through the folders beside this file: operation (what is asked) → plan →
 * compile (once for each operation) → run (fetch and merge) → shape.
 */
export async function createExecutor<Context>(
  options: ExecutorOptions<Context>,
): Promise<Executor<Context>> {
  const facts = readSupergraph(options.supergraphSdl);
  const loaded = await (options.planner ?? threadedPlanner)(options.supergraphSdl);
  try {
    return new SupergraphExecutor(options, facts, loaded);
  } catch (error) {
    await loaded.planner.stop();
    throw error;
  }
}

/** An operation that is answered without being run. */
interface Refused {
  failed: ExecutionResult;
}

/** An operation that may run, and what it runs with. */
interface Begun<Context> {
  operation: CompiledOperation;
  parts: RunParts<Context>;
}

class SupergraphExecutor<Context> implements Executor<Context> {
  readonly schema: GraphQLSchema;
  readonly #cache: OperationCache;
  readonly #labels: readonly string[];
  readonly #policies: ReturnType<typeof createPolicies>;
  readonly #subgraphs: ReadonlyMap<string, Subgraph<Context>>;
  readonly #sourceKey: ReturnType<typeof sourceKeys>;
  /** Not asked where nothing may be kept. */
  readonly #fetchCache: FetchCache<Context> | undefined;

  constructor(
    private readonly options: ExecutorOptions<Context>,
    private readonly facts: ReturnType<typeof readSupergraph>,
    private readonly loaded: LoadedPlanner,
  ) {
    const apiSdl = options.defer ? `${loaded.apiSdl}\n${DEFER_DIRECTIVE}` : loaded.apiSdl;
    this.schema = buildASTSchema(parse(apiSdl, { noLocation: true }), { assumeValid: true });
    this.#cache = new OperationCache(options.cacheBytes ?? CACHE_BYTES);
    this.#labels = overrideLabels(options.supergraphSdl);
    this.#policies = createPolicies(facts.document, this.schema);
    this.#subgraphs = new Map(
      facts.subgraphs.map(({ name, url }) => [name, options.subgraph(name, url)]),
    );
    this.#sourceKey = sourceKeys(facts);
    this.#fetchCache = facts.keepable && options.cache;
  }

  get cachedBytes(): number {
    return this.#cache.bytes;
  }

  async execute(
    asked: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<ExecutionResult> {
    return this.#result(await this.#begin(asked, context, signal));
  }

  async respond(asked: Operation, context: Context, signal?: AbortSignal): Promise<Response> {
    return this.#response(await this.#begin(asked, context, signal));
  }

  async executeIncrementally(
    asked: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<ExecutionResult | IncrementalResult> {
    const begun = await this.#begin(asked, context, signal, 'incremental');
    if ('failed' in begun || !begun.operation.deferred) return this.#result(begun);
    return this.#inParts(begun);
  }

  async respondIncrementally(
    asked: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<Response | IncrementalResponse> {
    const begun = await this.#begin(asked, context, signal, 'incremental');
    if ('failed' in begun || !begun.operation.deferred) return this.#response(begun);
    return responseOf(await this.#inParts(begun));
  }

  async subscribe(
    asked: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const begun = await this.#begin(asked, context, signal);
    if ('failed' in begun) return begun.failed;
    const { operation, parts } = begun;
    const { source } = operation;
    if (operation.kind !== 'subscription') return refused('This operation is no subscription.');
    const subgraph = source && this.#subgraphs.get(source.subgraph);
    if (!source) {
      this.#complete(operation, {}, parts);
      return answerOf(operation, {}, parts);
    }
    if (!subgraph?.subscribe) return refused(`Nothing of ${source.subgraph} can be subscribed to.`);
    const { content } = source;
    const closing = new AbortController();
    const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    const call = { context, kind: 'subscription', signal: both } as const;
    const events = subgraph.subscribe(requestOf(source, sentVariables(source, parts)), call);
    return liveResults(events, closing, signal, async (event) => {
      const data: JsonObject = {};
      const own = { ...parts, signal: both, errors: new ErrorList(), shared: new Map() };
      if (content.kind === 'root') addRoot(content, event, own, data);
      for (const steps of operation.plans) await runPlan(steps, own, data);
      return answerOf(operation, data, own);
    });
  }

  operations(): WarmOperation[] {
    return this.#cache.operations();
  }

  async warm(operations: readonly WarmOperation[]): Promise<void> {
    for (const operation of operations) {
      const { caller, overrides, decisions = {} } = operation;
      const document = parse(operation.document, { noLocation: true });
      const labels = overrides.filter((label) => this.#labels.includes(label));
      if (validate(this.schema, document).length > 0) continue;
      const whole = this.#cache.known(document, '');
      const known = (operation.incremental && whole.incremental) || whole;
      try {
        await this.#compiled(document, '', known, {
          caller: this.#policies && (caller ?? NOBODY),
          overrides: labels,
          decisions,
        });
      } catch (error) {
        // What cannot be planned is refused when it is asked for.
        toGraphQLError(error);
      }
    }
  }

  rest(): void {
    this.loaded.planner.rest();
  }

  async stop(): Promise<void> {
    await this.loaded.planner.stop();
  }

  #inParts({ operation, parts }: Begun<Context>): Promise<IncrementalResult> {
    return executeInParts(operation, parts, (data, own) => this.#complete(operation, data, own));
  }

  async #result(begun: Refused | Begun<Context>): Promise<ExecutionResult> {
    const ran = await this.#run(begun);
    return 'failed' in ran ? ran.failed : answerOf(ran.operation, ran.data, ran.parts);
  }

  async #response(begun: Refused | Begun<Context>): Promise<Response> {
    const ran = await this.#run(begun);
    if ('failed' in ran) return { body: JSON.stringify(ran.failed), hasData: false };
    return { body: textOf(ran.operation, ran.data, ran.parts), hasData: true };
  }

  async #run(
    begun: Refused | Begun<Context>,
  ): Promise<Refused | (Begun<Context> & { data: JsonObject })> {
    if ('failed' in begun) return begun;
    const { operation, parts } = begun;
    if (operation.kind === 'subscription') {
      return { failed: refused('Send subscriptions over a socket.') };
    }
    const [first, ...others] = operation.plans;
    const data = await runPlan(first ?? [], parts);
    for (const steps of others) united(data, await runPlan(steps, parts), parts.interfaces);
    this.#complete(operation, data, parts);
    return { operation, parts, data };
  }

  async #begin(
    asked: Operation,
    context: Context,
    signal: AbortSignal | undefined,
    delivery?: 'incremental',
  ): Promise<Refused | Begun<Context>> {
    const caller = this.#policies && (this.options.caller?.(context) ?? NOBODY);
    const overrides = this.#labels.filter((label) => this.#overrides(label, context));
    const { document, operationName } = asked;
    const name = operationName ?? '';
    const given = asked.variables ?? {};
    let operation: CompiledOperation;
    let conditions: Record<string, unknown>;
    let isKnown: boolean;
    try {
      if (!this.#cache.knows(document)) await afterReading(document);
      const whole = this.#cache.known(document, name);
      const known = (delivery && whole.incremental) ?? whole;
      const definitions = known.variableDefinitions ?? [];
      const { coerced, errors } = getVariableValues(this.schema, definitions, given, {
        maxErrors: 20,
      });
      if (!coerced) return { failed: { errors: errors.map(asBadInput) } };
      conditions = coerced;
      const decisions = decisionsOf(known, coerced);
      const found = this.#compiled(document, name, known, { caller, overrides, decisions });
      isKnown = !(found instanceof Promise);
      this.options.observe?.lookedUp?.(isKnown);
      operation = await found;
    } catch (error) {
      return { failed: { errors: [toGraphQLError(error)] } };
    }
    const recorder = this.options.recorder?.(context);
    const parts = {
      subgraphs: this.#subgraphs,
      possibleTypes: this.facts.possibleTypes,
      interfaces: this.facts.interfaces,
      context,
      signal,
      variables: given,
      conditions,
      errors: new ErrorList(),
      shared: new Map<JsonObject, string>(),
      texts: { arePlain: true },
      recording: recorder && new Recording(recorder, operation.plans, isKnown),
      cache: operation.kind === 'query' ? this.#fetchCache : undefined,
    };
    return { operation, parts };
  }

  #compiled(
    document: DocumentNode,
    operationName: string,
    known: KnownOperation,
    variant: Omit<Variant, 'rights'>,
  ): CompiledOperation | Promise<CompiledOperation> {
    const { caller } = variant;
    const rights = caller && this.#policies ? this.#policies.rightsKey(caller) : '';
    return this.#cache.get(known, { rights, ...variant }, async () => {
      await afterReading(document);
      return this.#compile(selectOperation(document, operationName || undefined), known, variant);
    });
  }

  async #compile(
    selected: SelectedOperation,
    { usesDefer, holdsByDefault }: KnownOperation,
    variant: Omit<Variant, 'rights'>,
  ): Promise<CompiledOperation> {
    const { decisions } = variant;
    const asked = decided(selected, decisions);
    if (!usesDefer) return this.#planned(asked, variant);
    refuseMisplacedDefer(selected);
    const deferring = holdsByDefault && withDeferredFragments(asked, decisions);
    if (deferring && deferring.labels.size > 0) {
      try {
        return await this.#planned(deferring.selected, variant, deferring.labels);
      } catch (error) {
        // What cannot be planned in parts may be as a whole.
        if (!(error instanceof PlanningError)) throw error;
      }
    }
    return this.#planned(withoutDefer(asked), variant);
  }

  async #planned(
    asked: SelectedOperation,
    { caller, overrides }: Omit<Variant, 'rights'>,
    deferred?: DeferredLabels,
  ): Promise<CompiledOperation> {
    const pauses = new Pauses();
    const permitted = caller && this.#policies?.apply(asked.operation, asked.fragments, caller);
    const allowed = permitted
      ? permitted.operation && { operation: permitted.operation, fragments: permitted.fragments }
      : asked;
    const refusals = permitted?.refusals ?? [];
    const shapeParts: ShapeParts = {
      schema: this.schema,
      sourceKey: this.#sourceKey,
      refuses: (type, node) => permitted?.refusesNode(type, node) ?? false,
    };
    const prepared = await prepare(asked, allowed, refusals, this.facts, shapeParts, pauses);
    if (deferred && prepared.toPlan.length > 1) {
      throw new PlanningError('UNANSWERABLE', 'Nothing is deferred of what is planned apart.');
    }
    const plans = await this.#plan(prepared.toPlan, overrides);
    return compileOperation(prepared, plans, this.facts, shapeParts, deferred);
  }

  async #plan(operations: readonly string[], overrides: readonly string[]): Promise<QueryPlan[]> {
    const { planner } = this.loaded;
    const begun = performance.now();
    const { observe } = this.options;
    try {
      const plans = await Promise.all(
        operations.map((operation) => planner.plan({ operation, overrides })),
      );
      observe?.planned?.(performance.now() - begun);
      return plans;
    } catch (error) {
      observe?.planned?.(performance.now() - begun, error);
      throw error;
    }
  }

  #overrides(label: string, context: Context): boolean {
    if (this.options.override) return this.options.override(label, context);
    const [, percent] = /^percent\(([\d.]+)\)$/.exec(label) ?? [];
    return percent !== undefined && Math.random() * 100 < Number(percent);
  }

  /** Adds to the tree what no subgraph has to say. */
  #complete(
    operation: CompiledOperation,
    data: JsonObject,
    { conditions, variables, errors }: RunParts<Context>,
  ): void {
    if (operation.isUnanswerable) tellUnanswerable(operation, conditions, errors);
    if (!operation.introspection) return;
    const { data: told } = introspect(this.schema, operation.introspection, variables);
    for (const [key, value] of Object.entries(told ?? {})) data[key] = value;
  }
}

function refused(message: string): ExecutionResult {
  return { errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })] };
}
