import { until } from './support/server.js';
import { serveShop } from './support/served.js';
import type { Shop } from './support/served.js';

const PARTS = 'multipart/mixed;deferSpec=20220824, application/json';
const QUERY = '{ whoAmI ... @defer(label: "later") { items(count: 1) { id price } } }';

let shop: Shop;
beforeAll(async () => {
  shop = await serveShop({ deduplicateInbound: true, forwardHeaders: ['x-user'] });
});
afterAll(() => shop.stop());

const post = (query: string, accept: string, signal?: AbortSignal): Promise<Response> =>
  fetch(shop.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'x-user': 'ada' },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });

/** The payloads of a body, which must be what the format says to the byte. */
function payloadsOf(body: string): unknown[] {
  const [preamble, ...parts] = body.split('\r\n---');
  expect(preamble).toBe('');
  expect(parts.pop()).toBe('--\r\n');
  return parts.map((part) => {
    const [head, json] = part.split('\r\n\r\n');
    expect(head).toBe('\r\ncontent-type: application/json; charset=utf-8');
    return JSON.parse(json ?? '') as unknown;
  });
}

const LATER = {
  incremental: [{ label: 'later', path: [], data: { items: [{ id: '0', price: 0 }] } }],
  hasNext: false,
};

it('delivers deferred fragments as parts to a client that reads them', async () => {
  const response = await post(QUERY, PARTS);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(
    'multipart/mixed;boundary="-";deferSpec=20220824',
  );
  expect(payloadsOf(await response.text())).toEqual([
    { data: { whoAmI: 'ada' }, hasNext: true },
    LATER,
  ]);
});

it('sends what comes first at once, with the boundary that says it is whole', async () => {
  const response = await post('{ whoAmI ... @defer { slow } }', PARTS);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  expect(first?.value).toMatch(/"hasNext":true\}\r\n---$/);
  expect(first?.value).not.toContain('at last');
  let rest = '';
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    rest += next.value;
  }
  expect(payloadsOf(first?.value + rest)[1]).toMatchObject({
    incremental: [{ data: { slow: 'at last' } }],
  });
});

it.each([
  'application/json',
  '*/*',
  'multipart/mixed, application/json',
  'multipart/mixed;deferSpec=20220824;q=0, application/json',
])('answers at once to who accepts %s', async (accept) => {
  const response = await post(QUERY, accept);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await response.json()).toEqual({
    data: { whoAmI: 'ada', items: [{ id: '0', price: 0 }] },
  });
});

it('answers at once what defers nothing, and what is refused', async () => {
  const whole = await post('{ whoAmI ... @defer(if: false) { slow } }', PARTS);
  expect(await whole.json()).toEqual({ data: { whoAmI: 'ada', slow: 'at last' } });
  const refused = await post('mutation { ... @defer { buy(id: 1) { id } } }', PARTS);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    errors: [{ message: '@defer cannot be used at the root of a mutation.' }],
  });
});

it('runs equal operations once for those who are answered at once, and never mixes them with parts', async () => {
  const query = '{ whoAmI slow ... @defer { items(count: 1) { id price } } }';
  const before = shop.shop.seen.length;
  const [one, other, ...parts] = await Promise.all([
    post(query, 'application/json').then((response) => response.json()),
    post(query, 'application/json').then((response) => response.json()),
    post(query, PARTS).then((response) => response.text()),
    post(query, PARTS).then((response) => response.text()),
  ]);
  expect(one).toEqual({ data: { whoAmI: 'ada', slow: 'at last', items: [{ id: '0', price: 0 }] } });
  expect(other).toEqual(one);
  for (const body of parts) {
    expect(payloadsOf(body)[0]).toEqual({
      data: { whoAmI: 'ada', slow: 'at last' },
      hasNext: true,
    });
  }
  const whole = shop.shop.seen.slice(before).filter(({ body }) => /slow.*items/.test(body));
  expect(whole).toHaveLength(1);
});

it('answers in parts within one time budget', async () => {
  const hurried = await serveShop({
    limits: { timeoutMs: 60 },
  });
  try {
    // Planned before the clock runs for it.
    await hurried.ask('{ whoAmI }');
    const ask = () =>
      fetch(hurried.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: PARTS },
        body: JSON.stringify({ query: '{ items { id } ... @defer { slow } }' }),
      });
    await (await ask()).text();
    const payloads = payloadsOf(await (await ask()).text());
    expect(payloads[0]).toMatchObject({ data: { items: expect.any(Array) }, hasNext: true });
    expect(payloads[1]).toMatchObject({
      incremental: [{ data: { slow: null }, errors: [{ path: ['slow'] }] }],
      hasNext: false,
    });
  } finally {
    await hurried.stop();
  }
});

it('gives up what is under way when the client leaves', async () => {
  let isGivenUp = false;
  const asked = Promise.withResolvers<void>();
  shop.prices.hostile = (response) => {
    response.once('close', () => (isGivenUp = !response.writableFinished));
    asked.resolve();
    return true;
  };
  try {
    const controller = new AbortController();
    const response = await post(
      '{ items(count: 1) { id ... @defer { buyer } } }',
      PARTS,
      controller.signal,
    );
    const reader = response.body?.getReader();
    await reader?.read();
    await asked.promise;
    controller.abort();
    await until('given up', () => isGivenUp);
  } finally {
    shop.prices.hostile = undefined;
  }
});

it('parts larger than a socket takes at once arrive whole', async () => {
  const query = '{ whoAmI ... @defer { items(count: 10000) { id ... @defer { owner } } } }';
  const payloads = payloadsOf(await (await post(query, PARTS)).text()) as {
    incremental?: { data: { items?: unknown[]; owner?: string } }[];
  }[];
  const parts = payloads.flatMap(({ incremental = [] }) => incremental);
  expect(parts[0]?.data.items).toHaveLength(10_000);
  expect(parts.slice(1).every(({ data }) => data.owner === 'ada')).toBe(true);
  expect(parts).toHaveLength(10_001);
});
