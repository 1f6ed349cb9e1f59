import { Graph } from '../support/graph.js';
import { down, failField } from '../support/faults.js';
import { ask, paths, start } from '../support/ours.js';
import { shop } from '../support/shop.js';

test('one failed representation has its error at each place that it was asked for', async () => {
  const graph = shop();
  failField(graph, 'products', 'price', 'p1');
  const answer = await ask(
    await start(graph),
    '{ users { reviews { product { name price } } } latest { product { price } } }',
  );
  // Lamp is asked for once a fetch, and stands in four places.
  expect(paths(answer)).toEqual([
    '["latest",0,"product","price"]',
    '["latest",2,"product","price"]',
    '["users",0,"reviews",0,"product","price"]',
    '["users",1,"reviews",0,"product","price"]',
  ]);
  expect(answer.data.users[1].reviews[0]).toEqual({ product: { name: 'Lamp', price: null } });
});

test('paths are those of the client: its aliases, none of ours', async () => {
  const graph = shop();
  failField(graph, 'products', 'name', 'p2');
  failField(graph, 'products', 'n', 'p2');
  const answer = await ask(
    await start(graph),
    '{ people: users { rs: reviews { p: product { n: name } } } }',
  );
  expect(paths(answer)).toEqual(['["people",0,"rs",1,"p","n"]']);
  expect(answer.data.people[0].rs).toEqual([{ p: { n: 'Lamp' } }, { p: null }]);
});

test('an alias that is the name of another field stays what the client called it', async () => {
  const graph = shop();
  graph.faults.set('products', async (request, call) => {
    const answer: any = await graph.answer('products', request, call);
    const [first = ''] = Object.keys(answer.data);
    const key = Object.keys(answer.data[first][0]).find(
      (name) => !['id', '__typename'].includes(name),
    );
    return { ...answer, errors: [{ message: 'broken', path: ['topProducts', 0, key] }] };
  });
  const answer = await ask(await start(graph), '{ topProducts { id: name score } }');
  expect(paths(answer)).toEqual(['["topProducts",0,"id"]']);
  expect(answer.data.topProducts).toEqual([
    { id: 'Lamp', score: 2 },
    { id: 'Desk', score: 1 },
  ]);
});

test('an index of representations is no index of the list where some of it was not asked for', async () => {
  const graph = Graph.of({
    pets: {
      typeDefs: `
        type Query { pets: [Pet] }
        union Pet = Cat | Dog
        type Cat @key(fields: "id") { id: ID! }
        type Dog { barks: Boolean }
      `,
      resolvers: {
        Query: {
          pets: () => [
            null,
            { __typename: 'Dog', barks: true },
            { __typename: 'Cat', id: 'c1' },
            { __typename: 'Cat', id: 'c2' },
            { __typename: 'Cat', id: 'c1' },
          ],
        },
      },
    },
    lives: {
      typeDefs: 'type Cat @key(fields: "id") { id: ID! lives: Int }',
      resolvers: { Cat: { __resolveReference: ({ id }: any) => ({ id, lives: 9 }) } },
    },
  });
  failField(graph, 'lives', 'lives', 'c1');
  const answer = await ask(await start(graph), '{ pets { ... on Cat { lives } } }');
  expect(answer.data).toEqual({ pets: [null, {}, { lives: null }, { lives: 9 }, { lives: null }] });
  expect(paths(answer)).toEqual(['["pets",2,"lives"]', '["pets",4,"lives"]']);
});

test('an outage is told at the fields that it leaves empty, without its inner reasons', async () => {
  const graph = shop();
  graph.faults.set('products', down);
  const answer = await ask(await start(graph), '{ me { reviews { product { id price } } } }');
  expect(answer.data.me.reviews[0]).toEqual({ product: { id: 'p1', price: null } });
  expect(paths(answer)).toEqual([
    '["me","reviews",0,"product","price"]',
    '["me","reviews",1,"product","price"]',
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/ECONNREFUSED|10\.0\.0\.7/);
});

test('an outage at the root is told at the root fields', async () => {
  const graph = shop();
  graph.faults.set('products', down);
  const answer = await ask(await start(graph), '{ me { name } best: topProducts { name } }');
  expect(answer.data).toEqual({ me: { name: 'Ada' }, best: null });
  expect(paths(answer)).toEqual(['["best"]']);
});

test('an error of what was only needed as a requirement points no further than the client asked', async () => {
  const graph = Graph.of({
    goods: {
      typeDefs: `
        type Query { goods: Goods }
        type Goods @key(fields: "id") { id: ID! weight: Int }
      `,
      resolvers: {
        Query: { goods: () => ({ id: 'g1' }) },
        Goods: {
          weight: () => {
            throw new Error('no scales');
          },
        },
      },
    },
    post: {
      typeDefs: `type Goods @key(fields: "id") {
        id: ID! weight: Int @external postage: Int @requires(fields: "weight")
      }`,
      resolvers: {
        Goods: {
          __resolveReference: (told: any) => told,
          postage: ({ weight }: any) => (weight ?? 0) + 1,
        },
      },
    },
  });
  const answer = await ask(await start(graph), '{ goods { postage } }');
  expect(answer.data).toEqual({ goods: { postage: 1 } });
  expect(answer.errors).toHaveLength(1);
  expect(JSON.stringify(answer.errors?.[0]?.path)).not.toContain('weight');
  expect(answer.errors?.[0]?.path?.[0]).toBe('goods');
});

test('indexes of nested lists are all there', async () => {
  const graph = Graph.of({
    board: {
      typeDefs: `
        type Query { board: [[Cell!]!]! }
        type Cell @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: { board: () => [[{ id: 'a' }], [{ id: 'b' }, { id: 'a' }]] },
      },
    },
    value: {
      typeDefs: 'type Cell @key(fields: "id") { id: ID! value: Int }',
      resolvers: { Cell: { __resolveReference: ({ id }: any) => ({ id, value: 1 }) } },
    },
  });
  failField(graph, 'value', 'value', 'a');
  const answer = await ask(await start(graph), '{ board { value } }');
  expect(answer.data).toEqual({ board: [[{ value: null }], [{ value: 1 }, { value: null }]] });
  expect(paths(answer)).toEqual(['["board",0,0,"value"]', '["board",1,1,"value"]']);
});
