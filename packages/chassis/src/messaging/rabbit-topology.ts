import type { Channel, ChannelModel } from 'amqplib';
import { MAX_ATTEMPTS, pauseAfter } from './transport.js';

/** Routing keys are event types; each room writes its own. */
export const EXCHANGE = 'propertea';

export const queueOf = (room: string): string => `${EXCHANGE}.${room}`;
export const deadQueueOf = (room: string): string => `${queueOf(room)}.dead`;
export const retryQueueOf = (room: string, seconds: number): string =>
  `${queueOf(room)}.retry.${seconds}`;
/** The direct exchange of a room's queues, by their names: the default one would lead to every queue. */
export const ownExchangeOf = queueOf;

/** Seconds of the pauses between the tries. */
export const PAUSES: readonly number[] = [
  ...new Set(Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1))),
];

/** Deliveries that kill their process come back so often before the broker lays them aside. */
const DELIVERY_LIMIT = 50;
const UNLIMITED = 1_000_000_000;

/** Neither a full queue nor a broker between two nodes loses what is on its way to another queue. */
const keepingAll = { 'x-queue-type': 'quorum', 'x-overflow': 'reject-publish' };

function towards(room: string, queue: string) {
  return {
    ...keepingAll,
    'x-dead-letter-exchange': ownExchangeOf(room),
    'x-dead-letter-routing-key': queue,
    'x-dead-letter-strategy': 'at-least-once',
  };
}

/** The arguments of every queue of a room, by name; the broker refuses to declare one with others. */
export function queuesOf(room: string): Record<string, Record<string, string | number>> {
  const main = queueOf(room);
  const dead = deadQueueOf(room);
  return {
    [main]: { ...towards(room, dead), 'x-delivery-limit': DELIVERY_LIMIT },
    [dead]: { ...keepingAll, 'x-delivery-limit': UNLIMITED },
    ...Object.fromEntries(
      PAUSES.map((seconds) => [
        retryQueueOf(room, seconds),
        { ...towards(room, main), 'x-message-ttl': seconds * 1_000 },
      ]),
    ),
  };
}

/** Declares the common exchange where it is missing; where it is there, that takes no right to make one. */
export async function declareExchange(connection: ChannelModel): Promise<void> {
  const probe = await connection.createChannel();
  probe.on('error', () => undefined);
  try {
    await probe.checkExchange(EXCHANGE);
    await probe.close();
    return;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 404) throw error;
  }
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  await channel.assertExchange(EXCHANGE, 'topic', { durable: true });
  await channel.close();
}

/** Declares what one room needs; repeating it changes nothing. */
export async function declareRoom(channel: Channel, room: string): Promise<void> {
  const own = ownExchangeOf(room);
  await channel.assertExchange(own, 'direct', { durable: true });
  for (const [queue, args] of Object.entries(queuesOf(room))) {
    await channel.assertQueue(queue, { durable: true, arguments: args });
    await channel.bindQueue(queue, own, queue);
  }
}

/** Binds the room's queue to what it consumes, and lets go what `known` names beside that. */
export async function bindTypes(
  channel: Channel,
  room: string,
  types: readonly string[],
  known: readonly string[],
): Promise<void> {
  const queue = queueOf(room);
  for (const type of types) await channel.bindQueue(queue, EXCHANGE, type);
  for (const type of known) {
    if (!types.includes(type)) await channel.unbindQueue(queue, EXCHANGE, type);
  }
}
