import { HOSTILE_OPERATIONS } from '@propertea/testkit';
import type { HostileOperation } from '@propertea/testkit';
import { keyIn } from '../../test/api-key.js';
import { heapMb } from '../../test/heap.js';
import { startHouse } from '../../test/house.js';
import type { Answer, House } from '../../test/house.js';
import { openSocket } from '../../test/socket-client.js';
import type { SocketClient } from '../../test/socket-client.js';
import { until } from '../../test/until.js';
import { configSchema } from '../config.js';
import { comparisonsOf } from '../guards/comparisons.js';
import { documentLimits } from '../guards/document-limits.js';
import type { AdmittedDocument } from '../guards/document-limits.js';

/** More than what it takes to say what is wrong with anything. */
const MOST_BYTES = 16 * 1024;
const LARGEST_MESSAGE = 64 * 1024;
/** Of the rooms' graph, and not of the public one. */
const HIDDEN =
  /accessOf|apiClientOf|viewAsOf|linkIdentity|recordApiKeyUse|AccessGrant|ApiClientAccess|LinkIdentityInput|SEALED|join__\w+|manager/g;

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

/** What rooms were asked for a caller; who the caller is the gateway asks for itself. */
const asked = () =>
  Object.values(house.rooms).flatMap(({ seen }) =>
    seen.filter(({ identity }) => identity.persona !== 'SYSTEM'),
  ).length;

/** Hidden names of an answer that are not those of the question. */
function leaksOf(text: string, body: string | Buffer): string[] {
  return (text.match(HIDDEN) ?? []).filter((name) => !body.includes(name));
}

const titleOf = ({ family, name }: HostileOperation) => `${family}: ${name}`;

async function send(path: string, token: string, body: string | Buffer) {
  const response = await fetch(`${house.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: body as string,
  });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as Answer['body'];
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))].join();
  return { status: response.status, codes, text };
}

it('they are more than 200, each different from the others', () => {
  expect(HOSTILE_OPERATIONS.length).toBeGreaterThanOrEqual(200);
  expect(new Set(HOSTILE_OPERATIONS.map(titleOf)).size).toBe(HOSTILE_OPERATIONS.length);
  const bodies = HOSTILE_OPERATIONS.map((operation) => operation.body().toString('latin1'));
  expect(new Set(bodies).size).toBe(bodies.length);
});

it('what gets as far as validation is no more work for it than the limits say', () => {
  const limits = configSchema.shape.limits.parse(undefined);
  const admit = documentLimits(limits);
  let admitted = 0;
  for (const operation of HOSTILE_OPERATIONS) {
    const query = requestIn(operation.body())?.query;
    if (query === undefined) continue;
    let document: AdmittedDocument['document'];
    try {
      ({ document } = admit(query));
    } catch {
      continue;
    }
    admitted++;
    expect(comparisonsOf(document, Infinity)).toBeLessThanOrEqual(limits.comparisons);
    expect(document.definitions.length).toBeLessThanOrEqual(limits.definitions);
  }
  expect(admitted).toBeGreaterThan(100);
});

describe.each([
  ['the public graph', '/public/graphql', () => keyIn(house)],
  ['the portals’ graph', '/graphql', () => house.provider.token('ada')],
])('%s', (_title, path, credential) => {
  it('refuses each with its code, in few words, before any room is asked', async () => {
    const token = await credential();
    expect((await send(path, token, '{"query":"{ notice }"}')).status).toBe(200);
    const before = asked();
    const wrong: unknown[] = [];
    for (const operation of HOSTILE_OPERATIONS) {
      const body = operation.body();
      const { status, codes, text } = await send(path, token, body);
      const isAsTold = status === operation.status && codes === operation.code;
      const leaks = path === '/graphql' ? [] : leaksOf(text, body);
      if (!isAsTold || text.length > MOST_BYTES || leaks.length > 0) {
        wrong.push([titleOf(operation), status, codes, leaks, text.slice(0, 300)]);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked()).toBe(before);
  });
});

it('they leave nothing behind', async () => {
  const key = keyIn(house);
  const before = heapMb();
  for (const { body } of HOSTILE_OPERATIONS) await send('/public/graphql', key, body());
  expect(heapMb() - before).toBeLessThan(10);
});

it('the sockets refuse each with the same code, or close', async () => {
  let client: SocketClient | undefined;
  let sent = 0;
  const before = asked();
  const wrong: unknown[] = [];
  for (const operation of HOSTILE_OPERATIONS) {
    if (!requestIn(operation.body())) continue;
    // One socket may say 500 things in ten seconds.
    if (!client || client.closed || ++sent % 200 === 0) {
      client?.socket.terminate();
      client = await openSocket(house, { as: 'ada' });
    }
    const id = titleOf(operation);
    const message = `{"type":"subscribe","id":${JSON.stringify(id)},"payload":${operation.body().toString()}}`;
    client.socket.send(message);
    const answers = () => client?.messages.filter((one) => one.id === id) ?? [];
    await until(() => answers().length > 0 || client?.closed !== undefined);
    const [answer] = answers();
    const errors = (answer?.payload ?? []) as { extensions: { code: string } }[];
    const told =
      client.closed?.code ?? [...new Set(errors.map((one) => one.extensions.code))].join();
    const due = Buffer.byteLength(message) > LARGEST_MESSAGE ? 1009 : operation.code;
    if (told !== due && !(told === 4400 && operation.code === 'BAD_USER_INPUT')) {
      wrong.push([id, told, due]);
    }
  }
  client?.socket.terminate();
  expect(wrong).toEqual([]);
  expect(asked()).toBe(before);
});

/** The operation in a body, where it is one that a socket can be sent. */
function requestIn(body: string | Buffer): { query: string } | undefined {
  try {
    const request: unknown = JSON.parse(body.toString());
    return typeof request === 'object' && request !== null && 'query' in request
      ? typeof request.query === 'string'
        ? (request as { query: string })
        : undefined
      : undefined;
  } catch {
    return undefined;
  }
}
