import type { GivenTrafficRules } from '@propertea/executor';
import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codes, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import type { TestRoom } from '../../test/rooms.js';
import { until } from '../../test/until.js';
import { readTrafficFile, USUAL_SETTINGS } from './traffic-file.js';
import { Traffic } from './traffic.js';

const file = join(tmpdir(), `traffic-${randomUUID()}.json`);
const rename1 = 'mutation { renameProperty(id: "p1", name: "New") { name } }';
const never = { minimum: 1_000_000 };

async function write(content: unknown): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(content));
  await rename(`${file}.new`, file);
}

describe('rooms over HTTP', () => {
  let house: House;
  let room: TestRoom;
  let told: Record<string, { breaker: string; underWay: number; waiting: number }>;

  beforeAll(async () => {
    await write({});
    house = await startHouse({ overHttp: true, config: { trafficPath: file } });
    const { properties } = house.rooms;
    if (!properties) throw new Error('no such room');
    room = properties;
  });
  afterAll(() => house.stop());
  afterEach(() => {
    room.losesAnswers = false;
    room.status = undefined;
    room.says = {};
  });

  const asked = async (work: () => Promise<unknown>) => {
    const before = room.seen.length;
    await work();
    return room.seen.length - before;
  };
  const look = async () => {
    const ready = await fetch(`${house.url}/ready`);
    ({ traffic: told } = (await ready.json()) as { traffic: typeof told });
    return told;
  };
  /** Takes new rules over: their mark is a header that the room may set from then on. */
  const follow = async (
    properties: GivenTrafficRules,
    headers: string[] = [],
    others: Record<string, GivenTrafficRules> = {},
  ) => {
    const mark = `x-${randomUUID()}`;
    await write({ rooms: { ...others, properties }, responseHeaders: [...headers, mark] });
    room.says = { [mark]: 'seen' };
    await until(async () => (await house.ask('{ notice }')).headers.has(mark));
    room.says = {};
  };

  it('a slow room is cut at its cap, and the others answer', async () => {
    await follow({ timeoutMs: 100, breaker: never });
    const answer = await house.ask('{ slow viewer { name } }', { as: 'ada' });
    house.state.release();
    expect(answer.body.data).toEqual({ slow: null, viewer: { name: 'user a1' } });
    expect(codes(answer)).toEqual(['UPSTREAM_UNAVAILABLE at slow']);
  });

  it('queries that are lost are sent again, mutations never', async () => {
    await follow({ retries: { count: 2, baseMs: 1, maxMs: 1 }, breaker: never });
    room.losesAnswers = true;
    expect(await asked(() => house.ask('{ notice }'))).toBe(3);
    expect(await asked(() => house.ask(rename1))).toBe(1);
    room.losesAnswers = false;
    room.status = 503;
    expect(await asked(() => house.ask('{ notice }'))).toBe(3);
    expect(await asked(() => house.ask(rename1))).toBe(1);
    room.status = 500;
    expect(await asked(() => house.ask('{ notice }'))).toBe(1);
    room.status = undefined;
    // An answer is an answer, also one with errors.
    expect(await asked(() => house.ask('{ boom coded }'))).toBe(1);
  });

  it('a query whose first answer is lost is answered by the second', async () => {
    await follow({ retries: { count: 10, baseMs: 100, maxMs: 100 }, breaker: never });
    room.losesAnswers = true;
    const before = room.seen.length;
    const answer = house.ask('{ notice }');
    await until(() => room.seen.length > before);
    room.losesAnswers = false;
    expect((await answer).body).toEqual({ data: { notice: 'open on Mondays' } });
  });

  it('a room that fails is asked no more, then tried, then asked as before', async () => {
    const breaker = { minimum: 4, failureRate: 0.5, windowMs: 60_000, openMs: 200, probes: 1 };
    await follow({ retries: { count: 0 }, breaker });
    await write({ rooms: { properties: { retries: { count: 0 }, breaker } } });
    room.losesAnswers = true;
    await until(async () => {
      await house.ask('{ notice }');
      return (await look())['properties']?.breaker === 'open';
    });
    const refused = await asked(async () => {
      const answer = await house.ask('{ notice viewer { name } }', { as: 'ada' });
      expect(codes(answer)).toEqual(['UPSTREAM_UNAVAILABLE at notice']);
      expect(answer.body.data).toEqual({ notice: null, viewer: { name: 'user a1' } });
    });
    // It may have been tried meanwhile, and then failed once.
    expect(refused).toBeLessThanOrEqual(1);
    await until(async () => (await look())['properties']?.breaker === 'half-open');
    expect(await asked(() => house.ask('{ notice }'))).toBe(1);
    expect((await look())['properties']?.breaker).not.toBe('closed');
    room.losesAnswers = false;
    await until(async () => (await look())['properties']?.breaker === 'half-open');
    expect((await house.ask('{ notice }')).body.data).toEqual({ notice: 'open on Mondays' });
    expect((await look())['properties']).toEqual({ breaker: 'closed', underWay: 0, waiting: 0 });
  });

  it('who asks is looked up by the rules too: asked again, and not at all while the room is gone', async () => {
    const { organizations } = house.rooms;
    if (!organizations) throw new Error('no such room');
    const breaker = { minimum: 4, failureRate: 0.5, windowMs: 60_000, openMs: 200, probes: 1 };
    const retries = { count: 1, baseMs: 1, maxMs: 1 };
    await follow({}, [], { organizations: { retries, breaker } });
    organizations.losesAnswers = true;
    const ask = () => house.ask('{ whoAmI }', { as: 'cyd' });
    const before = organizations.seen.length;
    expect(codes(await ask())).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(organizations.seen.length - before).toBe(2);
    await until(async () => {
      await ask();
      return (await look())['organizations']?.breaker === 'open';
    });
    const atMost = organizations.seen.length + 1;
    expect(codes(await ask())).toEqual(['UPSTREAM_UNAVAILABLE']);
    // It may have been tried meanwhile.
    expect(organizations.seen.length).toBeLessThanOrEqual(atMost);
    organizations.losesAnswers = false;
    await until(async () => (await ask()).body.data?.['whoAmI'] !== undefined);
    expect((await look())['organizations']?.breaker).toBe('closed');
  });

  it('no more than so many requests are under way at a room', async () => {
    await follow({ concurrency: { requests: 1, waiting: 0 }, breaker: never });
    const first = house.ask('{ slow }');
    await until(async () => (await look())['properties']?.underWay === 1);
    const second = await house.ask('{ notice }');
    expect(codes(second)).toEqual(['UPSTREAM_UNAVAILABLE at notice']);
    house.state.release();
    expect((await first).body).toEqual({ data: { slow: 'at last' } });
  });

  it('rooms set the headers that they may, and together one list', async () => {
    await follow({}, ['X-Hint']);
    const { identity } = house.rooms;
    if (!identity) throw new Error('no such room');
    room.says = { 'x-hint': 'a, b', 'x-other': 'no', 'set-cookie': ['mine=1'] };
    identity.says = { 'x-hint': 'c' };
    const both = await house.ask('{ notice viewer { name } }', { as: 'ada' });
    identity.says = {};
    expect(both.headers.get('x-hint')?.split(', ').toSorted()).toEqual(['a', 'b', 'c']);
    expect(both.headers.get('x-other')).toBeNull();
    expect(both.headers.get('set-cookie')).toBeNull();
    const mutation = await house.ask(rename1);
    expect(mutation.headers.get('x-hint')).toBe('a, b');
  });
});

