import { down } from '../support/faults.js';
import { Graph } from '../support/graph.js';
import { ask, paths, start } from '../support/ours.js';
import { shop } from '../support/shop.js';

test('a failed fetch leaves its siblings running and keeps those that need it from being sent', async () => {
  const graph = shop();
  graph.faults.set('reviews', down);
  const executor = await start(graph);
  const answer = await ask(
    executor,
    '{ users { name reviews { product { name } } } topProducts { name } }',
  );
  expect(answer.data).toEqual({
    users: [
      { name: 'Ada', reviews: null },
      { name: 'Bob', reviews: null },
    ],
    topProducts: [{ name: 'Lamp' }, { name: 'Desk' }],
  });
  expect(paths(answer)).toEqual(['["users",0,"reviews"]', '["users",1,"reviews"]']);
  expect(graph.requests('products')).toHaveLength(1);
  expect(graph.representations('products')).toEqual([]);
});

test('a subgraph that answers errors and no data is an outage of that fetch alone', async () => {
  const graph = shop();
  graph.faults.set('reviews', () => ({ data: null, errors: [{ message: 'asleep' }] }));
  const answer = await ask(
    await start(graph),
    '{ me { name reviews { id } } topProducts { name } }',
  );
  expect(answer.data).toEqual({
    me: { name: 'Ada', reviews: null },
    topProducts: [{ name: 'Lamp' }, { name: 'Desk' }],
  });
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors?.[0]).toMatchObject({ message: 'asleep', path: ['me', 'reviews'] });
});

test('what came with errors is used all the same', async () => {
  const graph = shop();
  graph.faults.set('accounts', async (request, call) => ({
    ...(await graph.answer('accounts', request, call)),
    errors: [{ message: 'half of me is broken' }],
  }));
  const answer = await ask(await start(graph), '{ me { name reviews { id } } }');
  expect(answer.data).toEqual({ me: { name: 'Ada', reviews: [{ id: 'r1' }, { id: 'r2' }] } });
  expect(answer.errors).toHaveLength(1);
});

const goods = (): Graph =>
  Graph.of({
    goods: {
      typeDefs: `
        type Query { goods: [Goods!] }
        type Goods @key(fields: "id") { id: ID! name: String }
      `,
      resolvers: { Query: { goods: () => [{ id: 'g1', name: 'Lamp' }] } },
    },
    scales: {
      typeDefs: 'type Goods @key(fields: "id") { id: ID! weight: Int }',
      resolvers: { Goods: { __resolveReference: (told: any) => ({ ...told, weight: 3 }) } },
    },
    post: {
      typeDefs: `type Goods @key(fields: "id") {
        id: ID! weight: Int @external
        postage: Int @requires(fields: "weight")
        stamps: Int
      }`,
      resolvers: {
        Goods: {
          __resolveReference: (told: any) => ({ ...told, stamps: 2 }),
          postage: ({ weight }: any) => weight * 2,
        },
      },
    },
  });

test('a field whose requirement could not be fetched is not asked for; its neighbours are', async () => {
  const graph = goods();
  graph.faults.set('scales', down);
  const answer = await ask(await start(graph), '{ goods { name postage stamps } }');
  expect(answer.data).toEqual({ goods: [{ name: 'Lamp', postage: null, stamps: 2 }] });
  expect(graph.representations('post')).toEqual([{ __typename: 'Goods', id: 'g1' }]);
  // Somebody must say why there is no postage, once.
  expect(answer.errors).toHaveLength(1);
});

test('all subgraphs down is an answer with errors, not a rejection', async () => {
  const graph = shop();
  for (const name of ['accounts', 'reviews', 'products']) graph.faults.set(name, down);
  const answer = await ask(await start(graph), '{ topProducts { name } latest { id } }');
  expect(answer.data).toEqual({ topProducts: null, latest: null });
  expect(paths(answer)).toEqual(['["latest"]', '["topProducts"]']);
});

test('a subgraph that throws at once instead of rejecting is an outage as well', async () => {
  const graph = shop();
  const executor = await start(graph, {
    subgraph: (name) => ({
      execute(request, call) {
        if (name === 'products') throw new Error('at once');
        return graph.ask(name, request, call);
      },
    }),
  });
  const answer = await ask(executor, '{ me { name } topProducts { name } }');
  expect(answer.data).toEqual({ me: { name: 'Ada' }, topProducts: null });
  expect(paths(answer)).toEqual(['["topProducts"]']);
});
