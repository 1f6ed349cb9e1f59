import { Graph } from '../support/graph.js';
import { ask, start } from '../support/ours.js';

/** `praise` and `blame` each need some of the reviews, which clients may ask for as well. */
const goods = (): Graph =>
  Graph.of({
    reviews: {
      typeDefs: `
        type Query { goods: [Goods!] }
        type Goods @key(fields: "id") { id: ID! reviews(first: Int = 3): [Review!] }
        type Review @shareable { stars: Int text: String }
      `,
      resolvers: {
        Query: { goods: () => [{ id: 'g1' }] },
        Goods: {
          __resolveReference: ({ id }: any) => ({ id }),
          reviews: (_: unknown, { first }: any) =>
            [5, 4, 1].slice(0, first).map((stars) => ({ stars, text: `${stars} stars` })),
        },
      },
    },
    summary: {
      typeDefs: `
        type Goods @key(fields: "id") {
          id: ID!
          reviews(first: Int = 3): [Review!] @external
          praise: String @requires(fields: "reviews(first: 1) { stars }")
          blame: String @requires(fields: "reviews(first: 2) { stars text }")
          whole: String @requires(fields: "reviews { stars }")
          kin(of: Int): Goods @requires(fields: "reviews(first: 1) { stars }")
        }
        type Review @shareable { stars: Int text: String }
      `,
      resolvers: {
        Goods: {
          __resolveReference: (told: any) => told,
          praise: ({ reviews }: any) => `praise of ${JSON.stringify(reviews)}`,
          blame: ({ reviews }: any) => `blame of ${JSON.stringify(reviews)}`,
          whole: ({ reviews }: any) => `whole of ${JSON.stringify(reviews)}`,
          kin: ({ reviews }: any) => (reviews.length === 1 ? { id: 'g1' } : null),
        },
      },
    },
  });

const PRAISE = 'praise of [{"stars":5}]';
const BLAME = 'blame of [{"stars":5,"text":"5 stars"},{"stars":4,"text":"4 stars"}]';
const WHOLE = 'whole of [{"stars":5},{"stars":4},{"stars":1}]';

/** Representations may hold their fields in any order. */
const sorted = (text: string): string =>
  text.replace(/\{[^}]*\}/g, (object) =>
    JSON.stringify(Object.entries(JSON.parse(object)).toSorted()),
  );

const inside = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'string' ? sorted(each) : each));

describe("a client's field with arguments beside the same field that is required with others", () => {
  test.each([
    ['{ goods { reviews(first: 3) { stars } praise } }', 3],
    ['{ goods { praise reviews(first: 2) { stars } } }', 2],
    ['{ goods { praise reviews { stars } } }', 3],
    ['{ goods { praise reviews(first: 1) { stars } } }', 1],
  ])('%s', async (query, count) => {
    const answer = await ask(await start(goods()), query);
    expect(answer.errors).toBeUndefined();
    const [only] = answer.data.goods;
    expect(only.praise).toBe(PRAISE);
    expect(only.reviews.map(({ stars }: any) => stars)).toEqual([5, 4, 1].slice(0, count));
  });

  test('with a variable', async () => {
    const answer = await ask(
      await start(goods()),
      'query ($n: Int) { goods { praise reviews(first: $n) { stars } } }',
      { variables: { n: 2 } },
    );
    expect(answer).toEqual({
      data: { goods: [{ praise: PRAISE, reviews: [{ stars: 5 }, { stars: 4 }] }] },
    });
  });

  test('under an alias of the name that is required', async () => {
    const answer = await ask(
      await start(goods()),
      '{ goods { praise few: reviews(first: 2) { stars } reviews: id } }',
    );
    expect(answer).toEqual({
      data: { goods: [{ praise: PRAISE, few: [{ stars: 5 }, { stars: 4 }], reviews: 'g1' }] },
    });
  });
});

describe('two fields of one subgraph that require one field with different arguments', () => {
  test.each([
    '{ goods { praise blame } }',
    '{ goods { blame praise } }',
    '{ goods { whole blame praise } }',
    '{ goods { praise } goods { blame whole } }',
    '{ goods { ... on Goods { praise } ...Blamed } } fragment Blamed on Goods { blame }',
    '{ goods { praise reviews(first: 2) { stars } blame reviews(first: 2) { text } } }',
  ])('%s', async (query) => {
    const answer = await ask(await start(goods()), query);
    expect(answer.errors).toBeUndefined();
    const [only] = answer.data.goods;
    const expected: Record<string, string> = { praise: PRAISE, blame: BLAME, whole: WHOLE };
    for (const [name, text] of Object.entries(expected)) {
      if (name in only) expect(sorted(only[name])).toBe(sorted(text));
    }
    const asked = Object.keys(expected).filter((name) =>
      query.replace(/fragment.*/, '').includes(name),
    );
    for (const name of asked) expect(only).toHaveProperty(name);
  });
});

