import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { heapMb } from '../../test/heap.js';
import { startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { openSocket } from '../../test/socket-client.js';
import { until } from '../../test/until.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ config: { sockets: { initTimeoutMs: 500 } } });
});
afterAll(() => house.stop());

const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const FINAL = 0x80;

/** A frame as a client sends it, or as it must not. */
function frame(
  opcode: number,
  payload: string | Buffer = '',
  {
    first = FINAL,
    masked = true,
    length,
  }: { first?: number; masked?: boolean; length?: bigint } = {},
): Buffer {
  const bytes = Buffer.from(payload);
  const size = length ?? BigInt(bytes.length);
  const long = Buffer.alloc(8);
  long.writeBigUInt64BE(size);
  const short = size < 126n ? Number(size) : size < 65_536n ? 126 : 127;
  const rest = short < 126 ? Buffer.alloc(0) : short === 126 ? long.subarray(6) : long;
  // A mask of zeros changes nothing.
  const mask = Buffer.alloc(masked ? 4 : 0);
  return Buffer.concat([
    Buffer.from([first | opcode, short | (masked ? 0x80 : 0)]),
    rest,
    mask,
    bytes,
  ]);
}

const INIT = frame(TEXT, '{"type":"connection_init"}');
const times = (count: number, one: Buffer) =>
  Buffer.concat(Array.from({ length: count }, () => one));
const subscribe = (payload: string) =>
  frame(TEXT, `{"type":"subscribe","id":"1","payload":${payload}}`);

const CASES: [title: string, bytes: () => Buffer, code: number | undefined][] = [
  ['a frame without a mask', () => frame(TEXT, '{}', { masked: false }), 1002],
  ['reserved bits', () => frame(TEXT, '{}', { first: FINAL | 0x70 }), 1002],
  ['a compressed frame', () => frame(TEXT, '{}', { first: FINAL | 0x40 }), 1002],
  ['a reserved opcode', () => frame(3, '{}'), 1002],
  ['a continuation of nothing', () => frame(0, '{}'), 1002],
  ['a ping in pieces', () => frame(PING, 'a', { first: 0 }), 1002],
  ['a ping of 200 bytes', () => frame(PING, 'a'.repeat(200)), 1002],
  ['a close of one byte', () => frame(CLOSE, 'a'), 1002],
  ['a close with a code that is none', () => frame(CLOSE, Buffer.from([0x03, 0xed])), 1002],
  [
    'a message within a message',
    () => Buffer.concat([frame(TEXT, '{', { first: 0 }), frame(TEXT, '}')]),
    1002,
  ],
  ['text that is no UTF-8', () => frame(TEXT, Buffer.from([0xc0, 0xaf])), 1007],
  ['a message of 8 EiB', () => frame(TEXT, '', { length: 2n ** 63n - 1n }), 1009],
  ['a message of 4 GiB', () => frame(TEXT, '', { length: 2n ** 32n }), 1009],
  ['a message of 65 KiB', () => frame(TEXT, 'x'.repeat(65 * 1024)), 1009],
  [
    '65 KiB in pieces',
    () =>
      Buffer.concat([
        frame(TEXT, '', { first: 0 }),
        times(65, frame(0, 'x'.repeat(1024), { first: 0 })),
      ]),
    1009,
  ],
  [
    '1,000 empty pieces',
    () => Buffer.concat([frame(TEXT, '', { first: 0 }), times(1_000, frame(0, '', { first: 0 }))]),
    1008,
  ],
  ['no JSON', () => frame(TEXT, 'hello'), 4400],
  ['bytes', () => frame(BINARY, randomBytes(64)), 4400],
  ['deep JSON', () => frame(TEXT, '['.repeat(60_000)), 4400],
  ['a type that is none', () => frame(TEXT, '{"type":"__proto__"}'), 4400],
  [
    'a message that only servers send',
    () => Buffer.concat([INIT, frame(TEXT, '{"type":"connection_ack"}')]),
    4400,
  ],
  [
    'a first message of the wrong form',
    () => frame(TEXT, '{"type":"connection_init","payload":1}'),
    4400,
  ],
  [
    'a token that is no text',
    () => frame(TEXT, '{"type":"connection_init","payload":{"authorization":{}}}'),
    4400,
  ],
  [
    'a token that is none',
    () => frame(TEXT, '{"type":"connection_init","payload":{"authorization":"Bearer x"}}'),
    4401,
  ],
  [
    'a subscription before all',
    () => subscribe('{"query":"subscription { renamed { id } }"}'),
    4401,
  ],
  [
    'a subscription without an id',
    () => Buffer.concat([INIT, frame(TEXT, '{"type":"subscribe","payload":{"query":"{ a }"}}')]),
    4400,
  ],
  ['a subscription without a query', () => Buffer.concat([INIT, subscribe('{}')]), 4400],
  ['1,000 beginnings', () => times(1_000, INIT), 4429],
  // Of frames that come faster than they are answered, ws lets go without a word.
  ['1,000 pings', () => Buffer.concat([INIT, times(1_000, frame(PING))]), undefined],
  [
    '1,000 pings of the protocol',
    () => Buffer.concat([INIT, times(1_000, frame(TEXT, '{"type":"ping"}'))]),
    4429,
  ],
  ['silence', () => Buffer.alloc(0), 4408],
  ['half a frame', () => INIT.subarray(0, 5), 4408],
];

