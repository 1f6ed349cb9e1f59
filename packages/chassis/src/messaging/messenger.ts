import type { Clock } from '@propertea/kernel';
import type { Logger } from 'pino';
import type { RoomMetrics } from '../metrics/room-metrics.js';
import { type Store, workerSession } from '../store/index.js';
import { Applier } from './applier.js';
import type { Consumer } from './consumer.js';
import { keepPartitions } from './housekeeping.js';
import { Loop } from './loop.js';
import { PostgresTransport } from './postgres-transport.js';
import { RabbitTransport } from './rabbit-transport.js';
import { isDead, type QueueDepth, type Transport } from './transport.js';

const POLL_MS = 2_000;
const HOUSEKEEPING_MS = 3_600_000;
const RELAY_BATCH = 500;

export interface MessengerOptions {
  store: Store;
  consumers: readonly Consumer[];
  clock: Clock;
  logger: Logger;
  counts?: Pick<RoomMetrics, 'relayed' | 'delivered'>;
  /** Connection string of the room's login role. */
  databaseUrl: string;
  /** Connection string of RabbitMQ; without one, facts travel through the database. */
  amqpUrl?: string | undefined;
  mayPublish?: ((room: string, type: string) => boolean) | undefined;
}

/**
 * Carries a room's facts: relays its outbox to the queues of other rooms and applies what arrives
 * in its own. Woken by commits of this process and by what arrives; polls in case one is lost.
 */
export class Messenger {
  readonly #relay = new Loop(
    () => this.#relayAll(),
    (error) => this.#failed(error),
  );
  readonly #tidy = new Loop(
    () => this.#tidyAll(),
    (error) => this.#failed(error),
  );
  readonly #applier: Applier;
  readonly #transport: Transport;
  #timers: NodeJS.Timeout[] = [];
  #stopped = false;

  constructor(private readonly options: MessengerOptions) {
    const { store, consumers, clock, logger, databaseUrl, amqpUrl } = options;
    this.#applier = new Applier(store.room, consumers, clock, options.mayPublish ?? (() => true));
    this.#transport = amqpUrl
      ? new RabbitTransport(store, logger, amqpUrl, this.wake)
      : new PostgresTransport(store, logger, databaseUrl);
  }

  async start(): Promise<void> {
    const { logger, counts } = this.options;
    await this.#transport.subscribe({
      types: this.#applier.types,
      apply: (em, deliveries) => this.#applier.apply(em, deliveries),
      applied: (count) => {
        counts?.delivered('applied', count);
        this.#relay.run();
      },
      refused: ({ attempts }, { error, isPoison }) => {
        counts?.delivered(isDead(attempts + 1, { isPoison }) ? 'dead' : 'retried');
        logger.error({ err: error, attempts: attempts + 1, isPoison }, 'event refused');
      },
    });
    this.#every(POLL_MS, this.wake);
    this.#every(HOUSEKEEPING_MS, () => this.#tidy.run());
    this.wake();
    this.#tidy.run();
  }

  #every(milliseconds: number, run: () => void): void {
    const timer = setInterval(run, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }

  /** To be called after a commit: there may be something to relay. */
  wake = (): void => {
    if (this.#stopped) return;
    this.#relay.run();
    this.#transport.wake();
  };

  /** Whether nothing of this room waits to be relayed or applied. */
  isIdle(): Promise<boolean> {
    return this.#transport.isIdle();
  }

  /** What lies in the room's queue. Rejects while it cannot be told. */
  depth(): Promise<QueueDepth> {
    return this.#transport.depth();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([this.#relay.stop(), this.#tidy.stop()]);
    await this.#transport.stop();
  }

  /** The next poll tries again. */
  #failed(error: unknown): void {
    if (!this.#stopped) this.options.logger.error({ err: error }, 'events do not travel');
  }

  async #relayAll(): Promise<void> {
    let taken = RELAY_BATCH;
    while (!this.#stopped && taken === RELAY_BATCH) {
      taken = await this.#transport.relay(RELAY_BATCH);
      if (taken > 0) this.options.counts?.relayed(taken);
    }
  }

  async #tidyAll(): Promise<void> {
    const { store, clock } = this.options;
    const tidy = () =>
      store.transaction(workerSession(store.room), (em) =>
        keepPartitions(em, store.room, clock.now()),
      );
    while (!this.#stopped && (await tidy()));
  }
}
