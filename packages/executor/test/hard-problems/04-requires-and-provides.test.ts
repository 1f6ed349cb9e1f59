import { Graph } from '../support/graph.js';
import { ask, start } from '../support/ours.js';

/** Each field of `post` is worked out of what it was told, so that the answer shows what that was. */
const goods = (over: Partial<Record<'price' | 'weight', unknown>> = {}): Graph =>
  Graph.of({
    goods: {
      typeDefs: `
        type Query { goods: [Goods!] any: Thing }
        interface Thing { sku: ID! }
        type Goods implements Thing @key(fields: "sku") @key(fields: "id") {
          sku: ID! id: ID! price(currency: String = "EUR"): Int size: Size maker: Maker
        }
        type Size @shareable { height: Int width: Int }
        type Maker @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: {
          goods: () => [{ sku: 's1', id: 'g1' }],
          any: () => ({ __typename: 'Goods', sku: 's1', id: 'g1' }),
        },
        Goods: {
          __resolveReference: (told: any) => ({ sku: 's1', id: 'g1', ...told }),
          price: (_: unknown, { currency }: any) =>
            'price' in over ? over.price : currency === 'EUR' ? 10 : 13,
          size: () => ({ height: 2, width: 3 }),
          maker: () => ({ id: 'm1' }),
        },
      },
    },
    makers: {
      typeDefs: 'type Maker @key(fields: "id") { id: ID! country: String name: String @shareable }',
      resolvers: {
        Maker: { __resolveReference: ({ id }: any) => ({ id, country: 'NO', name: 'Nils' }) },
      },
    },
    scales: {
      typeDefs: 'type Goods @key(fields: "id") { id: ID! weight: Int @shareable }',
      resolvers: {
        Goods: {
          __resolveReference: ({ id }: any) => ({
            id,
            weight: 'weight' in over ? over.weight : 5,
          }),
        },
      },
    },
    post: {
      typeDefs: `
        type Goods @key(fields: "id") {
          id: ID!
          weight: Int @external
          price(currency: String = "EUR"): Int @external
          size: Size @external
          maker: Maker @external
          postage: String @requires(fields: "weight size { height }")
          customs: String @requires(fields: "price(currency: \\"USD\\") maker { country }")
        }
        type Size @shareable { height: Int }
        type Maker @key(fields: "id") { id: ID! country: String @external }
      `,
      resolvers: {
        Goods: {
          __resolveReference: (told: any) => ({ ...told, told: JSON.stringify(told) }),
          postage: ({ told }: any) => `postage of ${told}`,
          customs: ({ told }: any) => `customs of ${told}`,
        },
      },
    },
    shop: {
      typeDefs: `
        type Query { best: Goods @provides(fields: "weight") }
        type Goods @key(fields: "id") {
          id: ID!
          weight: Int @external
          postage: String @external
          total: String @requires(fields: "postage")
        }
      `,
      resolvers: {
        Query: { best: () => ({ id: 'g1', weight: 99 }) },
        Goods: {
          __resolveReference: (told: any) => told,
          total: (told: any) => `total of ${JSON.stringify(told)}`,
        },
      },
    },
  });

const POSTAGE = { __typename: 'Goods', id: 'g1', weight: 5, size: { height: 2 } };

test('a representation is the key and what is required, and nothing else', async () => {
  const graph = goods();
  const answer = await ask(await start(graph), '{ goods { postage size { height width } } }');
  expect(graph.representations('post')).toEqual([POSTAGE]);
  expect(graph.representations('scales')).toEqual([{ __typename: 'Goods', id: 'g1' }]);
  expect(answer.data.goods[0].size).toEqual({ height: 2, width: 3 });
});

test('a field that requires a field that requires a field', async () => {
  const graph = goods();
  const answer = await ask(await start(graph), '{ goods { total } }');
  expect(answer.errors).toBeUndefined();
  expect(graph.representations('post')).toEqual([POSTAGE]);
  const [told] = graph.representations('shop') as any[];
  expect(Object.keys(told).toSorted()).toEqual(['__typename', 'id', 'postage']);
  expect(answer.data.goods[0].total).toContain('postage of');
  // Each subgraph is asked as late and as seldom as it can be.
  expect(graph.sent.map(({ subgraph }) => subgraph)).toEqual(['goods', 'scales', 'post', 'shop']);
});

test('a requirement with an argument is asked for with it, whatever the client asks of that field', async () => {
  const graph = goods();
  const answer = await ask(await start(graph), '{ goods { price customs } }');
  expect(answer.data.goods[0].price).toBe(10);
  expect(graph.representations('post')).toEqual([
    { __typename: 'Goods', id: 'g1', price: 13, maker: { country: 'NO' } },
  ]);
});

test('requirements below fragments, on interfaces as on objects', async () => {
  const graph = goods();
  const executor = await start(graph);
  const onInterface = await ask(executor, '{ any { sku ... on Goods { postage } } }');
  expect(graph.representations('post')).toEqual([POSTAGE]);
  const inFragment = await ask(
    executor,
    '{ goods { ...Posted } } fragment Posted on Thing { ... on Goods { sku postage } }',
  );
  expect(onInterface.data.any).toEqual(inFragment.data.goods[0]);
  expect(inFragment.data.goods[0].postage).toContain('"weight":5');
});

test('a required field that is null is told as null', async () => {
  const graph = goods({ weight: null });
  await ask(await start(graph), '{ goods { postage } }');
  expect(graph.representations('post')).toEqual([{ ...POSTAGE, weight: null }]);
});

test('what a field provides is taken from there, and only there', async () => {
  const graph = goods();
  const executor = await start(graph);
  const best = await ask(executor, '{ best { weight } }');
  expect(best.data).toEqual({ best: { weight: 99 } });
  expect(graph.sent.map(({ subgraph }) => subgraph)).toEqual(['shop']);
  const others = await ask(executor, '{ goods { weight } }');
  expect(others.data).toEqual({ goods: [{ weight: 5 }] });
});
