import type { Server } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { ROOMS, type Source } from './data.js';
import { SCHEMAS } from './schemas.js';

/** `Subscription.reviewAdded` of the reviews subgraph over graphql-transport-ws. */
export class ReviewEvents {
  private readonly waiting = new Set<(event: Source | null) => void>();

  serve(server: Server): void {
    const types = Object.entries(ROOMS.reviews.fields).map(([type, fields]) => [
      type,
      Object.fromEntries(
        Object.entries(fields).map(([field, resolve]) => [
          field,
          (source: Source, args: Source) => resolve(source, args),
        ]),
      ),
    ]);
    const schema = buildSubgraphSchema([{
      typeDefs: parse(SCHEMAS.reviews),
      resolvers: {
        ...Object.fromEntries(types),
        Subscription: {
          reviewAdded: { subscribe: () => this.listen(), resolve: (event: Source) => event },
        },
      },
    }]);
    useServer({ schema }, new WebSocketServer({ server, path: '/graphql' }));
  }

  /** How many subscriptions wait for an event. */
  get open(): number {
    return this.waiting.size;
  }

  fire(id: string): void {
    const event = ROOMS.reviews.entities['Review']?.({ id }) ?? null;
    for (const take of this.waiting) take(event);
  }

  /** One queue for each listener, so that events fired while it is busy are kept in order. */
  private listen(): AsyncIterableIterator<Source> {
    const queue: Source[] = [];
    let wake: ((result: IteratorResult<Source>) => void) | undefined;
    const take = (event: Source | null): void => {
      if (!event) return;
      if (wake) wake({ value: event, done: false });
      else queue.push(event);
      wake = undefined;
    };
    const finish = (): Promise<IteratorResult<Source>> => {
      this.waiting.delete(take);
      wake?.({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    };
    this.waiting.add(take);
    return {
      next() {
        const event = queue.shift();
        if (event) return Promise.resolve({ value: event, done: false });
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
