import { buildASTSchema, getVariableValues, GraphQLError, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { compileOperation } from './compile/compile-operation.js';
import type { CompiledOperation } from './compile/compile-operation.js';
import type { Executor, ExecutorOptions, Operation, WarmOperation } from './executor.js';
import { introspect } from './operation/introspection.js';
import { OperationCache } from './operation/operation-cache.js';
import { prepare } from './operation/prepare.js';
import { selectOperation } from './operation/select-operation.js';
import { sourceKeys } from './operation/source-keys.js';
import { overrideLabels } from './plan/override-labels.js';
import { PlanningError } from './plan/planner.js';
import type { LoadedPlanner } from './plan/planner.js';
import { threadedPlanner } from './plan/threaded-planner.js';
import { NOBODY } from './policy/caller.js';
import type { Caller } from './policy/caller.js';
import { createPolicies } from './policy/policies.js';
import { answerOf, tellUnanswerable } from './run/answer.js';
import type { JsonObject } from './run/json.js';
import { united } from './run/merge.js';
import { ErrorList } from './run/plan-error.js';
import { addRoot, requestOf, runPlan, sentVariables } from './run/plan-run.js';
import type { RunParts } from './run/plan-run.js';
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

class SupergraphExecutor<Context> implements Executor<Context> {
  readonly schema: GraphQLSchema;
  readonly #cache: OperationCache;
  readonly #labels: readonly string[];
  readonly #policies: ReturnType<typeof createPolicies>;
  readonly #subgraphs: ReadonlyMap<string, Subgraph<Context>>;
  readonly #sourceKey: ReturnType<typeof sourceKeys>;

  constructor(
    private readonly options: ExecutorOptions<Context>,
    private readonly facts: ReturnType<typeof readSupergraph>,
    private readonly loaded: LoadedPlanner,
  ) {
    this.schema = buildASTSchema(parse(loaded.apiSdl, { noLocation: true }), {
      assumeValid: true,
    });
    this.#cache = new OperationCache(options.cacheBytes ?? CACHE_BYTES);
    this.#labels = overrideLabels(options.supergraphSdl);
    this.#policies = createPolicies(facts.document, this.schema);
    this.#subgraphs = new Map(
      facts.subgraphs.map(({ name, url }) => [name, options.subgraph(name, url)]),
    );
    this.#sourceKey = sourceKeys(facts);
  }

  get cachedBytes(): number {
    return this.#cache.bytes;
  }

  async execute(
    asked: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<ExecutionResult> {
    const begun = await this.#begin(asked, context, signal);
    if ('failed' in begun) return begun.failed;
    const { operation, parts } = begun;
    if (operation.kind === 'subscription') return refused('Send subscriptions over a socket.');
    const [first, ...others] = operation.plans;
    const data = await runPlan(first ?? [], parts);
    for (const steps of others) united(data, await runPlan(steps, parts));
    return this.#answer(operation, data, parts);
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
    if (!source) return this.#answer(operation, {}, parts);
    if (!subgraph?.subscribe) return refused(`Nothing of ${source.subgraph} can be subscribed to.`);
    const { content } = source;
    const closing = new AbortController();
    const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    const call = { context, kind: 'subscription', signal: both } as const;
    const events = subgraph.subscribe(requestOf(source, sentVariables(source, parts)), call);
    return liveResults(events, closing, signal, async (event) => {
      const data: JsonObject = {};
      const own = { ...parts, signal: both, errors: new ErrorList() };
      if (content.kind === 'root') addRoot(content, event, own, data);
      for (const steps of operation.plans) await runPlan(steps, own, data);
      return this.#answer(operation, data, own);
    });
  }

  operations(): WarmOperation[] {
    return this.#cache.operations();
  }

  async warm(operations: readonly WarmOperation[]): Promise<void> {
    for (const { document: text, caller, overrides } of operations) {
      const document = parse(text, { noLocation: true });
      const known = overrides.filter((label) => this.#labels.includes(label));
      if (validate(this.schema, document).length > 0) continue;
      await this.#compiled(document, '', this.#policies && (caller ?? NOBODY), known);
    }
  }

  rest(): void {
    this.loaded.planner.rest();
  }

  async stop(): Promise<void> {
    await this.loaded.planner.stop();
  }

  async #begin(
    asked: Operation,
    context: Context,
    signal: AbortSignal | undefined,
  ): Promise<
    { failed: ExecutionResult } | { operation: CompiledOperation; parts: RunParts<Context> }
  > {
    const caller = this.#policies && (this.options.caller?.(context) ?? NOBODY);
    const overrides = this.#labels.filter((label) => this.#overrides(label, context));
    let operation: CompiledOperation;
    try {
      operation = await this.#compiled(
        asked.document,
        asked.operationName ?? '',
        caller,
        overrides,
      );
    } catch (error) {
      return { failed: { errors: [toGraphQLError(error)] } };
    }
    const given = asked.variables ?? {};
    const { coerced, errors } = getVariableValues(
      this.schema,
      operation.variableDefinitions ?? [],
      given,
      { maxErrors: 20 },
    );
    if (!coerced) return { failed: { errors: errors.map(asBadInput) } };
    const parts = {
      subgraphs: this.#subgraphs,
      possibleTypes: this.facts.possibleTypes,
      context,
      signal,
      variables: given,
      conditions: coerced,
      errors: new ErrorList(),
    };
    return { operation, parts };
  }

  #compiled(
    document: DocumentNode,
    operationName: string,
    caller: Caller | undefined,
    overrides: readonly string[],
  ): CompiledOperation | Promise<CompiledOperation> {
    const rights = caller && this.#policies ? this.#policies.rightsKey(caller) : '';
    const variant = { rights, caller, overrides };
    return (
      this.#cache.find(document, operationName, variant) ??
      this.#cache.get(document, operationName, variant, () =>
        this.#compile(document, operationName, caller, overrides),
      )
    );
  }

  async #compile(
    document: DocumentNode,
    operationName: string,
    caller: Caller | undefined,
    overrides: readonly string[],
  ): Promise<CompiledOperation> {
    const asked = selectOperation(document, operationName || undefined);
    const permitted = caller && this.#policies?.apply(asked.operation, asked.fragments, caller);
    const allowed = permitted
      ? permitted.operation && { operation: permitted.operation, fragments: permitted.fragments }
      : asked;
    const refusals = permitted?.refusals ?? [];
    const prepared = prepare(asked, allowed, refusals, this.facts, this.#sourceKey);
    const plans = await Promise.all(
      prepared.toPlan.map((operation) => this.loaded.planner.plan({ operation, overrides })),
    );
    return compileOperation(prepared, plans, this.facts, {
      schema: this.schema,
      sourceKey: this.#sourceKey,
      refuses: (type, node) => permitted?.refusesNode(type, node) ?? false,
    });
  }

  #overrides(label: string, context: Context): boolean {
    if (this.options.override) return this.options.override(label, context);
    const [, percent] = /^percent\(([\d.]+)\)$/.exec(label) ?? [];
    return percent !== undefined && Math.random() * 100 < Number(percent);
  }

  #answer(
    operation: CompiledOperation,
    data: JsonObject,
    { conditions, variables, errors }: RunParts<Context>,
  ): ExecutionResult {
    if (operation.isUnanswerable) tellUnanswerable(operation, conditions, errors);
    if (operation.introspection) {
      const { data: told } = introspect(this.schema, operation.introspection, variables);
      for (const [key, value] of Object.entries(told ?? {})) data[key] = value;
    }
    return answerOf(operation, data, conditions, errors);
  }
}

function refused(message: string): ExecutionResult {
  return { errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })] };
}

function asBadInput(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
  });
}

function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof PlanningError) {
    return new GraphQLError(error.message, {
      originalError: error,
      extensions: { code: error.code },
    });
  }
  throw error;
}
