import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, subscribe } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Executor, Subgraph } from '../../src/index.js';
import { BoundedQueue } from '../../src/subscribe/bounded-queue.js';
import { federated, Graph } from './graph.js';
import { start } from './ours.js';

const ticks = `
  type Query { now: Int }
  type Subscription { tick(topic: String!): Tick secret: Tick @authenticated }
  type Tick @key(fields: "n") { n: Int! text: String }
`;
const names = 'type Tick @key(fields: "n") { n: Int! name: String }';

export const ticksSchema = buildSubgraphSchema([{ typeDefs: federated(ticks) }]);

const graph = () =>
  Graph.of({
    ticks: { typeDefs: ticks },
    names: {
      typeDefs: names,
      resolvers: {
        Tick: {
          __resolveReference: (tick: object) => tick,
          name: ({ n }: { n: number }) => `tick ${n}`,
        },
      },
    },
  });

/** A subgraph whose events a test fires, by topic; it knows who listens. */
export class Ticks {
  readonly #listeners = new Map<string, Set<BoundedQueue<object>>>();
  readonly graph = graph();
  /** How often any topic was subscribed to. */
  subscribed = 0;

  listening(topic: string): number {
    return this.#listeners.get(topic)?.size ?? 0;
  }

  emit(topic: string, tick: object): void {
    for (const queue of this.#listeners.get(topic) ?? []) queue.push(tick);
  }

  end(topic: string): void {
    for (const queue of this.#listeners.get(topic) ?? []) queue.end();
  }

  fail(topic: string, message: string): void {
    for (const queue of this.#listeners.get(topic) ?? []) queue.fail(new Error(message));
  }

  /** The roots of `ticksSchema`. */
  root(signal?: AbortSignal) {
    return {
      tick: ({ topic }: { topic: string }) =>
        mapped(this.#listen(topic, signal), (tick) => ({ tick })),
    };
  }

  /** Our executor over this subgraph and another one that names its events. */
  executor(): Promise<Executor<unknown>> {
    const own: Subgraph = {
      execute: (request, call) => this.graph.ask('ticks', request, call),
      subscribe: ({ query, variables }, { signal }) => {
        const root = this.root(signal);
        const args = { document: parse(query), variableValues: variables, rootValue: root };
        const results = subscribe({ schema: ticksSchema, ...args });
        return mapped(later(results), (result: ExecutionResult) =>
          JSON.parse(JSON.stringify(result)),
        );
      },
    };
    return start(this.graph, {
      subgraph: (name) => (name === 'ticks' ? own : this.graph.subgraph(name)),
    });
  }

  #listen(topic: string, signal?: AbortSignal): AsyncIterableIterator<object, undefined> {
    this.subscribed++;
    const queues = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, queues);
    const queue = new BoundedQueue<object>(10_000, () => queues.delete(queue));
    queues.add(queue);
    signal?.addEventListener('abort', () => queue.drop());
    return queue;
  }
}

type Results = AsyncGenerator<ExecutionResult> | ExecutionResult;

function later(results: Promise<Results>): AsyncIterator<ExecutionResult> {
  const source = results.then((found) => {
    if (Symbol.asyncIterator in found) return found;
    throw new Error(found.errors?.[0]?.message);
  });
  return {
    next: async () => (await source).next(),
    return: async () => (await source).return(undefined),
  };
}

function mapped<From, To>(
  source: AsyncIterator<From>,
  map: (item: From) => To,
): AsyncIterableIterator<To, undefined> {
  return {
    async next() {
      const item = await source.next();
      return item.done ? { done: true, value: undefined } : { done: false, value: map(item.value) };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
