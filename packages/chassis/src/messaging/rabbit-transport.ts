import type { EntityManager } from '@mikro-orm/postgresql';
import { context, propagation } from '@opentelemetry/api';
import type { Channel, ChannelModel, ConfirmChannel, ConsumeMessage } from 'amqplib';
import type { Logger } from 'pino';
import { type Store, workerSession } from '../store/index.js';
import { Loop } from './loop.js';
import { bind, boundTypes, envelopeSql } from './postgres-queue.js';
import { type Message, RabbitLink } from './rabbit-link.js';
import {
  bindTypes,
  deadQueueOf,
  declareExchange,
  declareRoom,
  EXCHANGE,
  ownExchangeOf,
  PAUSES,
  queueOf,
  retryQueueOf,
} from './rabbit-topology.js';
import {
  type Delivery,
  isDead,
  isRefusedByDatabase,
  pauseAfter,
  type QueueDepth,
  reasonOf,
  type Refusal,
  type Subscription,
  type Transport,
} from './transport.js';

const CONSUME_BATCH = 100;
const PREFETCH = 4 * CONSUME_BATCH;
const START_MS = 30_000;

interface RabbitDelivery extends Delivery {
  message: ConsumeMessage;
  channel: ConfirmChannel;
}

interface OutboxFact {
  position: string;
  id: string;
  type: string;
  traceparent: string | null;
  envelope: string;
}

/**
 * Facts over RabbitMQ: a topic exchange, a quorum queue per room, pauses in queues of their own. Publishing
 * and consuming have a connection each, for a broker that takes no more events stops reading from who publishes.
 */
