import { describeWith, describeWithRedis, freePort, redis } from '@propertea/testkit';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startGatewayProcess } from '../../test/gateway-process.js';
import { codes, logger, startHouse } from '../../test/house.js';
import type { Ask, House } from '../../test/house.js';
import type { TestRoom } from '../../test/rooms.js';
import { until } from '../../test/until.js';
import type { KeyValue } from '../key-value/key-value.js';
import { redisKeyValue } from '../key-value/redis.js';
import { idempotencyKeyOf } from './idempotency-key.js';

const mutation = 'mutation($name: String!) { renameProperty(id: "p1", name: $name) { id name } }';

let house: House;
let room: TestRoom;
let key: string;

const rename = (name: string, options: Ask = {}) =>
  house.ask(mutation, {
    as: 'ada',
    variables: { name },
    ...options,
    headers: { 'idempotency-key': `"${key}"`, ...options.headers },
  });
const sent = async (work: () => Promise<unknown>) => {
  const before = room.seen.length;
  await work();
  return room.seen.length - before;
};

async function start(options?: Parameters<typeof startHouse>[0]): Promise<void> {
  house = await startHouse(options);
  const { properties } = house.rooms;
  if (!properties) throw new Error('no such room');
  room = properties;
}

beforeEach(() => {
  key = randomUUID();
});

function mutationsAreCarriedOutOnce(): void {
  it.each([false, true])('the same key has the same answer (public: %s)', async (isPublic) => {
    const first = await rename('One', { isPublic });
    expect(first.body.data).toEqual({ renameProperty: { id: 'p1', name: 'One' } });
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    const times = await sent(async () => {
      const bare = { 'idempotency-key': key };
      const again = await rename('One', { isPublic, headers: bare });
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
    });
    expect(times).toBe(0);
  });

  it('fifty at once are carried out once, at two gateways', async () => {
    const at = await house.startAnother(0);
    let answers: Awaited<ReturnType<typeof rename>>[] = [];
    const times = await sent(async () => {
      const all = Array.from({ length: 50 }, (_, index) =>
        rename('Fifty', index % 2 ? { at } : {}),
      );
      answers = await Promise.all(all);
    });
    expect(times).toBe(1);
    const firsts = answers.filter(
      ({ status, headers }) => status === 200 && !headers.has('idempotency-replayed'),
    );
    expect(firsts).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect([answer.status, ...codes(answer)]).toEqual([409, 'CONFLICT']);
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    expect((await rename('Fifty')).headers.get('idempotency-replayed')).toBe('true');
  });

  it('another mutation under the key is refused, also while the first is carried out', async () => {
    let go: (value?: unknown) => void = () => undefined;
    room.held = new Promise((resolve) => (go = resolve));
    let first: ReturnType<typeof rename> | undefined;
    const times = await sent(async () => {
      const before = room.seen.length;
      first = rename('First');
      await until(() => room.seen.length > before);
      const other = await rename('Other');
      expect([other.status, ...codes(other)]).toEqual([422, 'BAD_USER_INPUT']);
      const same = await rename('First');
      expect([same.status, ...codes(same)]).toEqual([409, 'CONFLICT']);
    });
    room.held = undefined;
    go();
    expect([times, (await first)?.status]).toEqual([1, 200]);
    expect((await rename('Other')).status).toBe(422);
  });

  it('keys of others, of other organizations and of the other graph are other keys', async () => {
    const times = await sent(async () => {
      await rename('Same');
      await rename('Same', { isPublic: true });
      await rename('Same', { as: 'ben', organization: 'oak' });
      await rename('Same', { as: 'ben', organization: 'elm' });
    });
    expect(times).toBe(4);
  });

  it('what is refused before a room is asked frees its key; what may have reached one is kept', async () => {
    const invalid = await house.ask('mutation { renameProperty(id: "p1") { nothing } }', {
      as: 'ada',
      headers: { 'idempotency-key': key },
    });
    expect(invalid.status).toBe(400);
    room.losesAnswers = true;
    const lost = await rename('Lost');
    room.losesAnswers = false;
    expect(codes(lost)).toEqual(['UPSTREAM_UNAVAILABLE at renameProperty']);
    const times = await sent(async () => expect((await rename('Lost')).text).toBe(lost.text));
    expect(times).toBe(0);
  });

  it('a key is nothing to a query, and nobody has one', async () => {
    const headers = { 'idempotency-key': key };
    const times = await sent(async () => {
      await house.ask('{ notice }', { as: 'ada', headers });
      await house.ask('{ notice }', { as: 'ada', headers });
    });
    expect(times).toBe(2);
    const nobody = await house.ask('mutation { renameProperty(id: "p1", name: "N") { id } }', {
      headers,
    });
    expect([nobody.status, ...codes(nobody)]).toEqual([401, 'UNAUTHENTICATED']);
    const bad = await rename('Bad', { headers: { 'idempotency-key': 'x'.repeat(256) } });
    expect([bad.status, ...codes(bad)]).toEqual([400, 'BAD_USER_INPUT']);
  });
}

