import { setTimeout as pause } from 'node:timers/promises';
import {
  type DeadLetters,
  deadLettersOf,
  RabbitDeadLetters,
  requestSnapshots,
  snapshotProgress,
} from '@propertea/chassis/messaging';
import { runCommand } from '../command.js';
import { deadLetterAction } from '../dead-letter-actions.js';
import { readEnvironment } from '../environment.js';
import { Refusal } from '../failure.js';
import { rooms } from '../rooms.js';
import { connectRunning } from '../running.js';

const PROGRESS_MS = 500;

/** Where the running platform's dead letters are: with its broker, or else in its database. */
function lettersOf(adminUrl: string, amqpUrl: string | undefined): DeadLetters {
  const names = rooms.map(({ name }) => name);
  return amqpUrl ? new RabbitDeadLetters(amqpUrl, names) : deadLettersOf(adminUrl);
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
    if (action === undefined || rest.length > 0) {
      throw new Refusal('This takes list, replay, purge or resync; --help shows how to use it.', 2);
    }
    const act = deadLetterAction(action, line);
    const { adminUrl } = await connectRunning(line.dataDirectory);
    console.log(await act(lettersOf(adminUrl, readEnvironment().amqpUrl)));
  },
});
