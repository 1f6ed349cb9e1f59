import { inspect } from 'node:util';
import {
  type DeadLetterChoice,
  type DeadLetters,
  letterId,
  letterNamed,
} from '@propertea/chassis/messaging';
import type { CommandLine } from './command.js';
import { Refusal } from './failure.js';

const LISTED = 1_000;

type Action = (letters: DeadLetters) => Promise<string>;

/**
 * What `npm run events -- list|replay|purge` does with the dead letters, and returns as text.
 * @throws Refusal for another action, or where a change does not say which letters.
 */
export function deadLetterAction(action: string, line: CommandLine): Action {
  if (action === 'list') return (letters) => list(letters, line.text('room'));
  if (action === 'replay') {
    const choice = choiceOf(line);
    return async (letters) => `${await letters.replay(choice)} events are on their way again.`;
  }
  if (action === 'purge') {
    const choice = choiceOf(line);
    return async (letters) => `${await letters.purge(choice)} events are deleted.`;
  }
  throw new Refusal('This takes list, replay, purge or resync; --help shows how to use it.', 2);
}

/** The latest first, a block of lines for each. */
async function list(letters: DeadLetters, room: string | undefined): Promise<string> {
  const { edges, hasNextPage, totalCount } = await letters.page({ room }, { first: LISTED });
  if (edges.length === 0) return 'No event is dead.';
  const blocks = edges.map(({ node: { position, ...letter } }) =>
    inspect({ id: letterId({ position, room: letter.room }), ...letter }, { breakLength: 160 }),
  );
  if (hasNextPage) blocks.push(`${await totalCount()} are dead; these are the latest.`);
  return blocks.join('\n');
}

function choiceOf(line: CommandLine): DeadLetterChoice {
  const room = line.text('room');
  const id = line.text('id');
  if (Number(room !== undefined) + Number(id !== undefined) + Number(line.flag('all')) !== 1) {
    throw new Refusal('Say which: --room <room>, --id <id> or --all.', 2);
  }
  if (room !== undefined) return { room };
  if (id === undefined) return { all: true };
  const letter = letterNamed(id);
  if (!letter) throw new Refusal(`--id wants an id from the list, not "${id}".`, 2);
  return { letters: [letter] };
}
