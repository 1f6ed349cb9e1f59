import { setTimeout as pause } from 'node:timers/promises';
import {
  listDeadLetters,
  purgeDeadLetters,
  RabbitDeadLetters,
  replayDeadLetters,
  requestSnapshots,
  snapshotProgress,
} from '@propertea/chassis/messaging';
import type { DeadLetter, DeadLetterSelection } from '@propertea/chassis/messaging';
import { runCommand } from '../command.js';
import type { CommandLine } from '../command.js';
import { readEnvironment } from '../environment.js';
import { Refusal } from '../failure.js';
import { rooms } from '../rooms.js';
import { connectRunning } from '../running.js';

const PROGRESS_MS = 500;

interface DeadLetterBox {
  list(selection: DeadLetterSelection & { limit: number }): Promise<DeadLetter[]>;
  replay(selection: DeadLetterSelection): Promise<number>;
  purge(selection: DeadLetterSelection): Promise<number>;
}

/** Where the running platform's dead letters are: with its broker, or else in its database. */
function boxOf(adminUrl: string, amqpUrl: string | undefined): DeadLetterBox {
  if (amqpUrl) {
    return new RabbitDeadLetters(
      amqpUrl,
      rooms.map(({ name }) => name),
    );
  }
  return {
    list: (selection) => listDeadLetters(adminUrl, selection),
    replay: (selection) => replayDeadLetters(adminUrl, selection),
    purge: (selection) => purgeDeadLetters(adminUrl, selection),
  };
}

const actions = {
  async list(box: DeadLetterBox, selection: DeadLetterSelection) {
    const letters = await box.list({ ...selection, limit: 1_000 });
    if (letters.length === 0) console.log('No event is dead.');
    else console.table(letters.map(({ position, ...letter }) => ({ id: position, ...letter })));
  },
  async replay(box: DeadLetterBox, selection: DeadLetterSelection) {
    console.log(`${await box.replay(selection)} events are on their way again.`);
  },
  async purge(box: DeadLetterBox, selection: DeadLetterSelection) {
    console.log(`${await box.purge(selection)} events are deleted.`);
  },
};

function isAction(action: string | undefined): action is keyof typeof actions {
  return action !== undefined && Object.hasOwn(actions, action);
}

function selectionOf(line: CommandLine, mayBeAll: boolean): DeadLetterSelection {
  const room = line.text('room');
  const position = line.text('id');
  if (position !== undefined && !/^(\d{1,18}|[\da-f-]{36})$/i.test(position)) {
    throw new Refusal(`--id wants an id from the list, not "${position}".`, 2);
  }
  if (!mayBeAll && room === undefined && position === undefined && !line.flag('all')) {
    throw new Refusal('Say which: --room <room>, --id <id> or --all.', 2);
  }
  return { room, position };
}

/** Shows how far the room is until it has published everything; repeating it changes nothing. */
async function resync(dataDirectory: string, room: string): Promise<void> {
  const { adminUrl, runtime } = await connectRunning(dataDirectory);
  if (!runtime.rooms.some(({ name }) => name === room)) {
    throw new Refusal(
      `No room "${room}" runs; there are ${runtime.rooms.map(({ name }) => name).join(', ')}.`,
      2,
    );
  }
  const types = await requestSnapshots(adminUrl, room);
  if (types.length === 0) throw new Refusal(`Nobody keeps copies of what ${room} owns.`);
  for (let shown = ''; ; await pause(PROGRESS_MS)) {
    const progress = await snapshotProgress(adminUrl, room);
    const text = progress.map(({ type, published }) => `${type}: ${published}`).join(', ');
    if (text !== shown) console.log(text);
    shown = text;
    if (progress.every(({ isFinished }) => isFinished)) return;
  }
}

await runCommand({
  help: `npm run events -- list [--room <room>]
npm run events -- replay (--room <room> | --id <id> | --all)
npm run events -- purge (--room <room> | --id <id> | --all)
npm run events -- resync <room>

Facts that a room refused ten times wait among the dead: list shows them without their content, replay delivers
them again, purge deletes them. Facts older than 7 days cannot be sent again; resync lets the room that owns
them publish its state anew instead, for rooms that keep copies of it. The platform must run; where it has
AMQP_URL, this reads the same variable.

  --room <room>   those that wait for this room
  --id <id>       the one that list shows with this id
  --all           every one
`,
  options: { room: { type: 'string' }, id: { type: 'string' }, all: { type: 'boolean' } },
  async run(line) {
    const [action, ...rest] = line.positionals;
    if (action === 'resync') {
      const [room] = rest;
      if (room === undefined || rest.length > 1) {
        throw new Refusal('Say which room publishes its state anew: resync <room>.', 2);
      }
      await resync(line.dataDirectory, room);
      return;
    }
    if (!isAction(action) || rest.length > 0) {
      throw new Refusal('This takes list, replay, purge or resync; --help shows how to use it.', 2);
    }
    const selection = selectionOf(line, action === 'list');
    const { adminUrl } = await connectRunning(line.dataDirectory);
    await actions[action](boxOf(adminUrl, readEnvironment().amqpUrl), selection);
  },
});
