import { buildSchema, subscribe } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { BoundedQueue } from '../src/subscribe/bounded-queue.js';
import type { Executor } from '../src/executor.js';

export const ticksSchema = buildSchema(`
  type Query { now: Int }
  type Subscription { tick(topic: String!): Tick refused: Tick }
  type Tick { n: Int text: String executed: Int }
`);

/** Events by topic, and who listens to them. */
export class Ticks {
  readonly #listeners = new Map<string, Set<BoundedQueue<object>>>();
  /** How often a topic was subscribed to, and how often an event was executed. */
  subscribed = 0;
  executed = 0;

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

  source(topic: string, signal?: AbortSignal): AsyncIterableIterator<object> {
    this.subscribed++;
    const queues = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, queues);
    const queue = new BoundedQueue<object>(10_000, () => queues.delete(queue));
    queues.add(queue);
    signal?.addEventListener('abort', () => queue.drop());
    return queue;
  }

  /** The resolvers of `ticksSchema`. */
  root(signal?: AbortSignal) {
    return {
      tick: ({ topic }: { topic: string }) =>
        mapped(this.source(topic, signal), (tick) => ({ tick })),
      refused: () => {
        throw new Error('Not for you.');
      },
    };
  }

  /** An executor of this schema alone; `open` may hold up the beginning of a subscription. */
  executor(
    open: (signal: AbortSignal | undefined) => Promise<void> = async () => {},
  ): Executor<unknown> {
    return {
      schema: ticksSchema,
      execute: async () => ({ data: {} }),
      subscribe: async ({ document, variables, operationName }, _context, signal) => {
        await open(signal);
        const results = await subscribe({
          schema: ticksSchema,
          document,
          operationName,
          variableValues: variables,
          rootValue: this.root(signal),
        });
        if (!(Symbol.asyncIterator in results)) return results;
        return mapped(results, (result: ExecutionResult) => {
          this.executed++;
          return result;
        });
      },
      stop: async () => {},
    };
  }
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
