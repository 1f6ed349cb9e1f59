import { deadQueueOf, declareRoom, ownExchangeOf, queueOf } from '@propertea/chassis/messaging';
import { type ConfirmChannel, connect } from 'amqplib';

/** A message as it lies in a queue of RabbitMQ. */
export interface Laid {
  content: unknown;
  headers?: Record<string, unknown>;
}

/** The queues of rooms in RabbitMQ as a test reaches them, past everything that is ours. */
export class Queues {
  constructor(private readonly url: string) {}

  /** Lays messages into a room's queue, or among its dead; makes its queues where it has none yet. */
  lay(room: string, messages: readonly Laid[], among: 'live' | 'dead' = 'live'): Promise<void> {
    const queue = among === 'dead' ? deadQueueOf(room) : queueOf(room);
    return this.#on(async (channel) => {
      await declareRoom(channel, room);
      for (const { content, headers } of messages) {
        const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
        channel.publish(ownExchangeOf(room), queue, body, { persistent: true, headers });
      }
      await channel.waitForConfirms();
    });
  }

  /** Publishes an empty object. */
  publish(exchange: string, routingKey: string): Promise<void> {
    return this.#on(async (channel) => {
      channel.publish(exchange, routingKey, Buffer.from('{}'), { persistent: true });
      await channel.waitForConfirms();
    });
  }

  /** Takes one message away; false where there is none. */
  take(queue: string): Promise<boolean> {
    return this.#on(async (channel) => (await channel.get(queue, { noAck: true })) !== false);
  }

  /** How many wait in a room's queue and among its dead. */
  count(room: string): Promise<{ live: number; dead: number }> {
    return this.#on(async (channel) => {
      await declareRoom(channel, room);
      const { messageCount: live } = await channel.checkQueue(queueOf(room));
      const { messageCount: dead } = await channel.checkQueue(deadQueueOf(room));
      return { live, dead };
    });
  }

  empty(room: string): Promise<void> {
    return this.#on(async (channel) => {
      await declareRoom(channel, room);
      await channel.purgeQueue(queueOf(room));
      await channel.purgeQueue(deadQueueOf(room));
    });
  }

  /** How many take from a queue; throws where there is none. */
  consumers(queue: string): Promise<number> {
    return this.#on(async (channel) => (await channel.checkQueue(queue)).consumerCount);
  }

  /** Deletes a room's queue under its consumers. */
  remove(queue: string): Promise<void> {
    return this.#on(async (channel) => void (await channel.deleteQueue(queue)));
  }

  removeExchange(exchange: string): Promise<void> {
    return this.#on(async (channel) => void (await channel.deleteExchange(exchange)));
  }

  /** Throws what the broker says where it closes the channel. */
  async #on<T>(work: (channel: ConfirmChannel) => Promise<T>): Promise<T> {
    const connection = await connect(this.url);
    connection.on('error', () => undefined);
    try {
      const channel = await connection.createConfirmChannel();
      let refusal: unknown;
      channel.on('error', (error) => (refusal = error));
      try {
        return await work(channel);
      } catch (error) {
        throw refusal ?? error;
      }
    } finally {
      await connection.close().catch(() => undefined);
    }
  }
}
