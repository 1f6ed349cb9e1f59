import {
  createAssertionSigner,
  generateAssertionKeys,
  inProcess,
  overHttp,
  type RoomTransport,
} from '@propertea/chassis/runtime';
import { ASSERTION_HEADER, type Identity, newId } from '@propertea/kernel';
import {
  anonymous,
  eventually,
  freePort,
  isOfRequest,
  person,
  staff,
  startTestRoom,
  statementsOf,
  type TestRoom,
} from '@propertea/testkit';
import { remoteSubscription } from '../src/runtime/remote-subscription.js';
import { PaperFeed, press } from './kiosk/paper-feed.js';
import { kiosk } from './kiosk/subgraph.js';

const definition = { ...kiosk, resolvers: [...kiosk.resolvers, PaperFeed] as const };
const query = 'subscription($suffix: String) { printed(suffix: $suffix) }';
const PRINT = 'mutation($input: PrintPaperInput!) { printPaper(input: $input) { id } }';

/** Of the clock that signs and checks assertions, ahead of the real one, in ms. */
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
let room: TestRoom;
let port: number;
const transports = new Map<string, RoomTransport>();
beforeAll(async () => {
  port = await freePort();
  room = await startTestRoom(
    { ...definition, resolvers: [...definition.resolvers] },
    {},
    { port, clock },
  );
  transports.set('in process', inProcess(room.room));
  transports.set('over HTTP', overHttp('kiosk', `http://127.0.0.1:${port}`));
});
afterAll(() => room?.stop());
afterEach(async () => {
  ahead = 0;
  await listeners(0);
});

const listeners = (count: number) =>
  eventually(
    () => press.listenerCount('printed'),
    (found) => found === count,
    10_000,
  );

describe.each(['in process', 'over HTTP'])('%s', (where) => {
  let leaving: AbortController;
  beforeEach(() => (leaving = new AbortController()));
  afterEach(() => leaving.abort());

  function subscribe(who: Identity | Record<string, string>, request = { query }) {
    const transport = transports.get(where);
    if (!transport) throw new Error(`There is no way ${where}`);
    const headers = 'persona' in who ? () => room.headersFor(who as Identity) : who;
    return transport.subscribe(request, headers, leaving.signal)[Symbol.asyncIterator]();
  }

  it('each event is answered in order, each in a transaction of its own with the rights of its reader', async () => {
    const [ours, theirs] = [newId(), newId()];
    const readers = [subscribe(staff(ours)), subscribe(staff(theirs))];
    await listeners(2);
    const told = () =>
      Promise.all(readers.map(async (reader) => (await reader.next()).value?.data));
    press.emit('printed', 'one');
    press.emit('printed', 'two');
    expect(await told()).toEqual([{ printed: 'one: 0' }, { printed: 'one: 0' }]);
    expect(await told()).toEqual([{ printed: 'two: 0' }, { printed: 'two: 0' }]);
    const input = { code: 'A1', title: 'news' };
    await room.as(staff(ours))(PRINT, { input });
    await room.settled();
    const statements = await statementsOf(async () => {
      press.emit('printed', 'three');
      expect(await told()).toEqual([{ printed: 'three: 1' }, { printed: 'three: 0' }]);
    });
    expect(statements.filter(isOfRequest)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^begin.*read only.*set local role "kiosk_staff"/s),
        'rollback',
      ]),
    );
    expect(statements.filter(isOfRequest)).toHaveLength(6);
  });

  it('an event that fails is an answer with a masked error, and the next one follows', async () => {
    const reader = subscribe(staff(newId()));
    await listeners(1);
    press.emit('printed', 'torn');
    press.emit('printed', 'whole');
    const { value } = await reader.next();
    expect(value?.errors).toEqual([
      expect.objectContaining({ path: ['printed'], extensions: { code: 'INTERNAL' } }),
    ]);
    expect(JSON.stringify(value)).not.toContain('the_stack');
    expect((await reader.next()).value?.data).toEqual({ printed: 'whole: 0' });
  });

  it.each<[string, Identity, object, string]>([
    ['who is nobody', anonymous, { query }, 'UNAUTHENTICATED'],
    ['an unknown field', person(), { query: 'subscription { nothing }' }, 'BAD_USER_INPUT'],
    ['a wrong variable', person(), { query, variables: { suffix: 1 } }, 'BAD_USER_INPUT'],
    ['what is no GraphQL', person(), { query: 'subscription {' }, 'BAD_USER_INPUT'],
  ])('%s gets one answer that says so', async (_title, identity, request, code) => {
    const reader = subscribe(identity, request as { query: string });
    const { value } = await reader.next();
    expect(value?.data ?? null).toBeNull();
    expect(value?.errors?.[0]?.extensions?.['code']).toBe(code);
    expect((await reader.next()).done).toBe(true);
  });

  it('a reader that waits is let go at once by the signal, and its source too', async () => {
    const waiting = subscribe(person()).next();
    await listeners(1);
    leaving.abort();
    expect((await waiting).done).toBe(true);
    await listeners(0);
    const late = subscribe(person()).next();
    expect((await late).done).toBe(true);
  });

  it('returning does the same', async () => {
    const reader = subscribe(person());
    const waiting = reader.next();
    await listeners(1);
    await reader.return?.();
    expect((await waiting).done).toBe(true);
    await listeners(0);
  });

  it('a reader that is too slow is told so instead of the rest', async () => {
    const reader = subscribe(person());
    await listeners(1);
    for (let n = 0; n < 1_000; n++) press.emit('printed', `paper ${n}`);
    await listeners(0);
    await expect(reader.next()).rejects.toThrow(/faster than they are read|not available/);
  });

  it('headers that are given once are good for as long as their assertion is', async () => {
    const headers = room.headersFor(person());
    ahead = 120_000 - (Date.now() % 30_000) - 30_500;
    const waiting = subscribe(headers).next();
    await listeners(1);
    await expect(waiting).rejects.toThrow(/expired|not available/);
    await listeners(0);
    const told = subscribe(headers).next();
    if (where === 'in process') {
      expect((await told).value?.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    } else {
      await expect(told).rejects.toThrow('not available');
    }
  });
});

