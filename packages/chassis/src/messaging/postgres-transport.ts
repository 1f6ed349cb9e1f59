import type { EntityManager } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { type Store, workerSession } from '../store/index.js';
import { Loop } from './loop.js';
import { acknowledge, bind, depthOf, isIdle, refuse, relayBatch, take } from './postgres-queue.js';
import {
  isRefusedByDatabase,
  type QueueDepth,
  type Subscription,
  type Transport,
} from './transport.js';

const CONSUME_BATCH = 100;

/** Facts over schema `bus` of the room's own database: woken by NOTIFY, or by whoever polls. */
export class PostgresTransport implements Transport {
  readonly #consume = new Loop(
    () => this.#consumeAll(),
    (error) => this.#failed(error),
  );
  #subscription: Subscription | undefined;
  #listener: Client | undefined;
  #listening: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly store: Store,
    private readonly logger: Logger,
    private readonly listenUrl: string,
  ) {}

  async subscribe(subscription: Subscription): Promise<void> {
    await this.#asWorker((em) => bind(em, this.store.room, [...subscription.types]));
    if (subscription.types.length > 0) this.#subscription = subscription;
    await this.#listen();
  }

  relay(size: number): Promise<number> {
    return this.#asWorker((em) => relayBatch(em, this.store.room, size));
  }

  wake(): void {
    if (this.#stopped || !this.#subscription) return;
    if (!this.#listener) void this.#listen();
    this.#consume.run();
  }

  isIdle(): Promise<boolean> {
    return this.#asWorker((em) => isIdle(em, this.store.room));
  }

  depth(): Promise<QueueDepth> {
    return this.#asWorker((em) => depthOf(em, this.store.room));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#consume.stop();
    await this.#listening;
    await this.#listener?.end().catch(() => undefined);
  }

  #asWorker<T>(run: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.store.transaction(workerSession(this.store.room), run);
  }

  #listen(): Promise<void> {
    this.#listening ??= this.#connectListener().finally(() => {
      this.#listening = undefined;
    });
    return this.#listening;
  }

  async #connectListener(): Promise<void> {
    if (!this.#subscription) return;
    const client = new Client({
      connectionString: this.listenUrl,
      application_name: `propertea ${this.store.room} bus`,
    });
    client.on('error', () => {
      this.#listener = undefined;
    });
    client.on('notification', ({ payload }) => {
      if (payload === this.store.room && !this.#stopped) this.#consume.run();
    });
    try {
      await client.connect();
      await client.query('listen bus');
      this.#listener = client;
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot listen for events; polling instead');
      await client.end().catch(() => undefined);
    }
  }

  /** The next poll tries again. */
  #failed(error: unknown): void {
    if (!this.#stopped) this.logger.error({ err: error }, 'events are not applied');
  }

  async #consumeAll(): Promise<void> {
    const subscription = this.#subscription;
    if (!subscription) return;
    let size = CONSUME_BATCH;
    while (!this.#stopped) {
      try {
        if (!(await this.#consumeBatch(subscription, size))) break;
        size = CONSUME_BATCH;
      } catch (error) {
        // What fails at the commit names no event: alone, each is tried for itself.
        if (!isRefusedByDatabase(error)) throw error;
        if (size === 1) await this.#refuseNext(subscription, error);
        size = 1;
      }
    }
  }

  /** Inbox rows, effects and acknowledgements are one transaction; a failure leaves only the refusal. */
  async #consumeBatch(subscription: Subscription, size: number): Promise<boolean> {
    const done = await this.#asWorker(async (em) => {
      const deliveries = await take(em, this.store.room, size);
      if (deliveries.length === 0) return undefined;
      const refusals = await subscription.apply(em, deliveries);
      await acknowledge(
        em,
        deliveries.filter((_delivery, place) => !refusals[place]),
      );
      for (const [place, delivery] of deliveries.entries()) {
        const refusal = refusals[place];
        if (refusal) await refuse(em, delivery, refusal);
      }
      return { deliveries, refusals };
    });
    if (!done) return false;
    for (const [place, delivery] of done.deliveries.entries()) {
      const refusal = done.refusals[place];
      if (refusal) subscription.refused(delivery, refusal);
    }
    subscription.applied(done.refusals.filter((refusal) => !refusal).length);
    return true;
  }

  async #refuseNext(subscription: Subscription, error: unknown): Promise<void> {
    const refusal = { error, isPoison: false };
    const delivery = await this.#asWorker(async (em) => {
      const [next] = await take(em, this.store.room, 1);
      if (next) await refuse(em, next, refusal);
      return next;
    });
    if (delivery) subscription.refused(delivery, refusal);
  }
}
