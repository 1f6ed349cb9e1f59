import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { deadLetterPage, type DeadLetterView } from '@propertea/chassis/messaging';
import { operatorOf } from './dead-letter.policy.js';
import { letterId } from './selection.js';

export interface DeadLetterListArguments {
  first: number;
  after: string | null;
  filter: { room?: string | null; type?: string | null } | null;
}

export type DeadLetterNode = DeadLetterView & { id: string };

/** The dead letters of all rooms, the latest first, without what they say. */
export async function listDeadLetters(
  context: RoomContext,
  { first, after, filter }: DeadLetterListArguments,
): Promise<Connection<DeadLetterNode>> {
  operatorOf(context.identity);
  const { room = null, type = null } = filter ?? {};
  const page = await deadLetterPage(await context.em(), { room, type }, { first, after });
  return toConnection(page, (letter) => ({ ...letter, id: letterId(letter) }));
}