it('everything that is wrong in the file is told at once, with where it stands', async () => {
  await write({
    default: {},
    defaults: { timeoutMs: 0, retries: { count: 1.5, budget: 2, often: true } },
    rooms: {
      nowhere: {},
      identity: { breaker: { failureRate: 0 }, concurrency: { requests: '9' } },
    },
    responseHeaders: ['x-fine', 'Set-Cookie', 'content-length', 'connection', 'a b'],
  });
  const error = await readTrafficFile(file, ['identity', 'properties']).catch(
    (thrown: Error) => thrown.message,
  );
  for (const line of [
    /\(the file\): Unrecognized key: "default"/,
    /defaults\.timeoutMs: /,
    /defaults\.retries\.count: /,
    /defaults\.retries\.budget: /,
    /defaults\.retries: Unrecognized key: "often"/,
    /rooms\.nowhere: is no room; there are identity, properties/,
    /rooms\.identity\.breaker\.failureRate: /,
    /rooms\.identity\.concurrency\.requests: /,
    /responseHeaders\.1: is not a header that subgraphs may set/,
    /responseHeaders\.2: is not a header that subgraphs may set/,
    /responseHeaders\.3: is not a header that subgraphs may set/,
    /responseHeaders\.4: must be the name of a header/,
  ]) {
    expect(error).toMatch(line);
  }
  await expect(readTrafficFile(`${file}.missing`, [])).rejects.toThrow('cannot be read');
  await writeFile(file, '{');
  await expect(readTrafficFile(file, [])).rejects.toThrow('is not JSON');
});

it('the example is a valid file', async () => {
  const path = new URL('../../traffic.example.json', import.meta.url).pathname;
  const { usual } = await readTrafficFile(path, ['operations']);
  expect(usual).toEqual(USUAL_SETTINGS.usual);
});

it('a new file that is not valid leaves the rules as they are, and is told once', async () => {
  await write({ rooms: { identity: { timeoutMs: 7 } } });
  const said: string[] = [];
  const tell = (_details: object, message: string) => void said.push(message);
  const logger = { warn: tell, info: tell };
  const traffic = new Traffic({ path: file, rooms: ['identity'], logger });
  await traffic.load();
  const lane = traffic.laneTo('identity');
  traffic.watch(2);
  await write({ rooms: { nowhere: {} } });
  await until(() => said.length > 0);
  expect([said, lane.rules.timeoutMs]).toEqual([['the rules of the traffic stay as they were'], 7]);
  await write({ defaults: { timeoutMs: 8 } });
  await until(() => said.length > 1);
  expect([said.length, lane.rules.timeoutMs]).toEqual([2, 8]);
  await traffic.stop();
});