describe('on Postgres, rooms over HTTP', () => {
  beforeAll(() => start({ overHttp: true }));
  afterAll(() => house.stop());

  mutationsAreCarriedOutOnce();

  it('when its gateway dies midway, nobody carries it out again', async () => {
    const dying = await startGatewayProcess(house, await freePort());
    let go: (value?: unknown) => void = () => undefined;
    room.held = new Promise((resolve) => (go = resolve));
    const before = room.seen.length;
    const killed = async () => {
      await until(() => room.seen.length > before);
      await dying.stop('SIGKILL');
    };
    await Promise.all([expect(rename('Midway', { at: dying.url })).rejects.toThrow(), killed()]);
    room.held = undefined;
    go();
    const soon = await rename('Midway');
    expect([soon.status, soon.headers.get('retry-after')]).toEqual([409, '2']);

    const client = new pg.Client({ connectionString: house.databaseUrl });
    await client.connect();
    await client.query(
      `update gateway.key_values set expires_at = expires_at - interval '1 minute'
       where key like 'idempotency:%'`,
    );
    const { rows } = await client.query<{ value: string }>('select value from gateway.key_values');
    await client.end();
    const later = await rename('Midway');
    expect([later.status, ...codes(later)]).toEqual([409, 'CONFLICT']);
    expect(later.body.errors?.[0]?.message).toContain('read what it changed');
    expect(later.headers.get('retry-after')).toBeNull();
    expect(room.seen.length).toBe(before + 1);
    expect(rows.map(({ value }) => value).join()).not.toMatch(/renameProperty|fingerprint/);
  });
});

it('an answer that is too large is not told again, and not carried out again either', async () => {
  await start({ config: { idempotency: { answerBytes: 20 } } });
  const first = await rename('Large');
  expect(first.status).toBe(200);
  const times = await sent(async () => {
    const again = await rename('Large');
    expect([again.status, ...codes(again)]).toEqual([409, 'CONFLICT']);
    expect(again.body.errors?.[0]?.message).toContain('was carried out');
  });
  expect(times).toBe(0);
  await house.stop();
});

describeWith(redis, 'idempotency keys', (url) => {
  describe('on Redis', () => {
    let keyValue: KeyValue;

    beforeAll(async () => {
      keyValue = redisKeyValue({ url: url(), logger });
      await start({ config: { keyValue } });
    });
    afterAll(async () => {
      await house.stop();
      await keyValue.close();
    });

    mutationsAreCarriedOutOnce();
  });
});

describeWithRedis('idempotency keys while their store is gone', (own) => {
  it('a mutation with a key is refused and reaches no room', async () => {
    const keyValue = redisKeyValue({ url: own().url, logger });
    await start({ config: { keyValue } });
    await rename('Before');
    key = randomUUID();
    await own().kill();
    const times = await sent(async () => {
      const answer = await rename('Gone');
      expect([answer.status, ...codes(answer)]).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
      expect(answer.body.errors?.[0]?.message).toContain('Nothing was carried out');
    });
    expect(times).toBe(0);
    await own().start();
    await until(async () => (await rename('Gone')).status === 200);
    await house.stop();
    await keyValue.close();
  });
});

it.each<[string, string | undefined]>([
  ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
  ['8e03978e', '8e03978e'],
  ['"a \\"b\\" \\\\"', 'a "b" \\'],
  ['', undefined],
  ['""', undefined],
  ['"open', undefined],
  ['"a", "b"', undefined],
  ['a, b', undefined],
  ['ümlaut', undefined],
])('%s is the key %s', (header, expected) => {
  const read = () => idempotencyKeyOf({ headers: { 'idempotency-key': header } });
  if (expected === undefined) expect(read).toThrow(/1 to 255 printable/);
  else expect(read()).toBe(expected);
});
