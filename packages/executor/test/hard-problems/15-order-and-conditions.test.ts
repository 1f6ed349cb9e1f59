import { Graph } from '../support/graph.js';
import { ask, start } from '../support/ours.js';
import { shop } from '../support/shop.js';

const keysOf = (value: any): unknown =>
  Array.isArray(value)
    ? value.map(keysOf)
    : value && typeof value === 'object'
      ? Object.entries(value).map(([key, below]) =>
          below && typeof below === 'object' ? [key, keysOf(below)] : key,
        )
      : value;

test('keys come in the order of the operation, whichever subgraph they come from and when', async () => {
  const answer = await ask(
    await start(shop()),
    `{
      latest { author { name id } product { score price id name } body }
      topProducts { score id }
      me { reviews { id } name }
    }`,
  );
  const review = [
    ['author', ['name', 'id']],
    ['product', ['score', 'price', 'id', 'name']],
    'body',
  ];
  const product = ['score', 'id'];
  expect(keysOf(answer.data)).toEqual([
    ['latest', [review, review, review]],
    ['topProducts', [product, product]],
    ['me', [['reviews', [['id'], ['id']]], 'name']],
  ]);
});

test('a key stands where it was asked for first, with all that is asked below it later', async () => {
  const answer = await ask(
    await start(shop()),
    `{
      ...Last
      me { name }
      __typename
      me { ... on User { id } reviews { id } }
    }
    fragment Last on Query { topProducts { id } me { reviews { body } email } }`,
  );
  expect(Object.keys(answer.data)).toEqual(['topProducts', 'me', '__typename']);
  expect(Object.keys(answer.data.me)).toEqual(['reviews', 'email', 'name', 'id']);
  expect(Object.keys(answer.data.me.reviews[0])).toEqual(['body', 'id']);
});

test('keys that look like numbers keep their place as far as JavaScript lets them', async () => {
  const answer = await ask(await start(shop()), '{ me { _2: name _1: id name } }');
  expect(Object.keys(answer.data.me)).toEqual(['_2', '_1', 'name']);
});

const goods = (): Graph =>
  Graph.of({
    goods: {
      typeDefs: `
        type Query { goods: Goods }
        type Goods @key(fields: "id") { id: ID! weight: Int size: Size }
        type Size @shareable { height: Int width: Int }
      `,
      resolvers: {
        Query: { goods: () => ({ id: 'g1', weight: 3, size: { height: 1, width: 2 } }) },
        Goods: {
          __resolveReference: ({ id }: any) => ({ id, weight: 3, size: { height: 1, width: 2 } }),
        },
      },
    },
    post: {
      typeDefs: `
        type Goods @key(fields: "id") {
          id: ID! weight: Int @external size: Size @external
          postage: String @requires(fields: "weight size { height }")
          stamps: Int
        }
        type Size @shareable { height: Int }
      `,
      resolvers: {
        Goods: {
          __resolveReference: (told: any) => ({ ...told, stamps: 1 }),
          postage: ({ weight, size }: any) => `${weight} kg, ${size.height} m`,
        },
      },
    },
  });

const POSTAGE = '3 kg, 1 m';

test('what is skipped is not in the answer, but is there for what requires it', async () => {
  const executor = await start(goods());
  const query = `query ($no: Boolean!, $yes: Boolean!) {
    goods {
      weight @include(if: $no)
      size { height @skip(if: $yes) width }
      postage
    }
  }`;
  expect(await ask(executor, query, { variables: { no: false, yes: true } })).toEqual({
    data: { goods: { size: { width: 2 }, postage: POSTAGE } },
  });
  expect(await ask(executor, query, { variables: { no: true, yes: false } })).toEqual({
    data: { goods: { weight: 3, size: { height: 1, width: 2 }, postage: POSTAGE } },
  });
});

test('what requires something and is skipped is not fetched, nor what only it required', async () => {
  const graph = goods();
  const executor = await start(graph);
  const query = 'query ($a: Boolean!) { goods { id postage @include(if: $a) } }';
  expect(await ask(executor, query, { variables: { a: false } })).toEqual({
    data: { goods: { id: 'g1' } },
  });
  expect(graph.requests('post')).toEqual([]);
  expect((await ask(executor, query, { variables: { a: true } })).data.goods.postage).toBe(POSTAGE);
});

