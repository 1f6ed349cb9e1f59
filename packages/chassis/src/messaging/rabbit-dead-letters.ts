import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type ChannelModel, type ConfirmChannel, connect, type GetMessage } from 'amqplib';
import type { Page } from '../store/index.js';
import {
  cursorOf,
  type DeadLetter,
  type DeadLetterChoice,
  type DeadLetterFilter,
  type DeadLetters,
  momentOf,
  placeOf,
} from './dead-letters.js';
import { isReplayable } from './housekeeping.js';
import { deadQueueOf, ownExchangeOf, queueOf } from './rabbit-topology.js';

/** So many of a room are looked at, the oldest; who has more needs no list but a replay or a purge. */
const MAX_READ = 10_000;
/** Whoever looks at a letter keeps it from others: one after the other, over all processes. */
const LOCK = 'propertea.operations.dead-letters';
const LOCK_MS = 30_000;

/**
 * The dead letters of these rooms in RabbitMQ. `url` names a user who may read `propertea.<room>.dead`,
 * write to the exchanges `propertea.<room>` and make the queue `propertea.operations.dead-letters`.
 */
export class RabbitDeadLetters implements DeadLetters {
  constructor(
    private readonly url: string,
    private readonly rooms: readonly string[],
  ) {}

  async page(
    { room, type }: DeadLetterFilter,
    { first, after }: { first: number; after?: string | null | undefined },
  ): Promise<Page<DeadLetter>> {
    const place = after ? placeOf(after) : undefined;
    const found: DeadLetter[] = [];
    const total = await this.#each(room ?? undefined, (_channel, name, message) => {
      const letter = letterOf(name, message);
      if (!type || letter.type === type) found.push(letter);
    });
    const sorted = found.toSorted(latestFirst);
    const behind = place ? sorted.filter((letter) => isBehind(letter, place)) : sorted;
    return {
      edges: behind.slice(0, first).map((node) => ({
        cursor: cursorOf({ micros: microsOf(node), position: node.position }),
        node,
      })),
      hasNextPage: behind.length > first,
      hasPreviousPage: Boolean(after),
      totalCount: async () => (type ? found.length : total),
    };
  }

  async replay(choice: DeadLetterChoice): Promise<number> {
    let replayed = 0;
    await this.#chosen(choice, async (channel, room, message) => {
      const time = momentOf(envelopeOf(message)['time']);
      // What is no envelope has no time, and no effect either.
      if (time && !isReplayable(time, new Date())) return;
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

  async purge(choice: DeadLetterChoice): Promise<number> {
    let purged = 0;
    await this.#chosen(choice, (channel, _room, message) => {
      channel.ack(message);
      purged++;
    });
    return purged;
  }

  async #chosen(choice: DeadLetterChoice, visit: Visit): Promise<void> {
    if (!('letters' in choice)) {
      await this.#each('room' in choice ? choice.room : undefined, visit);
      return;
    }
    for (const room of new Set(choice.letters.map((letter) => letter.room))) {
      const letters = choice.letters.filter((letter) => letter.room === room);
      const positions = new Set(letters.map(({ position }) => position));
      await this.#each(room, (channel, name, message) =>
        positions.has(positionOf(name, message)) ? visit(channel, name, message) : undefined,
      );
    }
  }

  /**
   * What `visit` does not acknowledge goes back to its place when the channel closes. Returns how many
   * there were.
   */
  async #each(only: string | undefined, visit: Visit): Promise<number> {
    const connection = await connect(this.url);
    connection.on('error', () => undefined);
    let total = 0;
    try {
      await lock(connection);
      for (const room of this.rooms.filter((name) => only === undefined || name === only)) {
        const channel = await openQueue(connection, deadQueueOf(room));
        if (!channel) continue;
        const { messageCount } = await channel.checkQueue(deadQueueOf(room));
        total += messageCount;
        for (let left = Math.min(messageCount, MAX_READ); left > 0; left--) {
          const message = await channel.get(deadQueueOf(room));
          if (!message) break;
          await visit(channel, room, message);
        }
        await channel.close();
      }
    } finally {
      await connection.close().catch(() => undefined);
    }
    return total;
  }
}

type Visit = (channel: ConfirmChannel, room: string, message: GetMessage) => void | Promise<void>;

/** Holds until the connection ends, whatever ends it: a queue of its own that nobody else may use. */
async function lock(connection: ChannelModel): Promise<void> {
  const deadline = Date.now() + LOCK_MS;
  for (;;) {
    const channel = await connection.createChannel();
    channel.on('error', () => undefined);
    try {
      await channel.assertQueue(LOCK, { exclusive: true, durable: false });
      return;
    } catch (error) {
      if (codeOf(error) !== 405 || Date.now() > deadline) throw error;
    }
    await pause(50);
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
    if (codeOf(error) === 404) return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** A letter is what it says to whom: the same message twice is one letter, under whichever id it came. */
const positionOf = (room: string, { content }: GetMessage): string =>
  createHash('sha256').update(`${room} `).update(content).digest('hex').slice(0, 32);

const microsOf = ({ diedAt }: DeadLetter): string => String(diedAt.getTime() * 1_000);

function latestFirst(a: DeadLetter, b: DeadLetter): number {
  return b.diedAt.getTime() - a.diedAt.getTime() || (a.position < b.position ? 1 : -1);
}

function isBehind(letter: DeadLetter, place: { micros: string; position: string }): boolean {
  const distance = Number(place.micros) - Number(microsOf(letter));
  return distance > 0 || (distance === 0 && letter.position < place.position);
}

function envelopeOf({ content }: GetMessage): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(content.toString());
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function letterOf(room: string, message: GetMessage): DeadLetter {
  const envelope = envelopeOf(message);
  const text = (name: string) => {
    const value = envelope[name];
    return typeof value === 'string' ? value : null;
  };
  const { headers = {} } = message.properties;
  // Where the broker laid it aside itself, only that is known.
  const death = headers['x-death']?.[0];
  return {
    position: positionOf(room, message),
    room,
    type: text('type'),
    eventId: text('id'),
    organizationId: text('organizationid'),
    attempts: Number(headers['x-attempts'] ?? death?.count ?? 0),
    reason: String(headers['x-reason'] ?? death?.reason ?? ''),
    occurredAt: momentOf(envelope['time']),
    diedAt: momentOf(headers['x-dead-at']) ?? new Date(Number(death?.time['!'] ?? 0) * 1_000),
    correlationId: text('correlationid'),
  };
}
