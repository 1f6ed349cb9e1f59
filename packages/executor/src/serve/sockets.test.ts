import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import { Ticks } from '../../test/support/ticks.js';
import { until } from '../../test/support/until.js';
import { CLOSE, SocketRefused } from './close-codes.js';
import { socketLimitsSchema } from './socket-limits.js';
import type { SocketLimits } from './socket-limits.js';
import { serveSockets } from './sockets.js';
import type { ServedSockets, ServeSocketsOptions } from './sockets.js';

const query = 'subscription Tick($topic: String!) { tick(topic: $topic) { n } }';
const INIT = '{"type":"connection_init"}';
const subscribe = (id: string, topic = 'a', more: object = {}) =>
  JSON.stringify({ type: 'subscribe', id, payload: { query, variables: { topic }, ...more } });
const next = (id: string, n: number) => ({
  id,
  type: 'next',
  payload: { data: { tick: { n } } },
});

let server: Server;
let served: ServedSockets;
let ticks: Ticks;
let url: string;
const clients: Client[] = [];
const raw: WebSocket[] = [];

interface Serving extends Partial<Omit<ServeSocketsOptions<unknown>, 'limits'>> {
  limits?: Partial<SocketLimits>;
}

async function serve({ limits, ...options }: Serving = {}): Promise<void> {
  ticks = new Ticks();
  const executor = await ticks.executor();
  server = createServer();
  served = serveSockets<unknown>(server, {
    executor: () => executor,
    context: (init, { headers }) => ({ ...init, ...headers }),
    sharingKey: (context) => String((context as { authorization?: string }).authorization),
    documents: { tokens: 1_000, introspection: true },
    limits: socketLimitsSchema.parse(limits ?? {}),
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
afterEach(async () => {
  for (const client of clients.splice(0)) void client.dispose();
  for (const socket of raw.splice(0)) socket.terminate();
  await served.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A client that says exactly what it is told to. */
class RawClient {
  readonly messages: { id?: string; type: string; payload?: unknown }[] = [];
  closed: { code: number; reason: string } | undefined;
  status: number | undefined;
  pongs = 0;

  constructor(readonly socket: WebSocket) {
    raw.push(socket);
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString());
      if (message.type === 'pong' && !message.payload) this.pongs++;
      else this.messages.push(message);
    });
    socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    socket.on('unexpected-response', (_request, { statusCode }) => (this.status = statusCode));
    socket.on('error', () => undefined);
  }

  say(...messages: string[]): void {
    for (const message of messages) this.socket.send(message);
  }

  async heard(count: number): Promise<this['messages']> {
    await until(() => this.messages.length >= count);
    return this.messages;
  }

  async closing(): Promise<number | undefined> {
    await until(() => this.closed !== undefined);
    return this.closed?.code;
  }
}

async function connect(
  ...[first = [INIT], options, protocol = 'graphql-transport-ws', address = url]: [
    string[]?,
    ClientOptions?,
    string?,
    string?,
  ]
): Promise<RawClient> {
  const client = new RawClient(new WebSocket(address, protocol || [], options));
  await until(
    () => client.socket.readyState !== WebSocket.CONNECTING || client.status !== undefined,
  );
  if (client.socket.readyState !== WebSocket.OPEN) return client;
  const [init, ...others] = first;
  if (init) client.say(init);
  if (others.length > 0) {
    await until(() => client.messages[0]?.type === 'connection_ack' || client.closed !== undefined);
    client.say(...others);
  }
  return client;
}

async function subscribed(topic = 'a', options?: ClientOptions): Promise<RawClient> {
  // A message is answered after those before it are done.
  const client = await connect([INIT, subscribe('1', topic), '{"type":"ping"}'], options);
  await until(() => client.pongs === 1);
  return client;
}

describe('to a client of the protocol', () => {
  beforeEach(() => serve());

  it('each event comes once and in order, until the source ends', async () => {
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
    clients.push(client);
    const results = client.iterate({ query, variables: { topic: 'a' } });
    const read: unknown[] = [];
    const reading = (async () => {
      for await (const { data } of results) read.push(data);
    })();
    await until(() => ticks.listening('a') === 1);
    for (const n of [1, 2, 3]) ticks.emit('a', { n });
    ticks.end('a');
    await reading;
    expect(read).toEqual([1, 2, 3].map((n) => ({ tick: { n } })));
  });

  it('a source that is lost is an error with its code, and the socket stays', async () => {
    const client = await subscribed();
    await until(() => ticks.listening('a') === 1);
    ticks.fail('a', 'The subgraph went away.');
    expect((await client.heard(2))[1]).toEqual({
      id: '1',
      type: 'error',
      payload: [
        { message: 'The subgraph went away.', extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
      ],
    });
    client.say(subscribe('1', 'b'));
    await until(() => ticks.listening('b') === 1);
  });

  it.each<[string, object, string]>([
    ['what is no GraphQL', { query: 'subscription {' }, 'Syntax Error'],
    ['an unknown field', { query: 'subscription { nothing }' }, 'Cannot query field "nothing"'],
    ['a query', { query: '{ now }' }, 'send queries and mutations by POST'],
    ['no operation', { query, operationName: 'Other' }, 'send queries and mutations by POST'],
    ['a missing variable', { query, variables: {} }, 'Variable "$topic"'],
    ['what the executor refuses', { query: 'subscription { secret { n } }' }, 'Sign in'],
    ['too many tokens', { query: `{ ${'now '.repeat(5_000)} }` }, 'token'],
  ])('%s is an error of the subscription alone', async (_title, payload, message) => {
    const client = await connect([INIT, JSON.stringify({ type: 'subscribe', id: '1', payload })]);
    const [, refused] = await client.heard(2);
    expect(refused).toMatchObject({ id: '1', type: 'error' });
    expect(refused).toMatchObject({ payload: [{ message: expect.stringContaining(message) }] });
    client.say(subscribe('1'));
    await until(() => ticks.listening('a') === 1);
  });

  it('completing ends the source at once, and the id is free again', async () => {
    const client = await subscribed();
    await until(() => ticks.listening('a') === 1);
    client.say('{"type":"complete","id":"1"}');
    await until(() => ticks.listening('a') === 0);
    client.say(subscribe('1'));
    await until(() => ticks.listening('a') === 1);
    ticks.emit('a', { n: 7 });
    expect((await client.heard(2))[1]).toEqual(next('1', 7));
  });

  it('a ping is answered', async () => {
    const client = await connect([INIT, '{"type":"ping","payload":{"a":1}}']);
    expect((await client.heard(2))[1]).toEqual({ type: 'pong', payload: { a: 1 } });
  });
});

describe('equal subscriptions', () => {
  beforeEach(() => serve());

  it('share one source and one execution for each event, and the last to leave ends it', async () => {
    const readers = await Promise.all(Array.from({ length: 50 }, () => subscribed()));
    const named = query.replace('{ n }', '{ n name }');
    for (const reader of readers) reader.say(subscribe('2', 'b', { query: named }));
    await until(() => ticks.listening('b') === 1 && ticks.listening('a') === 1);
    ticks.emit('a', { n: 1 });
    ticks.emit('b', { n: 2 });
    for (const reader of readers) {
      const [, ...results] = await reader.heard(3);
      expect(results).toContainEqual(next('1', 1));
      expect(results).toContainEqual({
        ...next('2', 2),
        payload: { data: { tick: { n: 2, name: 'tick 2' } } },
      });
    }
    expect(ticks.subscribed).toBe(2);
    expect(ticks.graph.requests('names')).toHaveLength(1);
    for (const reader of readers.slice(1)) reader.socket.terminate();
    await until(() => served.sockets === 1);
    expect(ticks.listening('a')).toBe(1);
    readers[0]?.socket.terminate();
    await until(() => ticks.listening('a') === 0);
  });

  it('are those with the same variables, document and credentials alone', async () => {
    await subscribed('a');
    await subscribed('b');
    await subscribed('a', { headers: { authorization: 'Bearer ada' } });
    await connect(['{"type":"connection_init","payload":{"authorization":"ben"}}', subscribe('1')]);
    const aliased = query.replace('tick(', 'other: tick(');
    await connect([INIT, subscribe('1', 'a', { query: aliased })]);
    await until(() => ticks.listening('a') === 4 && ticks.listening('b') === 1);
  });
});

describe('a socket is closed', () => {
  const limits = {
    initTimeoutMs: 100,
    messageBytes: 2_000,
    messagesPerSecond: 2,
    subscriptionsPerSocket: 3,
    sockets: 3,
    pingMs: 1_000,
  };
  beforeEach(() => serve({ limits }));

  it.each<[string, string[], number]>([
    ['what is no JSON', ['{'], 4400],
    ['a message of no type', ['{"id":"1"}'], 4400],
    ['a list', ['[]'], 4400],
    ['variables that are none', [INIT, subscribe('1', 'a', { variables: 7 })], 4400],
    ['what only servers say', [INIT, '{"type":"next","id":"1","payload":{}}'], 4400],
    ['a subscription before it is initialised', [subscribe('1')], 4401],
    ['a second initialisation', [INIT, INIT], 4429],
    ['an id twice', [INIT, subscribe('1'), subscribe('1')], 4409],
    ['too large a message', [INIT, 'x'.repeat(3_000)], 1009],
    ['too many messages', [INIT, ...Array.from({ length: 30 }, () => '{"type":"pong"}')], 4429],
    ['silence', [], 4408],
  ])('after %s', async (_title, messages, code) => {
    const client = await connect(messages);
    expect(await client.closing()).toBe(code);
    await until(() => served.sockets === 0 && ticks.listening('a') === 0);
  });

  it('when its protocol is another one', async () => {
    expect(await (await connect([], {}, '')).closing()).toBe(4406);
  });

  it('when its client does not read, while others do', async () => {
    const good = await subscribed();
    const slow = await subscribed();
    await until(() => ticks.listening('a') === 1);
    slow.socket.pause();
    const text = 'x'.repeat(100_000);
    const texts = query.replace('{ n }', '{ n text }');
    for (const client of [good, slow]) client.say(subscribe('2', 'b', { query: texts }));
    await until(() => ticks.listening('b') === 1);
    let sent = 0;
    await until(async () => {
      ticks.emit('b', { n: ++sent, text });
      await until(() => good.messages.length === sent + 1);
      return served.sockets === 1;
    });
    expect(good.closed).toBeUndefined();
    slow.socket.resume();
    await slow.closing();
    expect([CLOSE.tooSlow, 1006]).toContain(slow.closed?.code);
  });

  it('when its client does not answer any more', async () => {
    const silent = await subscribed('a', { autoPong: false });
    const alive = await subscribed('a');
    expect(await silent.closing()).toBe(1006);
    expect(alive.closed).toBeUndefined();
  });

  it('when the schema changes and when the server stops, for a new beginning', async () => {
    const first = await subscribed();
    served.schemaChanged();
    expect(await first.closing()).toBe(CLOSE.schemaChanged);
    await until(() => ticks.listening('a') === 0);
    const second = await subscribed();
    await served.close();
    expect(second.socket.readyState).not.toBe(WebSocket.OPEN);
    expect(await second.closing()).toBe(CLOSE.serviceRestart);
  });

  it('and refused where there are too many, or at another address', async () => {
    const open = [await connect(), await connect(), await connect()];
    for (const client of open) await client.heard(1);
    expect((await connect()).status).toBe(503);
    expect((await connect([], {}, undefined, url.replace('/graphql', '/other'))).status).toBe(404);
  });

  it('while a subscription too many is an error of its own', async () => {
    const client = await connect([INIT, ...['1', '2', '3', '4'].map((id) => subscribe(id, id))]);
    expect((await client.heard(2))[1]).toMatchObject({
      id: '4',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    client.say('{"type":"complete","id":"1"}', subscribe('5', '5'));
    await until(() => ticks.listening('5') === 1);
  });
});

it('the context decides who may open a socket', async () => {
  await serve({
    context(init) {
      if (init.authorization === undefined) {
        throw new SocketRefused(CLOSE.unauthenticated, 'Sign in first.');
      }
      if (init.authorization === 'broken') throw new Error('secret');
      return {};
    },
  });
  const refused = await connect();
  await refused.closing();
  expect(refused.closed).toEqual({ code: 4401, reason: 'Sign in first.' });
  const broken = await connect(['{"type":"connection_init","payload":{"authorization":"broken"}}']);
  await broken.closing();
  expect(broken.closed).toEqual({ code: 4500, reason: 'Something went wrong on our side.' });
  expect([...refused.messages, ...broken.messages]).toEqual([]);
});

it('a client that leaves while its source still begins takes it along; a late source is an error', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const executor = await new Ticks().executor();
  const slow: typeof executor = {
    ...executor,
    schema: executor.schema,
    subscribe(_operation, _context, signal) {
      signals.push(signal);
      return new Promise(() => undefined);
    },
  };
  await serve({ executor: () => slow, limits: { openTimeoutMs: 200 } });
  const client = await connect([INIT, subscribe('1')]);
  await until(() => signals.length === 1);
  client.say('{"type":"complete","id":"1"}');
  await until(() => signals[0]?.aborted === true);
  client.say(subscribe('2'));
  expect((await client.heard(2))[1]).toMatchObject({
    id: '2',
    type: 'error',
    payload: [{ message: 'The source did not answer in time.' }],
  });
});

it('one event reaches a thousand sockets within a second', async () => {
  await serve();
  const readers: RawClient[] = [];
  while (readers.length < 1_000) {
    readers.push(...(await Promise.all(Array.from({ length: 50 }, () => subscribed()))));
  }
  await until(() => ticks.listening('a') === 1);
  const begun = performance.now();
  ticks.emit('a', { n: 1 });
  await until(() => readers.every(({ messages }) => messages.length === 2));
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(ticks.subscribed).toBe(1);
});
