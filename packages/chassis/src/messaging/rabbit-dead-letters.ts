import { connect, type ChannelModel, type ConfirmChannel, type GetMessage } from 'amqplib';
import type { DeadLetter, DeadLetterSelection } from './dead-letters.js';
import { isReplayable } from './housekeeping.js';
import { deadQueueOf, ownExchangeOf, queueOf } from './rabbit-topology.js';

/**
 * The dead letters of these rooms in RabbitMQ. `url` names a user who may read `propertea.<room>.dead` and
 * write to the exchanges `propertea.<room>`. A letter's position is the id of its event.
 */
export class RabbitDeadLetters {
  constructor(
    private readonly url: string,
    private readonly rooms: readonly string[],
  ) {}

  /** The oldest first, at most `limit` (100), after the one at position `after`; they stay where they are. */
  async list({
    limit = 100,
    after,
    ...selection
  }: DeadLetterSelection & { limit?: number; after?: string | undefined } = {}): Promise<
    DeadLetter[]
  > {
    const found: DeadLetter[] = [];
    await this.#each(selection, (_channel, room, message) => {
      found.push(letterOf(room, message));
    });
    const from =
      after === undefined ? 0 : found.findIndex(({ position }) => position === after) + 1;
    return found.slice(from, from + limit);
  }

  /** Gives the letters all their tries again; those older than the inbox stay dead. Returns how many. */
  async replay(selection: DeadLetterSelection = {}): Promise<number> {
    let replayed = 0;
    await this.#each(selection, async (channel, room, message) => {
      if (!isReplayable(timeOf(message), new Date())) return;
      const { contentType, messageId, type, headers = {} } = message.properties;
      const kept = headers['traceparent'] ? { traceparent: headers['traceparent'] } : {};
      const options = { persistent: true, contentType, messageId, type, headers: kept };
      channel.publish(ownExchangeOf(room), queueOf(room), message.content, options);
      await channel.waitForConfirms();
      channel.ack(message);
      replayed++;
    });
    return replayed;
  }

  /** Deletes the letters for good. Returns how many. */
  async purge(selection: DeadLetterSelection = {}): Promise<number> {
    let purged = 0;
    await this.#each(selection, (channel, _room, message) => {
      channel.ack(message);
      purged++;
    });
    return purged;
  }

  /** What `visit` does not acknowledge goes back to its place when the channel closes. */
  async #each(
    { room: only, position }: DeadLetterSelection,
    visit: (channel: ConfirmChannel, room: string, message: GetMessage) => void | Promise<void>,
  ): Promise<void> {
    const connection = await connect(this.url);
    try {
      for (const room of this.rooms.filter((name) => only === undefined || name === only)) {
        const channel = await openQueue(connection, deadQueueOf(room));
        if (!channel) continue;
        let left = (await channel.checkQueue(deadQueueOf(room))).messageCount;
        while (left-- > 0) {
          const message = await channel.get(deadQueueOf(room));
          if (!message) break;
          if (position === undefined || positionOf(message) === position) {
            await visit(channel, room, message);
          }
        }
        await channel.close();
      }
    } finally {
      await connection.close();
    }
  }
}

/** A channel, where the queue exists: asking for one that does not closes the channel. */
async function openQueue(
  connection: ChannelModel,
  queue: string,
): Promise<ConfirmChannel | undefined> {
  const channel = await connection.createConfirmChannel();
  channel.on('error', () => undefined);
  try {
    await channel.checkQueue(queue);
    return channel;
  } catch (error) {
    if ((error as { code?: unknown }).code === 404) return undefined;
    throw error;
  }
}

const positionOf = ({ properties, fields }: GetMessage): string =>
  String(properties.messageId ?? fields.deliveryTag);

function envelopeOf({ content }: GetMessage): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(content.toString());
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

const timeOf = (message: GetMessage): Date => new Date(String(envelopeOf(message)['time']));

function letterOf(room: string, message: GetMessage): DeadLetter {
  const envelope = envelopeOf(message);
  const { headers = {}, type } = message.properties;
  const organization = envelope['organizationid'];
  const death = headers['x-death']?.[0];
  return {
    position: positionOf(message),
    room,
    type: String(envelope['type'] ?? type ?? ''),
    eventId: String(envelope['id'] ?? message.properties.messageId ?? ''),
    organizationId: typeof organization === 'string' ? organization : null,
    attempts: Number(headers['x-attempts'] ?? death?.count ?? 0),
    deadAt: headers['x-dead-at']
      ? new Date(String(headers['x-dead-at']))
      : new Date(Number(death?.time['!'] ?? 0) * 1_000),
    reason: String(headers['x-reason'] ?? death?.reason ?? ''),
  };
}