export class RabbitTransport implements Transport {
  readonly #consume = new Loop(
    () => this.#consumeAll(),
    (err) => this.#failed(err),
  );
  readonly #publishing: RabbitLink;
  #consuming: RabbitLink | undefined;
  #subscription: Subscription | undefined;
  #waiting: RabbitDelivery[] = [];
  #inHand = 0;
  #stopped = false;

  constructor(
    private readonly store: Store,
    private readonly logger: Logger,
    private readonly url: string,
    ready: () => void,
  ) {
    const name = `propertea ${store.room} publishes`;
    const declare = async (channel: ConfirmChannel, connection: ChannelModel) => {
      await declareExchange(connection);
      await declareRoom(channel, store.room);
    };
    this.#publishing = new RabbitLink(url, name, logger, declare, ready);
  }

  async subscribe(subscription: Subscription): Promise<void> {
    this.#subscription = subscription;
    const { room } = this.store;
    const known = await this.#asWorker((em) => boundTypes(em, room));
    await this.#until(() => this.#publishing);
    const name = `propertea ${room} consumes`;
    this.#consuming = new RabbitLink(this.url, name, this.logger, async (channel) => {
      await declareRoom(channel, room);
      await bindTypes(channel, room, subscription.types, known);
      this.#waiting = [];
      await channel.prefetch(PREFETCH);
      await channel.consume(queueOf(room), (message) => {
        if (message) this.#arrived(channel, message);
        // The broker has ended the consumer, as where the queue was deleted.
        else this.#consuming?.reopen();
      });
    });
    await this.#until(() => this.#consuming);
    await this.#asWorker((em) => bind(em, room, [...subscription.types]));
  }

  /** The rows stay locked until the broker has confirmed them; what it has twice is applied once. */
  async relay(size: number): Promise<number> {
    const { room } = this.store;
    // Without a broker, no row is taken and no transaction is kept open.
    if (!this.#publishing.channel) return 0;
    return this.#asWorker(async (em) => {
      const facts = await em.execute<OutboxFact[]>(
        /* sql */ `
        select o.position::text as position, o.id, o.type, o.traceparent, ${envelopeSql(room)}::text as envelope
        from ${room}.outbox o where o.published_at is null order by o.position limit ? for update skip locked`,
        [size],
      );
      if (facts.length === 0) return 0;
      await this.#publishing.publish(facts.map(messageOf));
      const positions = `{${facts.map(({ position }) => position).join(',')}}`;
      const ids = `{${facts.map(({ id }) => id).join(',')}}`;
      // The ids say in which days' partitions they are.
      await em.execute(
        `update ${room}.outbox set published_at = now() where position = any (?::bigint[]) and id = any (?::uuid[])`,
        [positions, ids],
      );
      return facts.length;
    });
  }

  wake(): void {
    if (!this.#stopped && this.#waiting.length > 0) this.#consume.run();
  }

  async isIdle(): Promise<boolean> {
    const { room } = this.store;
    const [row] = await this.#asWorker((em) =>
      em.execute<{ idle: boolean }[]>(
        `select not exists (select from ${room}.outbox where published_at is null) as idle`,
      ),
    );
    const channel = this.#consuming?.channel;
    if (!row?.idle || !channel) return false;
    for (const seconds of PAUSES) {
      if ((await channel.checkQueue(retryQueueOf(room, seconds))).messageCount > 0) return false;
    }
    // Asked where deliveries come from: what was delivered before the answer has arrived before it.
    if ((await channel.checkQueue(queueOf(room))).messageCount > 0) return false;
    return this.#inHand === 0 && this.#waiting.length === 0;
  }

  async depth(): Promise<QueueDepth> {
    const channel = this.#consuming?.channel;
    if (!channel) throw new Error('RabbitMQ is away.');
    const { room } = this.store;
    const countOf = async (queue: string) => (await channel.checkQueue(queue)).messageCount;
    const waiting = PAUSES.map((seconds) => countOf(retryQueueOf(room, seconds)));
    const [ready, dead, ...retries] = await Promise.all([
      countOf(queueOf(room)),
      countOf(deadQueueOf(room)),
      ...waiting,
    ]);
    return {
      // Those that were delivered and not yet looked at have left the queue's count.
      ready: ready + this.#waiting.length + this.#inHand,
      retry: retries.reduce((sum, count) => sum + count, 0),
      dead,
    };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#consume.stop();
    await this.#consuming?.close();
    await this.#publishing.close();
  }

  #asWorker<T>(run: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.store.transaction(workerSession(this.store.room), run);
  }

  async #until(link: () => RabbitLink | undefined): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (!link()?.channel) {
      if (this.#stopped || Date.now() > deadline) {
        throw new Error('RabbitMQ cannot be used.', { cause: link()?.refusal });
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** What is not acknowledged comes again. */
  #failed(err: unknown): void {
    if (!this.#stopped) this.logger.error({ err }, 'events are not applied');
  }

  #arrived(channel: ConfirmChannel, message: ConsumeMessage): void {
    let envelope: unknown;
    try {
      envelope = JSON.parse(message.content.toString());
    } catch {
      envelope = undefined;
    }
    const attempts = Number(message.properties.headers?.['x-attempts'] ?? 0) || 0;
    // Of the span of its arrival, where there is one.
    const trace: { traceparent?: string } = {};
    propagation.inject(context.active(), trace);
    this.#waiting.push({ envelope, attempts, message, channel, ...trace });
    if (!this.#stopped) this.#consume.run();
  }

  async #consumeAll(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#stopped) {
      const batch = this.#waiting.splice(0, CONSUME_BATCH);
      this.#inHand = batch.length;
      try {
        await this.#consumeBatch(batch);
      } catch (error) {
        // Those of a channel that is gone come again by themselves.
        const channel = this.#consuming?.channel;
        this.#waiting.unshift(...batch.filter((delivery) => delivery.channel === channel));
        throw error;
      } finally {
        this.#inHand = 0;
      }
    }
  }

  async #consumeBatch(batch: readonly RabbitDelivery[]): Promise<void> {
    const subscription = this.#subscription;
    if (!subscription) return;
    let refusals: (Refusal | undefined)[];
    try {
      refusals = await this.#asWorker((em) => subscription.apply(em, batch));
    } catch (error) {
      // What fails at the commit names no event: alone, each is tried for itself.
      if (!isRefusedByDatabase(error)) throw error;
      if (batch.length > 1) {
        for (const delivery of batch) await this.#consumeBatch([delivery]);
        return;
      }
      refusals = [{ error, isPoison: false }];
    }
    const refused = batch.flatMap((delivery, place) => {
      const refusal = refusals[place];
      return refusal ? [{ delivery, refusal }] : [];
    });
    // Confirmed in the next queue before it leaves this one.
    if (refused.length > 0) {
      await this.#publishing.publish(refused.map((each) => refusedMessage(this.store.room, each)));
    }
    for (const { delivery, refusal } of refused) subscription.refused(delivery, refusal);
    for (const { message, channel } of batch) acknowledge(channel, message);
    subscription.applied(batch.length - refused.length);
  }
}

function acknowledge(channel: Channel, message: ConsumeMessage): void {
  try {
    channel.ack(message);
  } catch {
    // The channel was lost: it comes again, and the inbox knows it.
  }
}

/** Published within the trace of the request that wrote it. */
function messageOf({ id, type, traceparent, envelope }: OutboxFact): Message {
  return {
    exchange: EXCHANGE,
    routingKey: type,
    content: Buffer.from(envelope),
    options: {
      persistent: true,
      mandatory: false,
      messageId: id,
      type,
      contentType: 'application/cloudevents+json',
      headers: traceparent ? { traceparent } : {},
    },
  };
}

function refusedMessage(
  room: string,
  { delivery, refusal }: { delivery: RabbitDelivery; refusal: Refusal },
): Message {
  const { content, properties } = delivery.message;
  const attempts = delivery.attempts + 1;
  const isLast = isDead(attempts, refusal);
  return {
    exchange: ownExchangeOf(room),
    routingKey: isLast ? deadQueueOf(room) : retryQueueOf(room, pauseAfter(attempts)),
    content,
    options: {
      persistent: true,
      // Confirmed though it lies nowhere, it would be gone.
      mandatory: true,
      messageId: properties.messageId,
      type: properties.type,
      contentType: properties.contentType,
      headers: {
        traceparent: properties.headers?.['traceparent'],
        'x-attempts': attempts,
        'x-reason': reasonOf(refusal.error),
        ...(isLast && { 'x-dead-at': new Date().toISOString() }),
      },
    },
  };
}
