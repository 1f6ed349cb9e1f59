import { serveShop } from './support/served.js';
import type { Answer, Shop } from './support/served.js';
import { until } from './support/until.js';

const QUERY = '{ whoAmI items(count: 20) { id owner price buyer } }';

/** Keeps `width` callers asking, each with a name of its own, until `happening` is over; returns all answers. */
async function load(
  shop: Shop,
  width: number,
  happening: (answers: readonly [string, Answer][]) => Promise<void>,
): Promise<[string, Answer][]> {
  const answers: [string, Answer][] = [];
  const state = { isOver: false };
  const over = happening(answers).finally(() => (state.isOver = true));
  await Promise.all(
    Array.from({ length: width }, async (_, caller) => {
      for (let turn = 0; !state.isOver; turn += 1) {
        const user = `user ${caller}/${turn % 3}`;
        answers.push([user, await shop.ask(QUERY, { headers: { 'x-user': user } })]);
      }
    }),
  );
  await over;
  return answers;
}

/** Everything that is in an answer is the caller's own and right. */
function expectOwn(user: string, { body }: Answer): void {
  const { whoAmI, items } = (body.data ?? {}) as {
    whoAmI?: string | null;
    items?:
      | { id: string; owner: string | null; price: number | null; buyer: string | null }[]
      | null;
  };
  expect([user, null, undefined]).toContain(whoAmI);
  for (const [index, item] of (items ?? []).entries()) {
    expect(item.id).toBe(String(index));
    expect([user, null]).toContain(item.owner);
    expect([user, null]).toContain(item.buyer);
    expect([index * 10, null]).toContain(item.price);
  }
}

function isWhole({ body }: Answer): boolean {
  return body.errors === undefined;
}

describe.each([false, true])('under load, with inbound de-duplication %s', (deduplicateInbound) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await serveShop({ deduplicateInbound, forwardHeaders: ['x-user'] });
  });
  afterAll(() => shop.stop());

  it('a subgraph that is killed and comes back hurts its own fields only, and nobody gets another’s answer', async () => {
    const answers = await load(shop, 16, async (soFar) => {
      const another = (isHurt: boolean) => {
        const count = () => soFar.filter(([, answer]) => isWhole(answer) !== isHurt).length;
        const before = count();
        return until(() => count() > before);
      };
      for (let turn = 0; turn < 3; turn += 1) {
        await another(false);
        await shop.prices.kill();
        await another(true);
        await shop.prices.start();
      }
    });
    const hurt = answers.filter(([, answer]) => !isWhole(answer));
    expect(hurt.length).toBeGreaterThan(0);
    expect(hurt.length).toBeLessThan(answers.length);
    for (const [user, answer] of answers) expectOwn(user, answer);
    for (const [user, { body }] of hurt) {
      expect(body.data?.['whoAmI']).toBe(user);
      expect(
        body.errors?.every(({ extensions }) => extensions?.['code'] === 'UPSTREAM_UNAVAILABLE'),
      ).toBe(true);
      expect(body.errors?.every(({ path }) => path?.[0] === 'items' && path.length === 3)).toBe(
        true,
      );
    }
    const after = await shop.ask(QUERY, { headers: { 'x-user': 'after' } });
    expect(isWhole(after)).toBe(true);
  });

  it.each<[string, NonNullable<Shop['prices']['hostile']>]>([
    [
      'closes in the middle of its answer',
      (response) => {
        response.writeHead(200, { 'content-length': 1_000 }).write('{"data":');
        setTimeout(() => response.destroy(), 5);
        return true;
      },
    ],
    ['answers no JSON', (response) => Boolean(response.end('<html>'))],
    ['answers a list', (response) => Boolean(response.end('[]'))],
    ['answers neither data nor errors', (response) => Boolean(response.end('{}'))],
    ['answers too few entities', (response) => Boolean(response.end('{"data":{"_entities":[]}}'))],
    [
      'answers strings for entities',
      (response) => Boolean(response.end('{"data":{"_entities":["x",7,true]}}')),
    ],
    [
      'answers prototypes',
      (response) =>
        Boolean(
          response.end(
            '{"data":{"__proto__":{"price":1},"_entities":[{"__proto__":{"price":666,"polluted":true}}]}}',
          ),
        ),
    ],
    ['answers a status of its own', (response) => Boolean(response.writeHead(500).end('down'))],
  ])('one that %s nulls its own fields and nothing else', async (_, hostile) => {
    shop.prices.hostile = hostile;
    try {
      const { body } = await shop.ask(QUERY, { headers: { 'x-user': 'ada' } });
      expect(body.data?.['whoAmI']).toBe('ada');
      const items = body.data?.['items'] as { price: unknown; owner: unknown }[];
      expect(items).toHaveLength(20);
      for (const { price, owner } of items) expect([price, owner]).toEqual([null, 'ada']);
      expect(body.errors).toHaveLength(40);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    } finally {
      shop.prices.hostile = undefined;
    }
  });

  it('an answer without an end is cut off at its limit', async () => {
    const small = await serveShop({
      limits: { answerBytes: 50_000 },
    });
    small.prices.hostile = (response) => {
      const flood = setInterval(() => response.write(' '.repeat(10_000)), 1);
      response.once('close', () => clearInterval(flood));
      return true;
    };
    const { body } = await small.ask('{ items(count: 1) { id price } }');
    expect(body.data).toEqual({ items: [{ id: '0', price: null }] });
    expect(body.errors?.[0]?.extensions?.['code']).toBe('UPSTREAM_UNAVAILABLE');
    await small.stop();
  });

  it('a subgraph that is silent costs the time budget and its own fields', async () => {
    const brief = await serveShop({ limits: { timeoutMs: 3_000 } });
    brief.prices.hostile = () => true;
    const { body } = await brief.ask('{ items(count: 1) { id price } }');
    expect(body.data).toEqual({ items: [{ id: '0', price: null }] });
    expect(body.errors?.[0]?.path).toEqual(['items', 0, 'price']);
    await brief.stop();
  });
});
