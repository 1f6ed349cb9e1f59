import type { Server } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type Compiled, compile } from './compile.js';
import { ROOMS, type Source } from './data.js';
import { SCHEMAS } from './schemas.js';

/**
 * `Subscription.reviewAdded` of the reviews subgraph over graphql-transport-ws. Thousands may listen to it on
 * the core of the clients, so an operation is compiled once for all of them.
 */
export class ReviewEvents {
  private readonly listeners = new Set<(root: Source) => void>();
  private readonly compiled = new Map<string, Compiled>();

  serve(server: Server): void {
    const document = parse(SCHEMAS.reviews);
    const schema = buildSubgraphSchema(document);
    useServer(
      {
        onSubscribe: (_, __, { query, variables }) => {
          const answer = this.compiled.get(query) ?? compile('reviews', schema, query);
          this.compiled.set(query, answer);
          return {
            schema,
            document: parse(query),
            contextValue: answer,
            variableValues: variables,
          };
        },
        subscribe: ({ contextValue, variableValues }) =>
          this.listen(contextValue as Compiled, variableValues ?? {}),
      },
      new WebSocketServer({ server, path: '/graphql' }),
    );
  }

  /** How many subscriptions wait for an event. */
  get open(): number {
    return this.listeners.size;
  }

  fire(id: string): void {
    const root = { reviewAdded: ROOMS.reviews.entities['Review']?.({ id }) };
    for (const take of this.listeners) take(root);
  }

  /** One queue for each listener, so that events fired while it is busy are kept in order. */
  private listen(answer: Compiled, variables: Source): AsyncIterableIterator<ExecutionResult> {
    type Step = IteratorResult<ExecutionResult>;
    const queue: ExecutionResult[] = [];
    const { listeners } = this;
    let wake: ((step: Step) => void) | undefined;
    const take = (root: Source): void => {
      const value = answer(variables, root);
      if (wake) wake({ value, done: false });
      else queue.push(value);
      wake = undefined;
    };
    const finish = (): Promise<Step> => {
      listeners.delete(take);
      wake?.({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    };
    listeners.add(take);
    return {
      next() {
        const value = queue.shift();
        if (value) return Promise.resolve({ value, done: false });
        return new Promise((resolve) => (wake = resolve));
      },
      return: finish,
      throw: finish,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
