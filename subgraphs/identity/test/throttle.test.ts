import { Store, workerSession } from '@propertea/chassis/store';
import { roomDatabase, type RoomDatabase } from '@propertea/testkit';
import { sweep } from '../src/account/sweep.js';
import { Throttle } from '../src/account/throttle.js';
import type { PlatformStore, Row } from '../src/platform-store.js';
import identity from '../src/subgraph.js';

let database: RoomDatabase;
let store: Store;
let platform: PlatformStore;
let now = new Date('2026-03-01T12:00:00Z');
const clock = { now: () => now };
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

beforeAll(async () => {
  database = await roomDatabase([identity]);
  store = await Store.open({
    room: 'identity',
    databaseUrl: database.urlFor('identity'),
    poolMax: 3,
    entities: [],
  });
  platform = (work) =>
    store.transaction(workerSession('identity'), (em) =>
      work((text, parameters = []) => em.execute<Row[]>(text, [...parameters])),
    );
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

it('lets five guesses through, then makes each wait twice as long, up to a quarter of an hour', async () => {
  const throttle = new Throttle(platform, clock);
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect(await throttle.take('account', 'a')).toEqual({ allowed: true, retryAfter: 0 });
  }
  const waits: number[] = [];
  for (let attempt = 6; attempt <= 18; attempt++) {
    const { allowed, retryAfter } = await throttle.take('account', 'a');
    expect(allowed).toBe(false);
    waits.push(retryAfter);
    pass(retryAfter);
    expect((await throttle.take('account', 'a')).allowed).toBe(true);
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
});

it('counts before it lets through: of many at once only the allowed number', async () => {
  const throttle = new Throttle(platform, clock);
  const verdicts = await Promise.all(
    Array.from({ length: 20 }, () => throttle.take('account', 'crowd')),
  );
  expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(5);
});

it('forgets after a success and after a quiet day, and not by another’s success', async () => {
  const throttle = new Throttle(platform, clock);
  const exhaust = async (kind: 'account' | 'address', value: string) => {
    while ((await throttle.take(kind, value)).allowed);
  };
  await exhaust('account', 'b');
  await throttle.forgive('account', 'b');
  expect((await throttle.take('account', 'b')).allowed).toBe(true);
  await exhaust('address', 'office');
  await throttle.undo('address', 'office');
  await exhaust('address', 'office');
  expect((await throttle.take('address', 'office')).retryAfter).toBe(2);
  pass(2 * 86_400);
  for (let attempt = 1; attempt <= 30; attempt++) {
    expect((await throttle.take('address', 'office')).allowed).toBe(true);
  }
});

it('keeps no address in the clear, and nothing for longer than it counts', async () => {
  const throttle = new Throttle(platform, clock);
  await throttle.take('account', 'clear@example.com');
  const rows = await platform((sql) => sql('select key from identity.attempts'));
  expect(JSON.stringify(rows)).not.toContain('clear@example.com');
  pass(3 * 86_400);
  await sweep(platform, now);
  expect(await platform((sql) => sql('select key from identity.attempts'))).toEqual([]);
});
