import { Metrics } from '@propertea/observability';
import { keyIn } from '../../test/api-key.js';
import { codes, read, startHouse } from '../../test/house.js';
import type { Ask, House } from '../../test/house.js';
import { ORGANIZATIONS } from '../../test/house.rooms.js';
import { until } from '../../test/until.js';

const PARTS = 'multipart/mixed;deferSpec=20220824, application/graphql-response+json';

interface Payload {
  data?: unknown;
  errors?: {
    message: string;
    path?: unknown[];
    extensions: { code: string };
  }[];
  incremental?: (Payload & { path: unknown[]; label?: string })[];
  extensions?: Record<string, unknown>;
  hasNext: boolean;
}

const metrics = new Metrics();
let house: House;
beforeAll(async () => {
  house = await startHouse({ overHttp: true, config: { metrics } });
});
afterAll(() => house.stop());

async function send(query: string, { as, key, isPublic, headers }: Ask = {}, signal?: AbortSignal) {
  const token = key ?? (as && (await house.provider.token(as)));
  return fetch(`${house.url}${isPublic ? '/public' : ''}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: PARTS,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
}

/** The payloads of an answer in parts, which must be what the format says to the byte. */
async function parts(query: string, asked: Ask = { as: 'ada' }): Promise<Payload[]> {
  const response = await send(query, asked);
  expect(response.headers.get('content-type')).toBe(
    'multipart/mixed;boundary="-";deferSpec=20220824',
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('vary')).toMatch(/accept/i);
  return payloadsOf(await response.text());
}

function payloadsOf(body: string): Payload[] {
  const [preamble, ...texts] = body.split('\r\n---');
  expect([preamble, texts.pop()]).toEqual(['', '--\r\n']);
  return texts.map((text) => {
    const [head, json] = text.split('\r\n\r\n');
    expect(head).toBe('\r\ncontent-type: application/json; charset=utf-8');
    return JSON.parse(json ?? '') as Payload;
  });
}

const last = (payloads: Payload[]) => payloads.at(-1)?.extensions;
const counted = async (line: RegExp) => line.test(await metrics.text());

it('says what comes first, then what each deferred fragment adds, of several rooms', async () => {
  const query = `{ properties { id ... @defer(label: "who") { manager organization { name } } } }`;
  expect(await parts(query)).toEqual([
    { data: { properties: [{ id: 'p1' }, { id: 'p2' }] }, hasNext: true },
    {
      incremental: [
        {
          label: 'who',
          path: ['properties', 0],
          data: { manager: 'manager of p1', organization: { name: 'Oak' } },
        },
        {
          label: 'who',
          path: ['properties', 1],
          data: { manager: 'manager of p2', organization: { name: 'Elm' } },
        },
      ],
      hasNext: false,
    },
  ]);
});

it('does so at the public graph by key, which knows nothing but the contract in any part', async () => {
  const key = keyIn(house);
  const query = `{ notice ... @defer { organization(id: "${ORGANIZATIONS.oak}") { name } } ...@defer { state } }`;
  const payloads = await parts(query, { isPublic: true, key });
  expect(payloads[0]).toEqual({
    data: { notice: 'open on Mondays' },
    hasNext: true,
  });
  const added = payloads.flatMap(({ incremental = [] }) => incremental);
  expect(added).toEqual(
    expect.arrayContaining([
      { path: [], data: { organization: { name: 'Oak' } } },
      { path: [], data: { state: null } },
    ]),
  );
  const hidden = await send('{ notice ... @defer { slow } }', {
    isPublic: true,
    key,
  });
  expect(codes(await read(hidden))).toEqual(['BAD_USER_INPUT']);
  const [, told] = await parts('{ notice ... @defer { hinted } }', {
    isPublic: true,
    key,
  });
  expect(told?.incremental?.[0]?.errors).toMatchObject([
    { message: 'This cannot be done in the present state.', path: ['hinted'] },
  ]);
});

it('what a part may not have, or does not get, is an error with its path in that part alone', async () => {
  const query = `{
    properties { id ... @defer(label: "rent") { rent } }
    ... @defer(label: "report") { report }
    ... @defer(label: "boom") { boom }
    ... @defer(label: "coded") { coded }
    ... @defer(label: "fine") { opening }
    ... @defer(label: "managers") { search { manager } }
  }`;
  house.setDown('organizations', true);
  const payloads = await parts(query, {});
  house.setDown('organizations', false);
  expect(payloads[0]).toEqual({
    data: { properties: [{ id: 'p1' }, { id: 'p2' }] },
    hasNext: true,
  });
  const byLabel = new Map<string, unknown[]>();
  for (const { label = '', data, errors } of payloads.flatMap((part) => part.incremental ?? [])) {
    const of = errors?.map(({ extensions, path }) => `${extensions.code} at ${path?.join('.')}`);
    byLabel.set(label, [...(byLabel.get(label) ?? []), [data, of]]);
  }
  expect(Object.fromEntries(byLabel)).toEqual({
    rent: [
      [{ rent: null }, ['UNAUTHENTICATED at properties.rent']],
      [{ rent: null }, undefined],
    ],
    report: [[{ report: null }, ['UNAUTHENTICATED at report']]],
    boom: [[{ boom: null }, ['INTERNAL at boom']]],
    coded: [[{ coded: null }, ['FORBIDDEN at coded']]],
    fine: [[{ opening: 'at nine' }, undefined]],
    managers: [
      [
        { search: [{ manager: null }, { manager: null }] },
        ['UPSTREAM_UNAVAILABLE at search.0.manager', 'UPSTREAM_UNAVAILABLE at search.1.manager'],
      ],
    ],
  });
  expect(JSON.stringify(payloads)).not.toMatch(/secret|select/);
});

it('the whole answer is charged, traced, counted once; its last part says so to who asks', async () => {
  const key = keyIn(house);
  const query = `{ properties { id } ... @defer { organization(id: "${ORGANIZATIONS.oak}") { name } } }`;
  const headers = { 'x-cost': '1' };
  const response = await send(query, { isPublic: true, key, headers });
  const before = Number(response.headers.get('ratelimit-remaining'));
  expect(last(payloadsOf(await response.text()))).toEqual({
    cost: expect.objectContaining({ estimate: 12, actual: 4 }),
  });
  const after = await house.ask('{ notice }', { isPublic: true, key });
  // Of the estimate all but the actual cost was given back.
  expect(Number(after.headers.get('ratelimit-remaining'))).toBe(before + (12 - 4) - 1);

  const traced = 'query Traced { notice ... @defer { properties { manager } } }';
  const told = last(
    await parts(traced, {
      as: 'ada',
      headers: { 'x-debug': 'plan, trace, cost' },
    }),
  );
  expect(told).toMatchObject({
    propertea: {
      plan: { steps: expect.any(Array) },
      trace: {
        fetches: expect.arrayContaining([expect.objectContaining({ entities: 2 })]),
      },
      cost: { estimate: 11, actual: 3 },
    },
  });
  await parts('{ notice ... @defer { coded } }');
  const text = await metrics.text();
  const answered = [...text.matchAll(/^propertea_gateway_operations_total\{(.*)\} (\d+)$/gm)];
  expect(answered.filter(([, labels]) => /door="portal"/.test(labels ?? ''))).toEqual(
    expect.arrayContaining([
      expect.arrayContaining([expect.stringContaining('code="FORBIDDEN"'), '1']),
    ]),
  );
});

it('who leaves midway ends what is under way', async () => {
  const leaving = new AbortController();
  const response = await send('{ notice ... @defer { slow } }', { as: 'ada' }, leaving.signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toMatch(/"hasNext":true\}\r\n---$/);
  expect(await counted(/outcome="aborted"/)).toBe(false);
  leaving.abort();
  await until(() => counted(/outcome="aborted"/));
  // It was an operation all the same.
  await until(() => counted(/operations_total\{[^}]*code="UPSTREAM_UNAVAILABLE"/));
});

it('a mutation is told of before its first part, and is whole under an idempotency key', async () => {
  const rename = (name: string) =>
    `mutation { renameProperty(id: "p1", name: "${name}") { name ... @defer { manager } } }`;
  expect(await parts(rename('Beech'))).toEqual([
    { data: { renameProperty: { name: 'Beech' } }, hasNext: true },
    {
      incremental: [{ path: ['renameProperty'], data: { manager: 'manager of p1' } }],
      hasNext: false,
    },
  ]);
  const keyed = {
    as: 'ada',
    headers: { 'idempotency-key': '"once"' },
  } as const;
  const answers = [await send(rename('Ash'), keyed), await send(rename('Ash'), keyed)];
  const [first, again] = await Promise.all(answers.map(read));
  expect(first?.body).toEqual({
    data: { renameProperty: { name: 'Ash', manager: 'manager of p1' } },
  });
  expect([again?.text, again?.headers.get('idempotency-replayed')]).toEqual([first?.text, 'true']);
});

it.each([
  ['who does not take parts', '{ notice ... @defer { opening } }', 'application/json', 200],
  ['what defers nothing', '{ notice ... @defer(if: false) { opening } }', PARTS, 200],
  [
    'what defers the root of a mutation',
    'mutation { ...@defer { changeName(name: "x") { id } } }',
    PARTS,
    400,
  ],
  ['what is not valid', '{ notice ... @defer { nothing } }', PARTS, 400],
  ['a wrong variable', 'query($a: ID!) { organization(id: $a) { id } }', PARTS, 400],
])('%s is answered at once', async (_title, query, accept, status) => {
  const answer = await send(query, { as: 'ada', headers: { accept } });
  const type = accept === PARTS ? 'application/graphql-response+json' : accept;
  expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  const { body, ...rest } = await read(answer);
  expect(rest.status).toBe(status);
  const isFine = status === 200;
  expect(body.data).toEqual(isFine ? { notice: 'open on Mondays', opening: 'at nine' } : undefined);
  expect(codes({ body, ...rest })).toEqual(isFine ? [] : ['BAD_USER_INPUT']);
});
