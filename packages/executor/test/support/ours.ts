import type { QueryPlan } from '@apollo/query-planner';
import { parse, validate } from 'graphql';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { createExecutor, PlanningError } from '../../src/index.js';
import { apolloPlanner } from '../../src/plan/apollo-planner.js';
import type {
  Executor,
  ExecutorOptions,
  LoadedPlanner,
  LoadPlanner,
  PlanRequest,
} from '../../src/index.js';
import type { Graph } from './graph.js';

type Variables = Record<string, unknown>;

export interface Asked {
  readonly variables?: Variables;
  readonly operationName?: string;
  readonly context?: unknown;
  readonly signal?: AbortSignal;
}

/** A result as a client reads it from the wire. */
export interface Answer {
  readonly data?: any;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
}

const running = new Set<Executor<any>>();
afterAll(async () => {
  await Promise.all([...running].map((executor) => executor.stop()));
});

const planners = new Map<string, ReturnType<typeof apolloPlanner>>();

/** The planner in this thread: the thread of its own runs what was built, not the sources. */
export const plannerHere: LoadPlanner = (supergraphSdl) => {
  let known = planners.get(supergraphSdl);
  if (!known) {
    if (planners.size > 20) planners.clear();
    planners.set(supergraphSdl, (known = apolloPlanner(supergraphSdl)));
  }
  return plannerOf(known);
};

/** A planner of this thread that answers as one in a thread of its own does. */
export function plannerOf(here: ReturnType<typeof apolloPlanner>): Promise<LoadedPlanner> {
  const { apiSdl } = here;
  const planner = {
    plan: (request: PlanRequest) =>
      new Promise<QueryPlan>((resolve, reject) => {
        try {
          resolve(JSON.parse(JSON.stringify(here.plan(request))));
        } catch (error) {
          reject(new PlanningError('UNANSWERABLE', (error as Error).message));
        }
      }),
    rest: () => undefined,
    stop: () => Promise.resolve(),
  };
  return Promise.resolve({ planner, apiSdl });
}

/** An executor of ours over the graph; it stops when the tests of the file are over. */
export async function start(
  graph: Graph,
  options: Partial<ExecutorOptions<any>> = {},
): Promise<Executor<any>> {
  const { supergraphSdl, subgraph } = graph;
  const planner = plannerHere;
  const executor = await createExecutor<any>({ supergraphSdl, subgraph, planner, ...options });
  running.add(executor);
  return executor;
}

/** What an executor answers to a valid operation, over the wire. */
export async function ask(
  executor: Executor<any>,
  query: string,
  { variables, operationName, context, signal }: Asked = {},
): Promise<Answer> {
  const document = valid(executor, query);
  const operation = { document, operationName, variables };
  return onTheWire(await executor.execute(operation, context, signal));
}

/** The results of a subscription, or the one that says why there is none. */
export function subscribe(
  executor: Executor<any>,
  query: string,
  { variables, operationName, context, signal }: Asked = {},
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const document = valid(executor, query);
  return executor.subscribe({ document, operationName, variables }, context, signal);
}

/** A stream of results; fails where the subscription was refused. */
export async function events(
  executor: Executor<any>,
  query: string,
  asked: Asked = {},
): Promise<AsyncIterableIterator<ExecutionResult>> {
  const stream = await subscribe(executor, query, asked);
  if (Symbol.asyncIterator in stream) return stream;
  throw new Error(`No subscription: ${JSON.stringify(stream)}`);
}

/** Where the errors of an answer are, sorted. */
export const paths = ({ errors = [] }: Answer): string[] =>
  errors.map(({ path }) => JSON.stringify(path ?? null)).toSorted();

export const onTheWire = (result: ExecutionResult): Answer => JSON.parse(JSON.stringify(result));

function valid(executor: Executor<any>, query: string) {
  const document = parse(query);
  const mistakes = validate(executor.schema, document);
  if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join('\n'));
  return document;
}
