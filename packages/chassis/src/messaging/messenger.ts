import type { EntityManager } from '@mikro-orm/postgresql';
import { type Clock, type Envelope, envelopeSchema, systemIdentity } from '@propertea/kernel';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { Journal, type Store, workerSession } from '../store/index.js';
import type { Consumer } from './consumer.js';
import { discardOld } from './housekeeping.js';
import { Loop } from './loop.js';
import {
  acknowledge,
  bind,
  type Delivery,
  isIdle,
  refuse,
  relayBatch,
  take,
} from './postgres-transport.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const POLL_MS = 2_000;
const HOUSEKEEPING_MS = 3_600_000;
const RELAY_BATCH = 500;

/**
 * Carries a room's facts: relays its outbox to the queues of other rooms and applies what arrives
 * in its own. Woken by commits of this process and by NOTIFY of others; polls in case one is lost.
 */
export class Messenger {
  readonly #consumers: Map<string, Consumer>;
  readonly #relay = new Loop(
    () => this.#relayAll(),
    (error) => this.#failed(error),
  );
  readonly #consume = new Loop(
    () => this.#consumeAll(),
    (error) => this.#failed(error),
  );
  readonly #tidy = new Loop(
    () => this.#discardAll(),
    (error) => this.#failed(error),
  );
  #listener: Client | undefined;
  #listening: Promise<void> | undefined;
  #timers: NodeJS.Timeout[] = [];
  #stopped = false;

  constructor(
    private readonly store: Store,
    consumers: readonly Consumer[],
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly listenUrl: string,
    private readonly mayPublish: (room: string, type: string) => boolean = () => true,
  ) {
    this.#consumers = new Map(consumers.map((consumer) => [consumer.contract.type, consumer]));
  }

  async start(): Promise<void> {
    await this.#asWorker((em) => bind(em, this.store.room, [...this.#consumers.keys()]));
    await this.#listen();
    this.#every(POLL_MS, () => {
      if (!this.#listener) void this.#listen();
      this.wake();
    });
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
    this.#consume.run();
  };

  /** Whether nothing of this room waits to be relayed or applied. */
  isIdle(): Promise<boolean> {
    return this.#asWorker((em) => isIdle(em, this.store.room));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([this.#relay.stop(), this.#consume.stop(), this.#tidy.stop()]);
    await this.#listening;
    await this.#listener?.end().catch(() => undefined);
  }

  #listen(): Promise<void> {
    this.#listening ??= this.#connectListener().finally(() => {
      this.#listening = undefined;
    });
    return this.#listening;
  }

  async #connectListener(): Promise<void> {
    if (this.#consumers.size === 0) return;
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
    if (!this.#stopped) this.logger.error({ err: error }, 'events do not travel');
  }

  #asWorker<T>(run: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.store.transaction(workerSession(this.store.room), run);
  }

  async #relayAll(): Promise<void> {
    let taken: number;
    do {
      taken = await this.#asWorker((em) => relayBatch(em, this.store.room, RELAY_BATCH));
    } while (taken === RELAY_BATCH && !this.#stopped);
  }

  async #discardAll(): Promise<void> {
    const { room } = this.store;
    while (
      !this.#stopped &&
      (await this.#asWorker((em) => discardOld(em, room, this.clock.now())))
    );
  }

  async #consumeAll(): Promise<void> {
    if (this.#consumers.size === 0) return;
    while (!this.#stopped && (await this.#consumeOne()));
    this.#relay.run();
  }

  /** Inbox row, effect and acknowledgement are one transaction; a failure leaves only the refusal. */
  async #consumeOne(): Promise<boolean> {
    let failed: { delivery: Delivery; error: unknown } | undefined;
    const found = await this.#asWorker(async (em) => {
      const delivery = await take(em, this.store.room);
      if (!delivery) return false;
      try {
        await em.transactional((inner) => this.#apply(inner, delivery));
        await acknowledge(em, delivery);
      } catch (error) {
        failed = { delivery, error };
        await refuse(em, delivery, error instanceof Error ? error.message : String(error));
      }
      return true;
    });
    if (failed) {
      const { delivery, error } = failed;
      this.logger.error(
        { err: error, position: delivery.position, attempts: delivery.attempts + 1 },
        'event refused',
      );
    }
    return found;
  }

  async #apply(em: EntityManager, delivery: Delivery): Promise<void> {
    const event = envelopeSchema.parse(delivery.envelope) as Envelope;
    const consumer = this.#consumers.get(event.type);
    if (!consumer) return;
    if (!this.mayPublish(event.source.replace('/rooms/', ''), event.type)) {
      throw new Error(`${event.source} may not publish ${event.type}`);
    }
    const data = consumer.contract.data.parse(event.data);
    const personId = consumer.personOf?.(data as never) ?? '';
    await em.execute(
      `select set_config('app.organization_id', ?, true), set_config('app.user_id', ?, true)`,
      [event.organizationid ?? '', personId],
    );
    const inserted = await em.execute<{ event_id: string }[]>(
      `insert into ${this.store.room}.inbox (organization_id, event_id) values (?, ?) on conflict do nothing returning event_id`,
      [event.organizationid ?? NOBODY, event.id],
    );
    if (inserted.length === 0) return;
    const now = this.clock.now();
    const identity = systemIdentity(event.organizationid);
    const actor = {
      identity,
      requestId: event.correlationid,
      traceparent: event.traceparent,
      causationId: event.id,
    };
    const journal = new Journal(this.store.room, em, actor, event.organizationid, now);
    const { audit, emit } = journal;
    await consumer.handle({
      event: { ...event, data } as Envelope<never>,
      em,
      now,
      audit,
      emit,
      journal,
    });
    await em.flush();
    await journal.write();
  }
}