describe('a socket between processes', () => {
  let leaving: AbortController;
  beforeEach(() => (leaving = new AbortController()));
  afterEach(() => leaving.abort());

  const over = (headers: () => Record<string, string>, path = '/graphql') =>
    remoteSubscription({
      url: `ws://127.0.0.1:${port}${path}`,
      request: { query },
      headers,
      signal: leaving.signal,
      lost: (cause) => new Error('lost', { cause }),
      renewEveryMs: 100,
    })[Symbol.asyncIterator]();

  it('lives on younger assertions of the same identity', async () => {
    const who = staff(newId());
    let asked = 0;
    const reader = over(() => {
      asked++;
      return room.headersFor(who);
    });
    await listeners(1);
    // At the end the one it began with is over.
    for (const seconds of [30, 60, 95]) {
      ahead = seconds * 1_000;
      const before = asked;
      await eventually(
        () => asked,
        (times) => times >= before + 3,
      );
    }
    press.emit('printed', 'late');
    expect((await reader.next()).value).toEqual({ data: { printed: 'late: 0' } });
  });

  it.each<[string, () => string]>([
    ['of somebody else', () => room.headersFor(person())[ASSERTION_HEADER] ?? ''],
    ['of another signer', () => forged()],
  ])('is closed by one %s', async (_title, other) => {
    const own = room.headersFor(person());
    let assertion = own[ASSERTION_HEADER] ?? '';
    const reader = over(() => ({ ...own, [ASSERTION_HEADER]: assertion }));
    await listeners(1);
    assertion = other();
    await expect(reader.next()).rejects.toThrow('lost');
    await listeners(0);
  });

  it('without an assertion is closed before anything is subscribed to', async () => {
    await expect(over(() => ({})).next()).rejects.toThrow('lost');
    await expect(over(() => ({ [ASSERTION_HEADER]: forged() })).next()).rejects.toThrow('lost');
    expect(press.listenerCount('printed')).toBe(0);
  });

  it('is opened at /graphql alone', async () => {
    const elsewhere = over(() => room.headersFor(person()), '/elsewhere');
    await expect(elsewhere.next()).rejects.toThrow('lost');
  });
});

function forged(): string {
  return createAssertionSigner(generateAssertionKeys().privateKey).sign(person(), 'kiosk');
}

it('a room that stops tells its readers, gives everything back and leaves no socket open', async () => {
  const own = await freePort();
  const resolvers = [...definition.resolvers] as typeof kiosk.resolvers;
  const stopping = await startTestRoom(
    { ...kiosk, resolvers },
    {},
    { port: own, database: room.database },
  );
  const headers = () => stopping.headersFor(person());
  const waiting = [inProcess(stopping.room), overHttp('kiosk', `http://127.0.0.1:${own}`)].map(
    (transport) => transport.subscribe({ query }, headers)[Symbol.asyncIterator]().next(),
  );
  await listeners(2);
  const told = Promise.allSettled(waiting);
  await stopping.stop();
  expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await listeners(0);
});
