import { listDeadLetters, purgeDeadLetters, replayDeadLetters } from '@propertea/chassis/messaging';
import type { DeadLetterSelection } from '@propertea/chassis/messaging';
import { requestSnapshots, snapshotProgress } from '@propertea/chassis/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from '../command.js';
import type { CommandLine } from '../command.js';
import { Refusal } from '../failure.js';
import { connectRunning } from '../running.js';

const PROGRESS_MS = 500;

const actions = {
  async list(adminUrl: string, selection: DeadLetterSelection) {
    const letters = await listDeadLetters(adminUrl, { ...selection, limit: 1_000 });
    if (letters.length === 0) console.log('No event is dead.');
    else console.table(letters.map(({ position, ...letter }) => ({ id: position, ...letter })));
  },
  async replay(adminUrl: string, selection: DeadLetterSelection) {
    console.log(`${await replayDeadLetters(adminUrl, selection)} events are on their way again.`);
  },
  async purge(adminUrl: string, selection: DeadLetterSelection) {
    console.log(`${await purgeDeadLetters(adminUrl, selection)} events are deleted.`);
  },
};

function isAction(action: string | undefined): action is keyof typeof actions {
  return action !== undefined && Object.hasOwn(actions, action);
}

function selectionOf(line: CommandLine, mayBeAll: boolean): DeadLetterSelection {
  const room = line.text('room');
  const position = line.text('id');
  if (position !== undefined && !/^\d{1,18}$/.test(position)) {
    throw new Refusal(`--id wants a number from the list, not "${position}".`, 2);
  }
  if (!mayBeAll && room === undefined && position === undefined && !line.flag('all')) {
    throw new Refusal('Say which: --room <room>, --id <n> or --all.', 2);
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
npm run events -- replay (--room <room> | --id <n> | --all)
npm run events -- purge (--room <room> | --id <n> | --all)
npm run events -- resync <room>

Facts that a room refused ten times wait among the dead: list shows them without their content, replay delivers
them again, purge deletes them. Facts older than 7 days cannot be sent again; resync lets the room that owns
them publish its state anew instead, for rooms that keep copies of it. The platform must run.

  --room <room>   those that wait for this room
  --id <n>        the one that list shows with this number
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
    await actions[action](adminUrl, selection);
  },
});
