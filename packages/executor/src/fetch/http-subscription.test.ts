import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { startSubgraph } from '../../test/support/subgraph-socket.js';
import type { SubgraphSocket } from '../../test/support/subgraph-socket.js';
import { until } from '../../test/support/until.js';
import { HttpSubscriptions } from './http-subscription.js';

const request = (topic: string) => ({
  query: 'subscription ($topic: String!) { tick(topic: $topic) { n } }',
  variables: { topic },
});
const answer = (n: number) => ({ data: { tick: { n } } });

let subgraph: SubgraphSocket;
let subscriptions: HttpSubscriptions;
const closing: (() => unknown)[] = [];
beforeEach(async () => {
  subgraph = await startSubgraph();
  subscriptions = new HttpSubscriptions({ url: subgraph.url });
});
afterEach(async () => {
  subscriptions.close();
  for (const close of closing.splice(0)) await close();
  await subgraph.stop();
});

/** A server of whatever protocol; returns its address. */
async function served(listen: (port: number) => Server | WebSocketServer): Promise<string> {
  const server = listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => {
    if (server instanceof WebSocketServer) for (const client of server.clients) client.terminate();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** A subgraph that does with each message what it is told to. */
const hostile = (answering: (socket: WebSocket, message: { type: string; id?: string }) => void) =>
  served((port) => {
    const server = new WebSocketServer({ port, host: '127.0.0.1' });
    server.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => answering(socket, JSON.parse(data.toString())));
      socket.on('error', () => undefined);
    });
    return server;
  });

const acknowledging =
  (then: (socket: WebSocket, id: string) => void) =>
  (socket: WebSocket, { type, id }: { type: string; id?: string }) => {
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (type === 'subscribe' && id) then(socket, id);
  };

it('each event is answered, in order, until the source ends', async () => {
  const answers = subscriptions.subscribe(request('a'));
  await until(() => subgraph.ticks.listening('a') === 1);
  for (const n of [1, 2, 3]) subgraph.ticks.emit('a', { n });
  subgraph.ticks.end('a');
  const read: unknown[] = [];
  for await (const one of answers) read.push(one);
  expect(read).toEqual([answer(1), answer(2), answer(3)]);
  await until(() => subgraph.connections() === 0);
  expect(subscriptions.sockets).toBe(0);
});

it('the headers come with the upgrade and once more with the first message, but not those of a connection', async () => {
  subscriptions.subscribe(request('a'), { authorization: 'Bearer x', Host: 'evil', 'x-a': 'b' });
  await until(() => subgraph.seen.length === 1);
  expect(subgraph.seen[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'x-a': 'b' });
  expect(subgraph.seen[0]?.headers.host).toContain('127.0.0.1');
  expect(subgraph.seen[0]?.init).toEqual({ authorization: 'Bearer x', 'x-a': 'b' });
});

it('equal headers share a socket up to its bound, others never; it closes with the last subscription', async () => {
  subscriptions = new HttpSubscriptions({ url: subgraph.url, subscriptionsPerSocket: 2 });
  const ada = { authorization: 'ada', 'x-a': '1' };
  const subscribe = (headers: Record<string, string>) =>
    subscriptions.subscribe(request('a'), headers);
  const [first, second] = [subscribe(ada), subscribe({ 'x-a': '1', authorization: 'ada' })];
  expect(subscriptions.sockets).toBe(1);
  const others = [subscribe({ ...ada, authorization: 'ben' }), subscribe(ada)];
  expect(subscriptions.sockets).toBe(3);
  await until(() => subgraph.ticks.listening('a') === 4);

  const waiting = first.next();
  await first.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  await until(() => subgraph.ticks.listening('a') === 3);
  expect(subgraph.connections()).toBe(3);
  subgraph.ticks.emit('a', { n: 1 });
  expect((await second.next()).value).toEqual(answer(1));
  for (const one of [second, ...others]) await one.return();
  await until(() => subgraph.connections() === 0);
  expect(subgraph.ticks.listening('a')).toBe(0);
});

it('a reader that waits is let go at once by the signal, and the subgraph of the subscription', async () => {
  const leaving = new AbortController();
  const answers = subscriptions.subscribe(request('a'), {}, leaving.signal);
  const waiting = answers.next();
  await until(() => subgraph.ticks.listening('a') === 1);
  leaving.abort();
  expect(await waiting).toEqual({ done: true, value: undefined });
  await until(() => subgraph.ticks.listening('a') === 0 && subgraph.connections() === 0);
  const late = subscriptions.subscribe(request('a'), {}, leaving.signal);
  expect((await late.next()).done).toBe(true);
  expect(subscriptions.sockets).toBe(0);
});

it('one that leaves while its socket still opens leaves no socket behind', async () => {
  const open = new Set<Socket>();
  const url = await served((port) =>
    createServer((socket) => {
      open.add(socket);
      socket
        .resume()
        .on('error', () => undefined)
        .once('close', () => open.delete(socket));
    }).listen(port, '127.0.0.1'),
  );
  const silent = new HttpSubscriptions({ url });
  const leaving = new AbortController();
  const waiting = silent.subscribe(request('a'), {}, leaving.signal).next();
  await until(() => open.size === 1);
  leaving.abort();
  expect((await waiting).done).toBe(true);
  await until(() => open.size === 0);
  expect(silent.sockets).toBe(0);
});

