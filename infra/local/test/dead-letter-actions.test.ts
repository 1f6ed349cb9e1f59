import { type DeadLetters, deadLettersOf, RabbitDeadLetters } from '@propertea/chassis/messaging';
import operations from '@propertea/operations';
import {
  describeWith,
  Queues,
  rabbitmq,
  type RoomDatabase,
  roomDatabase,
} from '@propertea/testkit';
import { asAdmin } from '@propertea/chassis/store';
import { parseCommandLine } from '../src/command.js';
import { deadLetterAction } from '../src/dead-letter-actions.js';

const OPTIONS = {
  room: { type: 'string' },
  id: { type: 'string' },
  all: { type: 'boolean' },
} as const;
const letterAt = (type: string) => ({ type, id: type, time: new Date().toISOString() });

/** `npm run events` over one of the transports; `lay` puts events among the dead of two rooms. */
function suite(
  letters: () => DeadLetters,
  lay: (letters: readonly [room: string, envelope: object][]) => Promise<void>,
): void {
  const run = (...args: string[]) => {
    const line = parseCommandLine(args, OPTIONS);
    return deadLetterAction(line.positionals[0] ?? '', line)(letters());
  };

  it('lists what is dead, delivers one again, deletes a room’s and then all', async () => {
    expect(await run('list')).toBe('No event is dead.');
    await lay([
      ['identity', letterAt('a.one.v1')],
      ['properties', letterAt('a.two.v1')],
      ['properties', letterAt('a.three.v1')],
    ]);
    const listed = await run('list', '--room', 'properties');
    expect(listed).not.toContain('a.one.v1');
    const [id] = /identity\.[\da-f]+/.exec(await run('list')) ?? [''];
    expect(await run('replay', '--id', id)).toBe('1 events are on their way again.');
    expect(await run('purge', '--room', 'identity')).toBe('0 events are deleted.');
    expect(await run('purge', '--room', 'properties')).toBe('2 events are deleted.');
    await lay([['identity', letterAt('a.four.v1')]]);
    expect(await run('purge', '--all')).toBe('1 events are deleted.');
    expect(await run('list')).toBe('No event is dead.');
  });

  it.each([
    [['replay']],
    [['purge']],
    [['purge', '--all', '--room', 'identity']],
    [['replay', '--id', 'nonsense']],
    [['burn', '--all']],
  ])('%j is refused', (args) => {
    expect(() => run(...args)).toThrow(/^Say which|^--id wants|^This takes/);
  });
}

describe('npm run events over Postgres', () => {
  let database: RoomDatabase;
  beforeAll(async () => {
    database = await roomDatabase([operations]);
  });
  afterAll(() => database?.drop());
  suite(
    () => deadLettersOf(database.adminUrl),
    async (laid) => {
      for (const [room, envelope] of laid) {
        await asAdmin(database.adminUrl, (client) =>
          client.query(
            'insert into bus.deliveries (queue, envelope, dead_at) values ($1, $2, now())',
            [room, JSON.stringify(envelope)],
          ),
        );
      }
    },
  );
});

describeWith(rabbitmq, 'npm run events over RabbitMQ', (url) =>
  suite(
    () => new RabbitDeadLetters(url(), ['identity', 'properties']),
    async (laid) => {
      for (const [room, content] of laid) await new Queues(url()).lay(room, [{ content }], 'dead');
    },
  ),
);