/** Opens a socket by hand, says the bytes and resolves with the code with which it is closed. */
async function say(bytes: Buffer): Promise<number | undefined> {
  const socket = await upgraded();
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(bytes);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await until(() => codeIn(Buffer.concat(chunks)) !== undefined || socket.destroyed);
  // As clients answer it; and from one that does not, it is taken.
  if (!socket.destroyed) socket.write(frame(CLOSE, Buffer.from([0x03, 0xe8])));
  await closed;
  return codeIn(Buffer.concat(chunks));
}

async function upgraded(headers: Record<string, string> = {}): Promise<Socket> {
  const socket = connect(Number(new URL(house.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  const all = {
    host: 'gateway',
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol': 'graphql-transport-ws',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.write(['GET /graphql HTTP/1.1', ...lines, '', ''].join('\r\n'));
  return socket;
}

/** Of the first closing among what the server sent: its frames are never masked, and short. */
function codeIn(heard: Buffer): number | undefined {
  let at = heard.indexOf('\r\n\r\n') + 4;
  if (at < 4) return undefined;
  while (at + 4 <= heard.length) {
    const opcode = (heard[at] ?? 0) & 0x0f;
    const size = heard[at + 1] ?? 0;
    if (opcode === CLOSE) return heard.readUInt16BE(at + 2);
    at += size === 126 ? 4 + heard.readUInt16BE(at + 2) : 2 + size;
  }
  return undefined;
}

it.each(CASES)('%s closes the socket with its code', async (_title, bytes, code) => {
  expect(await say(bytes())).toBe(code);
});

it('pings one after the other count like messages', async () => {
  const socket = await upgraded();
  let heard = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => (heard = Buffer.concat([heard, chunk])));
  for (let sent = 0; codeIn(heard) === undefined && sent < 600; sent += 10) {
    const before = heard.length;
    socket.write(sent === 0 ? INIT : times(10, frame(PING)));
    await until(() => heard.length > before);
  }
  await until(() => codeIn(heard) !== undefined);
  expect(codeIn(heard)).toBe(4429);
  socket.destroy();
});

it.each<[string, Record<string, string>, string]>([
  ['another version', { 'sec-websocket-version': '99' }, '400'],
  ['a key that is none', { 'sec-websocket-key': 'short' }, '400'],
  ['a protocol that is none', { 'sec-websocket-protocol': ',,' }, '400'],
])('%s is not taken', async (_title, headers, status) => {
  const socket = await upgraded(headers);
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  await new Promise((resolve) => socket.once('close', resolve));
  expect(heard.slice(9, 12)).toBe(status);
});

it('nothing of them stays, and the next one is served', async () => {
  const round = async () => {
    for (const [, bytes, code] of CASES) if (code !== 4408) await say(bytes());
    return heapMb();
  };
  const first = await round();
  expect((await round()) - first).toBeLessThan(10);
  const client = await openSocket(house);
  expect(client.messages[0]?.type).toBe('connection_ack');
  client.socket.terminate();
});
