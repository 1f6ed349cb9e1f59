import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { type DeadLetter, letterId } from '@propertea/chassis/messaging';
import { deadLettersFor } from '../settings.js';
import { operatorOf } from './dead-letter.policy.js';

export interface DeadLetterListArguments {
  first: number;
  after: string | null;
  filter: { room?: string | null; type?: string | null } | null;
}

export type DeadLetterNode = DeadLetter & { id: string };

/** The dead letters of all rooms, the latest first, without what they say. */
export async function listDeadLetters(
  context: RoomContext,
  { first, after, filter }: DeadLetterListArguments,
): Promise<Connection<DeadLetterNode>> {
  operatorOf(context.identity);
  const letters = deadLettersFor(context.services.settings, await context.em());
  const page = await letters.page(filter ?? {}, { first, after });
  return toConnection(page, (letter) => ({ ...letter, id: letterId(letter) }));
}
