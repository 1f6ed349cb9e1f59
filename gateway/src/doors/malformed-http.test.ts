import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { once } from 'node:events';
import { keyIn, newKey } from '../../test/api-key.js';
import { heapMb } from '../../test/heap.js';
import { codes, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { until } from '../../test/until.js';

const OPERATION = '{"query":"{ notice }"}';
const ANSWER = '{"data":{"notice":"open on Mondays"}}';

let house: House;
beforeAll(async () => {
  house = await startHouse({ config: { limits: { headersMs: 900, bodyMs: 300 } } });
});
afterAll(() => house.stop());

/** Says the bytes on a connection of its own and resolves with all that comes back until it is closed. */
async function say(bytes: string | Buffer): Promise<string> {
  const socket = connect(Number(new URL(house.url).port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('latin1').on('data', (text: string) => (heard += text));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  return heard;
}

const statusesOf = (heard: string) =>
  [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

function request(
  headers: readonly string[],
  body: string | Buffer = OPERATION,
  line = 'POST /public/graphql HTTP/1.1',
): Buffer {
  const head = [line, 'host: gateway', 'connection: close', ...headers, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

const json = 'content-type: application/json';
const length = (body: string | Buffer) => `content-length: ${Buffer.byteLength(body)}`;
const usual = [json, length(OPERATION)];
const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));

const CASES: [title: string, bytes: () => string | Buffer, statuses: number[]][] = [
  ['an operation', () => request(usual), [200]],
  // What Node's parser refuses.
  [
    'a chunk without a size',
    () => request([json, 'transfer-encoding: chunked'], 'x\r\n{}\r\n0\r\n\r\n'),
    [400],
  ],
  [
    'a chunk longer than it says',
    () => request([json, 'transfer-encoding: chunked'], `1\r\n${OPERATION}\r\n0\r\n\r\n`),
    [400],
  ],
  [
    'a chunk of a negative size',
    () => request([json, 'transfer-encoding: chunked'], '-1\r\n{}\r\n0\r\n\r\n'),
    [400],
  ],
  [
    'a size of 40 digits',
    () => request([json, 'transfer-encoding: chunked'], `${'f'.repeat(40)}\r\n{}\r\n`),
    [400],
  ],
  [
    'extensions of a chunk without an end',
    () => request([json, 'transfer-encoding: chunked'], `1;${'x'.repeat(100_000)}`),
    [413],
  ],
  ['chunks and a length', () => request([...usual, 'transfer-encoding: chunked']), [400]],
  [
    'another transfer encoding',
    () => request([json, 'transfer-encoding: gzip, identity'], bomb.subarray(0, 100)),
    [400],
  ],
  ['two lengths', () => request([...usual, 'content-length: 3']), [400]],
  ['a negative length', () => request([json, 'content-length: -1']), [400]],
  ['a length that is no number', () => request([json, 'content-length: 1e3']), [400]],
  ['a length of 40 digits', () => request([json, `content-length: ${'9'.repeat(40)}`]), [400]],
  ['a header without a name', () => request([...usual, ': nothing']), [400]],
  ['a header with a space', () => request([...usual, 'a b: c']), [400]],
  ['a header with NUL', () => request([...usual, 'a: b\u0000c']), [400]],
  ['a header of 20 KB', () => request([...usual, `a: ${'b'.repeat(20_000)}`]), [431]],
  [
    '5,000 headers',
    () => request([...usual, ...Array.from({ length: 5_000 }, (_, at) => `a${at}: b`)]),
    [431],
  ],
  [
    'a path of 20 KB',
    () => request(usual, OPERATION, `POST /${'a'.repeat(20_000)} HTTP/1.1`),
    [431],
  ],
  [
    'no host',
    () => `POST /public/graphql HTTP/1.1\r\n${usual.join('\r\n')}\r\n\r\n${OPERATION}`,
    [400],
  ],
  ['another protocol', () => request(usual, OPERATION, 'POST /public/graphql HTTP/9.9'), [400]],
  ['HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['TLS', () => Buffer.from('16030100a5010000a10303', 'hex'), [400]],
  ['an unknown method', () => request(usual, OPERATION, 'HACK /public/graphql HTTP/1.1'), [400]],
  ['noise', () => Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 251)), [400]],
  ['lines alone', () => '\r\n'.repeat(50_000), [408]],
  [
    'an operation, then noise',
    () => `${request(usual).toString('latin1').replace('connection: close', 'a: b')}noise\r\n\r\n`,
    [400],
  ],
  // What the doors refuse.
  ...['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'].map(
    (method): [string, () => Buffer, number[]] => [
      method,
      () => request([], '', `${method} /public/graphql HTTP/1.1`),
      [405],
    ],
  ),
  ['CONNECT', () => request([], '', 'CONNECT /public/graphql HTTP/1.1'), []],
  ['two types', () => request([...usual, 'content-type: text/plain']), [200]],
  ['two types, the other way round', () => request(['content-type: text/plain', ...usual]), [415]],
  ['no type', () => request([length(OPERATION)]), [415]],
  [
    'types in one',
    () => request(['content-type: application/json, text/plain', length(OPERATION)]),
    [415],
  ],
  ['UTF-16', () => request([`${json}; charset=utf-16`, length(OPERATION)]), [415]],
  ['Latin-1', () => request([`${json}; charset="latin1"`, length(OPERATION)]), [415]],
  ['UTF-8 with quotes', () => request([`${json}; charset="UTF-8"`, length(OPERATION)]), [200]],
  ...['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip'].map(
    (coding): [string, () => Buffer, number[]] => [
      `a bomb of ${coding}`,
      () => request([json, length(bomb), `content-encoding: ${coding}`], bomb),
      [415],
    ],
  ),
  ['a body larger than may be', () => request([json, 'content-length: 2000000'], '{'), [413]],
  [
    'a body larger than may be, in chunks',
    () => request([json, 'transfer-encoding: chunked'], `100001\r\n${'x'.repeat(0x100001)}\r\n`),
    [413],
  ],
  ['a body that never ends', () => request([json, 'content-length: 1000'], '{'), [408]],
  [
    'chunks that never end',
    () => request([json, 'transfer-encoding: chunked'], '1\r\n{\r\n'),
    [408],
  ],
  ['headers that never end', () => 'POST /public/graphql HTTP/1.1\r\na: b\r\n', [408]],
  ['an upgrade to something else', () => request([...usual, 'upgrade: h2c'], OPERATION), [200]],
  [
    'an upgrade elsewhere',
    () =>
      request(['upgrade: websocket', 'connection: upgrade'], '', 'GET /public/graphql HTTP/1.1'),
    [404],
  ],
  ...[
    '/public/../graphql/../etc/passwd',
    '//public//graphql',
    '/public/graphql/..;/',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/public%2fgraphql',
    '/public/graphql%00',
    '/public\\graphql',
    '*',
  ].map((path): [string, () => Buffer, number[]] => [
    `the path ${path}`,
    () => request(usual, OPERATION, `POST ${path} HTTP/1.1`),
    [404],
  ]),
  [
    'a path that is no UTF-8',
    () => request(usual, OPERATION, 'POST /downloads/%ff HTTP/1.1'),
    [401],
  ],
  [
    'an address instead of a path',
    () => request(usual, OPERATION, 'POST http://elsewhere.example/public/graphql HTTP/1.1'),
    [200],
  ],
  [
    'a path with a space',
    () => request(usual, OPERATION, 'POST /public/graphql x HTTP/1.1'),
    [400],
  ],
];

it.each(CASES)(
  '%s is answered as documented, and the connection ends',
  async (_title, bytes, statuses) => {
    const heard = await say(bytes());
    expect(statusesOf(heard)).toEqual(statuses);
    expect(heard).not.toMatch(/node_modules|\.ts:|Error:/);
  },
);

it('no connection stays open, and nothing of them stays in memory', async () => {
  const round = async () => {
    for (const [, bytes] of CASES.filter(([, , [status]]) => status !== 408)) await say(bytes());
    return heapMb();
  };
  const first = await round();
  expect((await round()) - first).toBeLessThan(10);
});

it('50 connections that say nothing end, and an operation is answered meanwhile', async () => {
  const silent = Array.from({ length: 50 }, () => connect(Number(new URL(house.url).port)));
  await Promise.all(silent.map((socket) => once(socket, 'connect')));
  const { text } = await house.ask('{ notice }', { isPublic: true });
  expect(text).toBe(ANSWER);
  for (const socket of silent) socket.resume().on('error', () => undefined);
  await until(() => silent.every(({ destroyed, closed }) => destroyed || closed));
});

it('10,000 wrong keys are refused while a right one is answered, and the room hardly hears of them', async () => {
  const lookups = () =>
    house.rooms['organizations']?.seen.filter(({ request: { query } }) =>
      query.includes('apiClientOf'),
    ).length ?? 0;
  const right = keyIn(house);
  const ask = (key: string) => house.ask('{ notice }', { isPublic: true, key });
  expect((await ask(right)).status).toBe(200);
  const before = lookups();
  const memory = heapMb();
  const answers: Record<string, number> = {};
  for (let turn = 0; turn < 200; turn++) {
    const wrong = await Promise.all(Array.from({ length: 50 }, () => ask(newKey())));
    for (const answer of wrong) {
      const told = [answer.status, ...codes(answer)].join(' ');
      answers[told] = (answers[told] ?? 0) + 1;
    }
    if (turn % 20 === 0) expect((await ask(right)).text).toBe(ANSWER);
  }
  expect(answers).toEqual({ '401 UNAUTHENTICATED': 10_000 });
  // A hundred a minute, and the right one again after half a minute.
  const minutes = 10;
  expect(lookups() - before).toBeLessThanOrEqual(100 * minutes);
  expect(lookups() - before).toBeGreaterThanOrEqual(100);
  expect(heapMb() - memory).toBeLessThan(20);
});