it.each<[string, (subgraph: SubgraphSocket) => void]>([
  ['is cut off', ({ cut }) => cut()],
  ['closes as if all were well', ({ server }) => server.clients.forEach((one) => one.close(1000))],
  [
    'closes with a code of its own',
    ({ server }) => server.clients.forEach((one) => one.close(4403)),
  ],
])('a subgraph that %s is a loss of each subscription, told once', async (_title, lose) => {
  const first = subscriptions.subscribe(request('a'));
  const second = subscriptions.subscribe(request('b'));
  await until(() => subgraph.ticks.listening('b') === 1);
  subgraph.ticks.emit('a', { n: 1 });
  expect((await first.next()).value).toEqual(answer(1));
  const waiting = [first.next(), second.next()];
  lose(subgraph);
  for (const one of waiting) await expect(one).rejects.toThrow();
  expect((await first.next()).done).toBe(true);
  expect(subscriptions.sockets).toBe(0);
  await until(() => subgraph.connections() === 0);
  // The next one finds its way by itself.
  const again = subscriptions.subscribe(request('c'));
  await until(() => subgraph.ticks.listening('c') === 1);
  subgraph.ticks.emit('c', { n: 2 });
  expect((await again.next()).value).toEqual(answer(2));
});

it('a subscription that is refused is one answer with the errors; the others go on', async () => {
  const good = subscriptions.subscribe(request('a'));
  const bad = subscriptions.subscribe({ query: 'subscription { nothing }', variables: {} });
  const { value } = await bad.next();
  expect(value?.errors).toEqual([
    expect.objectContaining({ message: expect.stringContaining('Cannot query field "nothing"') }),
  ]);
  expect((await bad.next()).done).toBe(true);
  await until(() => subgraph.ticks.listening('a') === 1);
  subgraph.ticks.emit('a', { n: 1 });
  expect((await good.next()).value).toEqual(answer(1));
});

it('a subgraph that cannot be reached, refuses or is silent is a loss', async () => {
  await expect(
    subscriptions.subscribe(request('a'), { authorization: 'nobody' }).next(),
  ).rejects.toThrow('4403');
  const nowhere = new HttpSubscriptions({ url: 'http://127.0.0.1:1/graphql' });
  await expect(nowhere.subscribe(request('a')).next()).rejects.toThrow('ECONNREFUSED');
  const wrongPath = new HttpSubscriptions({ url: subgraph.url.replace('/graphql', '/other') });
  await expect(wrongPath.subscribe(request('a')).next()).rejects.toThrow('400');
  const mute = new HttpSubscriptions({
    url: await hostile(() => undefined),
    connectTimeoutMs: 100,
  });
  await expect(mute.subscribe(request('a')).next()).rejects.toThrow('4504');
  const frozen = new HttpSubscriptions({
    url: await hostile(acknowledging(() => undefined)),
    keepAliveMs: 50,
  });
  await expect(frozen.subscribe(request('a')).next()).rejects.toThrow('does not answer any more');
});

it.each<[string, (socket: WebSocket, id: string) => void]>([
  ['no JSON', (socket) => socket.send('{')],
  ['a message of no type', (socket) => socket.send('{"type":"surprise"}')],
  [
    'a payload of another type',
    (socket, id) => socket.send(`{"type":"next","id":"${id}","payload":7}`),
  ],
  ['what is too large', (socket) => socket.send('x'.repeat(2_000))],
  ['a frame that is none', (socket) => socket.terminate()],
])('%s from a subgraph is a loss of it', async (_title, attack) => {
  const url = await hostile(acknowledging(attack));
  const subscribing = new HttpSubscriptions({ url, maxMessageBytes: 1_000 });
  await expect(subscribing.subscribe(request('a')).next()).rejects.toThrow();
  expect(subscribing.sockets).toBe(0);
});

it('a reader that is too slow is told so, and the subgraph too; a neighbour is not disturbed', async () => {
  subscriptions = new HttpSubscriptions({ url: subgraph.url, maxWaiting: 3 });
  const slow = subscriptions.subscribe(request('a'));
  const good = subscriptions.subscribe(request('b'));
  await until(() => subgraph.ticks.listening('a') + subgraph.ticks.listening('b') === 2);
  for (let n = 0; n < 4; n++) subgraph.ticks.emit('a', { n });
  await until(() => subgraph.ticks.listening('a') === 0);
  await expect(slow.next()).rejects.toThrow('faster than they can be answered');
  subgraph.ticks.emit('b', { n: 1 });
  expect((await good.next()).value).toEqual(answer(1));
});

it('a header that cannot be sent is a loss and no crash', async () => {
  await expect(
    subscriptions.subscribe(request('a'), { 'x-a': 'line\nbreak' }).next(),
  ).rejects.toThrow('Invalid character');
  expect(subscriptions.sockets).toBe(0);
});

it('closing tells whoever still reads', async () => {
  const waiting = subscriptions.subscribe(request('a')).next();
  await until(() => subgraph.ticks.listening('a') === 1);
  subscriptions.close();
  await expect(waiting).rejects.toThrow('stopped');
  await until(() => subgraph.connections() === 0);
});
