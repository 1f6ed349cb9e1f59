import { describeWith, redis } from '@propertea/testkit';
import { buildSchema, parse } from 'graphql';
import { keyValueDatabase, logger, startHouse } from '../../test/house.js';
import type { House, KeyValueDatabase } from '../../test/house.js';
import { openSocket } from '../../test/socket-client.js';
import { until } from '../../test/until.js';
import type { KeyValue } from '../key-value/key-value.js';
import { postgresKeyValue } from '../key-value/postgres.js';
import { redisKeyValue } from '../key-value/redis.js';
import { UsageRecorder } from './usage-recorder.js';
import type { UsedOperation } from './usage-recorder.js';
import { readUsage, UsageStore } from './usage-store.js';

const schema = buildSchema(`type Query { a: Int b: Int c(at: Int): Int }`);
const used = (query: string, client = 'portal office'): UsedOperation => ({
  graph: 'portal',
  id: query,
  name: 'Q',
  client,
  document: parse(query),
  schema,
});

function recorder(keyValue: KeyValue, now: () => Date, limits = {}): UsageRecorder {
  return new UsageRecorder({
    store: new UsageStore(keyValue, 30),
    limits: { operationsPerDay: 9, coordinatesPerDay: 9, clientsPerDay: 9, ...limits },
    flushMs: 1e6,
    logger,
    now,
  });
}

/** `year` keeps the tests apart that share a store. */
function countsOf(open: () => KeyValue, year: number): void {
  let keyValue: KeyValue;
  const at = (day: string) => new Date(`${year}-${day}T12:00:00Z`);

  beforeAll(() => void (keyValue = open()));
  afterAll(() => keyValue.close());

  it('what several processes count on several days is read as one', async () => {
    let day = '05-01';
    const [one, other] = [1, 2].map(() => recorder(keyValue, () => at(day)));
    one?.count(used('{ a }'));
    await Promise.all([one?.flush(), other?.flush()]);
    one?.count(used('{ a }'));
    other?.count(used('{ a }'));
    other?.count(used('{ c(at: 1) }', 'curl'));
    await Promise.all([one?.flush(), other?.flush()]);
    day = '05-02';
    one?.count(used('{ a }'));
    await Promise.all([one?.stop(), other?.stop()]);
    expect(await readUsage(keyValue, 2, at('05-02'))).toEqual({
      days: 2,
      countedDays: [`${year}-05-01`, `${year}-05-02`],
      uncounted: 0,
      operations: [
        expect.objectContaining({
          id: '{ a }',
          client: 'portal office',
          count: 4,
          lastDay: `${year}-05-02`,
          coordinates: ['Query.a'],
        }),
        expect.objectContaining({ client: 'curl', coordinates: ['Query.c', 'Query.c(at:)'] }),
      ],
    });
    expect((await readUsage(keyValue, 1, at('05-02'))).operations[0]?.count).toBe(1);
    expect((await readUsage(keyValue, 1, at('05-04'))).countedDays).toEqual([]);
  });

  it('what is beyond the limits of a day is counted together, and what is left out is said', async () => {
    const now = () => at('06-01');
    const limits = { operationsPerDay: 1, clientsPerDay: 2, coordinatesPerDay: 3 };
    const counting = recorder(keyValue, now, limits);
    for (const [query, client] of [
      ['{ a }', 'x'],
      ['{ b }', 'x'],
      ['{ a b }', 'x'],
      ['{ b }', 'y'],
      ['{ c(at: 1) }', 'z'],
    ] as const)
      counting.count(used(query, client));
    await counting.stop();
    const { operations, uncounted } = await readUsage(keyValue, 1, now());
    expect(operations.map(({ id, client, count }) => [id, client, count])).toEqual([
      [null, 'x', 2],
      [null, 'others', 1],
      [null, 'y', 1],
      ['{ a }', 'x', 1],
    ]);
    expect(operations[0]?.coordinates).toEqual(['Query.a', 'Query.b']);
    expect(uncounted).toBe(1);
  });
}

describe('on Postgres', () => {
  let database: KeyValueDatabase;
  beforeAll(async () => void (database = await keyValueDatabase()));
  afterAll(() => database.drop());
  countsOf(() => postgresKeyValue({ url: database.url, logger }), 2026);
});

describeWith(redis, 'usage on Redis', (url) => {
  countsOf(() => redisKeyValue({ url: url(), logger }), 2026);
});

it('a store that is down fails no request and loses nothing that it held', async () => {
  const written: string[] = [];
  let isDown = true;
  const store = new UsageStore(
    {
      increment: () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(1)),
      set: async (_key, text) => void written.push(text),
    },
    30,
  );
  const counting = new UsageRecorder({
    store,
    limits: { operationsPerDay: 9, coordinatesPerDay: 9, clientsPerDay: 9 },
    flushMs: 1e6,
    logger,
  });
  counting.count(used('{ a }'));
  await counting.flush();
  isDown = false;
  await counting.stop();
  expect(written.map((text) => JSON.parse(text) as unknown)).toEqual([
    {
      coordinates: ['Query.a'],
      uncounted: 0,
      operations: [
        { graph: 'portal', id: '{ a }', name: 'Q', client: 'portal office', count: 1, at: [0] },
      ],
    },
  ]);
});

describe('at the doors', () => {
  let house: House;
  let keyValue: KeyValue;
  beforeAll(async () => {
    house = await startHouse({ config: { usage: { flushMs: 50 } } });
    keyValue = postgresKeyValue({ url: house.databaseUrl, logger });
  });
  afterAll(async () => {
    await keyValue.close();
    await house.stop();
  });

  it('valid operations of every door are counted by who asks, others are not', async () => {
    const headers = { 'apollographql-client-name': 'landlord-portal' };
    await house.ask('query Notice { notice }', { headers });
    await house.ask('query Notice { notice }', { headers: { 'user-agent': 'curl/8.1' } });
    await house.ask('query Named { properties { name } }', { isPublic: true, as: 'ada' });
    await house.ask('query Wrong { nothing }');
    const client = await openSocket(house);
    await client.subscribe('subscription Renamed { renamed { id } }');
    client.socket.terminate();
    await until(async () => (await readUsage(keyValue, 1, new Date())).operations.length >= 4);
    const { operations } = await readUsage(keyValue, 1, new Date());
    expect(
      operations.map(({ graph, name, client: who, count }) => [graph, name, who, count]).toSorted(),
    ).toEqual([
      ['portal', 'Notice', 'curl', 1],
      ['portal', 'Notice', 'program landlord-portal', 1],
      ['portal', 'Renamed', 'unknown program', 1],
      ['public', 'Named', 'node', 1],
    ]);
    expect(operations.find(({ name }) => name === 'Named')?.coordinates).toEqual([
      'Property.name',
      'Query.properties',
    ]);
  });
});