test.each([
  [
    '{ goods { kin { praise blame } blame } }',
    { kin: { praise: PRAISE, blame: BLAME }, blame: BLAME },
  ],
  [
    '{ goods { blame kin { praise blame } } }',
    { blame: BLAME, kin: { praise: PRAISE, blame: BLAME } },
  ],
  [
    '{ goods { whole blame kin { whole a: kin(of: 1) { blame } praise } } }',
    { whole: WHOLE, blame: BLAME, kin: { whole: WHOLE, a: { blame: BLAME }, praise: PRAISE } },
  ],
])('such fields on the way to others: %s', async (query, expected) => {
  const { data, errors } = await ask(await start(goods()), query);
  expect(errors).toBeUndefined();
  expect(inside(data.goods[0])).toEqual(inside(expected));
});

test('a field whose requirements want one field with different arguments is an error, not one of them', async () => {
  const graph = Graph.of({
    prices: {
      typeDefs: `
        type Query { goods: Goods }
        type Goods @key(fields: "id") { id: ID! price(in: String): Int name: String }
      `,
      resolvers: {
        Query: { goods: () => ({ id: 'g1', name: 'Lamp' }) },
        Goods: { __resolveReference: ({ id }: any) => ({ id, price: 1 }) },
      },
    },
    tax: {
      typeDefs: `type Goods @key(fields: "id") {
        id: ID! price(in: String): Int @external tax: Int @requires(fields: "price(in: \\"EUR\\")")
      }`,
    },
    export: {
      typeDefs: `type Goods @key(fields: "id") {
        id: ID! price(in: String): Int @external tax: Int @external
        duty: Int @requires(fields: "tax price(in: \\"USD\\")")
      }`,
    },
  });
  const answer = await ask(await start(graph), '{ goods { name duty } }');
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors?.[0]?.message).toContain('Goods.duty');
});

describe('a subgraph is entered again by a key that it resolves', () => {
  test.each([
    '@key(fields: "sku", resolvable: false) @key(fields: "id")',
    '@key(fields: "id") @key(fields: "sku", resolvable: false)',
  ])('%s', async (keys) => {
    const graph = Graph.of({
      shop: {
        typeDefs: `
          type Query { goods: Goods }
          type Goods ${keys} {
            id: ID! sku: ID! weight: Int @external postage: Int @requires(fields: "weight")
          }
        `,
        resolvers: {
          Query: { goods: () => ({ id: 'g1', sku: 's1' }) },
          Goods: {
            // It cannot tell anything by the sku alone.
            __resolveReference: (told: any) => (told.id ? { sku: 's1', ...told } : null),
            postage: ({ weight }: any) => weight * 2,
          },
        },
      },
      scales: {
        typeDefs:
          'type Goods @key(fields: "sku") @key(fields: "id") { sku: ID! id: ID! weight: Int }',
        resolvers: {
          Goods: { __resolveReference: () => ({ id: 'g1', sku: 's1', weight: 3 }) },
        },
      },
    });
    const answer = await ask(await start(graph), '{ goods { postage } }');
    expect(answer).toEqual({ data: { goods: { postage: 6 } } });
    for (const told of graph.representations('shop')) expect(told).toHaveProperty('id', 'g1');
  });
});

test('an operation that no subgraph can answer is an error, not a silent null', async () => {
  const graph = Graph.of({
    one: {
      typeDefs: 'type Query { known: Int lost: Int }',
      resolvers: { Query: { known: () => 1, lost: () => 2 } },
    },
  });
  // A supergraph that was made by other means: it promises a field that nobody resolves.
  const supergraphSdl = graph.supergraphSdl.replace(/lost: Int.*/, 'lost: Int @join__field');
  expect(supergraphSdl).toContain('lost: Int @join__field');
  const executor = await start(graph, { supergraphSdl });
  const lost = await ask(executor, '{ lost }');
  expect(lost.data ?? null).toEqual(lost.data ? { lost: null } : null);
  expect(lost.errors?.length).toBeGreaterThan(0);
  const both = await ask(executor, '{ known lost }');
  expect(both.errors?.length).toBeGreaterThan(0);
});

test('an operation of nothing but __typename needs no subgraph and is no error', async () => {
  const graph = goods();
  expect(await ask(await start(graph), '{ __typename kind: __typename }')).toEqual({
    data: { __typename: 'Query', kind: 'Query' },
  });
  expect(graph.sent).toEqual([]);
});

test('an operation whose fields are all skipped is no error', async () => {
  const graph = goods();
  const query = 'query ($no: Boolean!) { goods @include(if: $no) { praise } }';
  expect(await ask(await start(graph), query, { variables: { no: false } })).toEqual({ data: {} });
  expect(graph.sent).toEqual([]);
});
