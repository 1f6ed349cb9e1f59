import { listDeadLetters, purgeDeadLetters, replayDeadLetters } from '@propertea/chassis/messaging';
import type { DeadLetterSelection } from '@propertea/chassis/messaging';
import { runCommand } from '../command.js';
import type { CommandLine } from '../command.js';
import { Refusal } from '../failure.js';
import { connectRunning } from '../running.js';

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

await runCommand({
  help: `npm run events -- list [--room <room>]
npm run events -- replay (--room <room> | --id <n> | --all)
npm run events -- purge (--room <room> | --id <n> | --all)

Facts that a room refused ten times wait among the dead: list shows them without their content, replay delivers
them again, purge deletes them. The platform must run.

  --room <room>   those that wait for this room
  --id <n>        the one that list shows with this number
  --all           every one
`,
  options: { room: { type: 'string' }, id: { type: 'string' }, all: { type: 'boolean' } },
  async run(line) {
    const [action, ...rest] = line.positionals;
    if (action === 'resync') {
      throw new Refusal('There is nothing to resync yet: no room keeps a copy that events fill.');
    }
    if (!isAction(action) || rest.length > 0) {
      throw new Refusal('This takes list, replay or purge; --help shows how to use it.', 2);
    }
    const selection = selectionOf(line, action === 'list');
    const { adminUrl } = await connectRunning(line.dataDirectory);
    await actions[action](adminUrl, selection);
  },
});
