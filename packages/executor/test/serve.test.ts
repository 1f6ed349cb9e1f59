import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/serve/config.js';
import type { HttpSubgraph } from './support/http-subgraphs.js';
import { serveShop } from './support/served.js';
import type { Shop } from './support/served.js';

describe('the gateway alone', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await serveShop({ forwardHeaders: ['x-user'] });
  });
  afterAll(() => shop.stop());

  it('answers over its subgraphs, in the order of the query', async () => {
    const { status, body } = await shop.ask('{ items(count: 2) { price id __typename } }');
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toBe(
      '{"data":{"items":[{"price":0,"id":"0","__typename":"Item"},{"price":10,"id":"1","__typename":"Item"}]}}',
    );
  });

  it('answers queries by GET, and nothing else', async () => {
    const get = (query: string) => fetch(`${shop.url}?query=${encodeURIComponent(query)}`);
    expect(await (await get('{ items(count: 1) { id } }')).json()).toEqual({
      data: { items: [{ id: '0' }] },
    });
    const write = await get('mutation { buy(id: 1) { id } }');
    expect(write.status).toBe(405);
    expect(shop.shop.seen.some(({ body }) => body.includes('mutation'))).toBe(false);
  });

  it('sends on the headers that were named, and no others', async () => {
    await shop.ask('{ whoAmI }', {
      headers: { 'x-user': 'ada', 'x-secret': 'no', cookie: 'no', traceparent: '00-1-2-01' },
    });
    const { headers } = shop.shop.seen.at(-1) ?? { headers: {} };
    expect(headers).toMatchObject({ 'x-user': 'ada', traceparent: '00-1-2-01' });
    expect(headers).not.toHaveProperty('x-secret');
    expect(headers).not.toHaveProperty('cookie');
  });

  it('subgraphs set the headers that they may, and together one list', async () => {
    const other = await serveShop({ responseHeaders: ['x-hint'], deduplicateInbound: true });
    const says = (subgraph: HttpSubgraph, hint: string) => {
      subgraph.hostile = (response) => {
        response
          .setHeader('x-hint', hint)
          .setHeader('x-other', 'no')
          .setHeader('set-cookie', 'a=1');
        return false;
      };
    };
    says(other.shop, 'a, b');
    says(other.prices, 'c');
    const post = (query: string) =>
      fetch(other.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
    const shared = await Promise.all([1, 2].map(() => post('{ items(count: 1) { price } }')));
    for (const { headers } of shared) {
      expect([headers.get('x-hint'), headers.get('x-other'), headers.get('set-cookie')]).toEqual([
        'a, b, c',
        null,
        null,
      ]);
    }
    const mutation = await post('mutation { buy(id: 1) { id } }');
    expect(mutation.headers.get('x-hint')).toBe('a, b');
    await other.stop();
  });

  it.each([
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['no query', '{}', 400],
    ['variables as a list', '{"query":"{ whoAmI }","variables":[]}', 400],
    ['an operation that is not valid', '{"query":"{ nothing }"}', 400],
    ['an operation that is not there', '{"query":"query A { whoAmI }","operationName":"B"}', 400],
    [
      'a variable of the wrong type',
      '{"query":"query ($n: Int) { items(count: $n) { id } }","variables":{"n":"x"}}',
      400,
    ],
    [
      'a body that is too large',
      JSON.stringify({ query: '{ whoAmI }', pad: 'x'.repeat(2 ** 20) }),
      413,
    ],
  ])('%s is refused in plain words', async (_, body, status) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(shop.url, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    const { errors, data } = (await response.json()) as {
      errors: { message: string }[];
      data?: unknown;
    };
    expect(data).toBeUndefined();
    expect(errors[0]?.message).toBeTruthy();
  });

  it('a form of another site cannot write', async () => {
    const response = await fetch(shop.url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"mutation { buy(id: 1) { id } }"}',
    });
    expect(response.status).toBe(415);
  });

  it('shows its schema', async () => {
    const { body } = await shop.ask('{ __type(name: "Item") { fields { name } } }');
    expect(body.data).toEqual({
      __type: {
        fields: expect.arrayContaining([{ name: 'id' }, { name: 'owner' }, { name: 'buyer' }]),
      },
    });
  });

  it('answers in flight are given before it stops', async () => {
    const other = await serveShop();
    const answer = other.ask('{ slow }');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.stop();
    expect((await answer).body).toEqual({ data: { slow: 'at last' } });
  });
});

describe('inbound de-duplication', () => {
  it('runs equal queries of one caller once, other callers’ and mutations each', async () => {
    const shop = await serveShop({ deduplicateInbound: true, forwardHeaders: ['x-user'] });
    const as = (user: string) => ({ headers: { 'x-user': user } });
    const before = shop.shop.seen.length;
    const equal = await Promise.all(
      Array.from({ length: 8 }, () => shop.ask('{ slow whoAmI }', as('ada'))),
    );
    expect(equal.every(({ body }) => body.data?.['whoAmI'] === 'ada')).toBe(true);
    expect(shop.shop.seen.length - before).toBe(1);
    const [ada, bob] = await Promise.all([
      shop.ask('{ slow whoAmI }', as('ada')),
      shop.ask('{ slow whoAmI }', as('bob')),
    ]);
    expect([ada.body.data?.['whoAmI'], bob.body.data?.['whoAmI']]).toEqual(['ada', 'bob']);
    const writes = shop.shop.seen.length;
    await Promise.all([1, 2, 3].map(() => shop.ask('mutation { buy(id: 1) { id } }', as('ada'))));
    expect(shop.shop.seen.length - writes).toBe(3);
    await shop.stop();
  });
});

it('tells every mistake of its configuration with its path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'propertea-executor-'));
  const file = join(folder, 'config.json');
  await writeFile(
    file,
    JSON.stringify({ limits: { timeoutMs: -1 }, forwardHeaders: ['host'], unknown: true }),
  );
  await expect(readConfig(file)).rejects.toThrow(
    /forwardHeaders\.0: may not be sent on[\s\S]*limits\.timeoutMs[\s\S]*unknown/,
  );
  await writeFile(file, '{');
  await expect(readConfig(file)).rejects.toThrow('(the file): is not JSON');
  await expect(readConfig(join(folder, 'none'))).rejects.toThrow('(the file): cannot be read');
  await rm(folder, { recursive: true });
});
