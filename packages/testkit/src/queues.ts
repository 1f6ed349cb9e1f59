import { deadQueueOf, declareRoom, ownExchangeOf, queueOf } from '@propertea/chassis/messaging';
import { connect } from 'amqplib';

/** A message as it lies in a queue of RabbitMQ. */
export interface Laid {
  content: unknown;
  headers?: Record<string, unknown>;
}

/** The queues of rooms in RabbitMQ as a test reaches them, past everything that is ours. */
export class Queues {
  constructor(private readonly url: string) {}

  /** Lays messages into a room's queue, or among its dead; makes its queues where it has none yet. */
  async lay(room: string, messages: readonly Laid[], among: 'live' | 'dead' = 'live') {
    const connection = await connect(this.url);
    const channel = await connection.createConfirmChannel();
    await declareRoom(channel, room);
    const queue = among === 'dead' ? deadQueueOf(room) : queueOf(room);
    for (const { content, headers } of messages) {
      const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
      channel.publish(ownExchangeOf(room), queue, body, { persistent: true, headers });
    }
    await channel.waitForConfirms();
    await connection.close();
  }

  /** How many wait in a room's queue and among its dead. */
  async count(room: string): Promise<{ live: number; dead: number }> {
    const connection = await connect(this.url);
    const channel = await connection.createChannel();
    await declareRoom(channel, room);
    const { messageCount: live } = await channel.checkQueue(queueOf(room));
    const { messageCount: dead } = await channel.checkQueue(deadQueueOf(room));
    await connection.close();
    return { live, dead };
  }

  async empty(room: string): Promise<void> {
    const connection = await connect(this.url);
    const channel = await connection.createChannel();
    await declareRoom(channel, room);
    await channel.purgeQueue(queueOf(room));
    await channel.purgeQueue(deadQueueOf(room));
    await connection.close();
  }
}