test('both directives, on fields and fragments, by values, variables and defaults', async () => {
  const executor = await start(shop());
  const query = `query ($a: Boolean!, $b: Boolean! = true, $c: Boolean = false) {
    me {
      id @skip(if: $a) @include(if: $b)
      ... @include(if: $a) { name reviews @skip(if: $b) { id } }
      ... on User @skip(if: $c) { email }
      one: name @include(if: false)
      two: name @skip(if: false)
    }
  }`;
  const me = async (variables: Record<string, unknown>) =>
    Object.keys((await ask(executor, query, { variables })).data.me);
  expect(await me({ a: true })).toEqual(['name', 'email', 'two']);
  expect(await me({ a: false })).toEqual(['id', 'email', 'two']);
  expect(await me({ a: false, b: false })).toEqual(['email', 'two']);
  expect(await me({ a: true, b: false, c: true })).toEqual(['name', 'reviews', 'two']);
});

test('where everything is skipped, the object is empty and nothing more is fetched', async () => {
  const graph = shop();
  const answer = await ask(
    await start(graph),
    'query ($a: Boolean!) { me { reviews @skip(if: $a) { id } } topProducts @skip(if: $a) { name } }',
    { variables: { a: true } },
  );
  expect(answer).toEqual({ data: { me: {} } });
  expect(graph.requests('reviews')).toEqual([]);
});

test('a field that is asked for twice is there if one of the two is', async () => {
  const executor = await start(shop());
  const query = `query ($a: Boolean!, $b: Boolean!) {
    me {
      reviews @include(if: $a) { id }
      reviews @include(if: $b) { body author { name } }
    }
  }`;
  const first = async (a: boolean, b: boolean) =>
    (await ask(executor, query, { variables: { a, b } })).data.me.reviews?.[0];
  expect(await first(true, true)).toEqual({ id: 'r1', body: 'bright', author: { name: 'Ada' } });
  expect(await first(true, false)).toEqual({ id: 'r1' });
  expect(await first(false, true)).toEqual({ body: 'bright', author: { name: 'Ada' } });
  expect(await first(false, false)).toBeUndefined();
});

test('a variable that is wrong or missing is an error before anything is sent', async () => {
  const graph = shop();
  const executor = await start(graph);
  const query = 'query ($a: Boolean!) { me { name @skip(if: $a) } }';
  for (const variables of [{}, { a: null }, { a: 'true' }, { a: 1 }]) {
    const answer = await ask(executor, query, { variables });
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.length).toBeGreaterThan(0);
  }
  expect(graph.sent).toEqual([]);
});

const moving = (): Graph =>
  Graph.of({
    old: {
      typeDefs: `
        type Query { lease: Lease }
        type Lease @key(fields: "id") { id: ID! rent: String }
      `,
      resolvers: {
        Query: { lease: () => ({ id: 'l1', rent: 'old' }) },
        Lease: { __resolveReference: ({ id }: any) => ({ id, rent: 'old' }) },
      },
    },
    new: {
      typeDefs: `type Lease @key(fields: "id") {
        id: ID! rent: String @override(from: "old", label: "percent(50)")
      }`,
      resolvers: { Lease: { __resolveReference: ({ id }: any) => ({ id, rent: 'new' }) } },
    },
  });

test('a progressive override is one decision for a request, and plans of both kinds are kept apart', async () => {
  const executor = await start(moving(), {
    override: (label, context: { isNew: boolean }) => label === 'percent(50)' && context.isNew,
  });
  const query = '{ lease { rent again: rent } }';
  for (const isNew of [true, false, true, false]) {
    const rent = isNew ? 'new' : 'old';
    const answer = await ask(executor, query, { context: { isNew } });
    expect(answer).toEqual({ data: { lease: { rent, again: rent } } });
  }
});

test('without anybody to decide, each request draws once', async () => {
  const executor = await start(moving());
  const seen = new Set<string>();
  for (let index = 0; index < 60; index += 1) {
    const { lease } = (await ask(executor, '{ lease { rent again: rent } }')).data;
    expect(lease.again).toBe(lease.rent);
    seen.add(lease.rent);
  }
  expect([...seen].toSorted()).toEqual(['new', 'old']);
});
