import { Graph } from '../support/graph.js';
import { failField, forget, instead } from '../support/faults.js';
import { ask, paths, start } from '../support/ours.js';
import { shop } from '../support/shop.js';

const REVIEWS = '{ users { id reviews { id product { name } } } }';

test('an entity that its subgraph does not know is null, with one error at the field that missed it', async () => {
  const graph = shop();
  forget(graph, 'products', 'p2');
  const answer = await ask(await start(graph), REVIEWS);
  expect(answer.data.users).toEqual([
    {
      id: 'u1',
      reviews: [
        { id: 'r1', product: { name: 'Lamp' } },
        { id: 'r2', product: null },
      ],
    },
    { id: 'u2', reviews: [{ id: 'r3', product: { name: 'Lamp' } }] },
  ]);
  expect(paths(answer)).toEqual(['["users",0,"reviews",1,"product","name"]']);
});

test('an unknown entity that is in two places has an error at each of them', async () => {
  const graph = shop();
  forget(graph, 'products', 'p1');
  const answer = await ask(await start(graph), REVIEWS);
  expect(paths(answer)).toEqual([
    '["users",0,"reviews",0,"product","name"]',
    '["users",1,"reviews",0,"product","name"]',
  ]);
});

test('a null bubbles by the types of the supergraph: through the object and the items to the list', async () => {
  const graph = shop();
  forget(graph, 'accounts', 'u2');
  const answer = await ask(
    await start(graph),
    '{ topProducts { id reviews { author { name } } } }',
  );
  expect(answer.data).toEqual({
    topProducts: [
      { id: 'p1', reviews: null },
      { id: 'p2', reviews: [{ author: { name: 'Ada' } }] },
    ],
  });
  expect(paths(answer)).toEqual(['["topProducts",0,"reviews",1,"author","name"]']);
});

test('two fields of one missing entity that may not be null are one error, not two', async () => {
  const graph = shop();
  forget(graph, 'reviews', 'p1');
  const answer = await ask(await start(graph), '{ product(id: "p1") { name score again: score } }');
  expect(answer.data).toEqual({ product: null });
  expect(paths(answer)).toEqual(['["product","score"]']);
});

test('nullable fields of a missing entity are null, which is no error', async () => {
  const graph = shop();
  forget(graph, 'reviews', 'u1');
  const answer = await ask(await start(graph), '{ me { name reviews { id } } }');
  expect(answer).toEqual({ data: { me: { name: 'Ada', reviews: null } } });
});

test('where a subgraph says itself why a field is null, nothing is said again', async () => {
  const graph = shop();
  failField(graph, 'products', 'name', 'p2');
  const answer = await ask(await start(graph), REVIEWS);
  expect(answer.data.users[0].reviews[1]).toEqual({ id: 'r2', product: null });
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors?.[0]).toMatchObject({
    message: 'name is broken',
    path: ['users', 0, 'reviews', 1, 'product', 'name'],
  });
});

test('where a subgraph nulls a whole entity for a field of it, its error alone stands', async () => {
  const graph = shop();
  graph.faults.set('products', async (request, call) => {
    const answer: any = await graph.answer('products', request, call);
    const [key = ''] = Object.keys(answer.data);
    answer.data[key][0] = null;
    return { ...answer, errors: [{ message: 'no name', path: [key, 0, 'name'] }] };
  });
  const answer = await ask(await start(graph), '{ latest { id product { name price } } }');
  expect(answer.data.latest).toEqual([
    { id: 'r1', product: null },
    { id: 'r2', product: { name: 'Desk', price: null } },
    { id: 'r3', product: null },
  ]);
  expect(paths(answer)).toEqual(['["latest",0,"product","name"]', '["latest",2,"product","name"]']);
});

test('a null that a subgraph was not allowed to answer gets an error', async () => {
  const graph = shop();
  instead(graph, 'products', (_, entity) => ({ ...entity, name: null }));
  const answer = await ask(await start(graph), '{ latest { product { name } } }');
  expect(answer.data).toEqual({
    latest: [{ product: null }, { product: null }, { product: null }],
  });
  expect(paths(answer)).toHaveLength(3);
});

test('what a subgraph has left out is null where it may be, and an error', async () => {
  const graph = shop();
  graph.faults.set('accounts', () => ({
    data: { me: { __typename: 'User', id: 'u1', name: 'Ada' } },
  }));
  instead(graph, 'products', (told, { name }) => (told.id === 'p1' ? { name } : {}));
  const executor = await start(graph);
  const answer = await ask(executor, '{ me { name email reviews { product { price name } } } }');
  expect(answer.data).toEqual({
    me: {
      name: 'Ada',
      email: null,
      reviews: [{ product: { price: null, name: 'Lamp' } }, { product: null }],
    },
  });
  expect(paths(answer)).toEqual([
    '["me","email"]',
    '["me","reviews",0,"product","price"]',
    '["me","reviews",1,"product","name"]',
    '["me","reviews",1,"product","price"]',
  ]);
});

test('a null at a root field that may not be null leaves no data', async () => {
  const graph = shop();
  graph.faults.set('accounts', () => ({ data: { users: null } }));
  const answer = await ask(await start(graph), '{ topProducts { name } users { name } }');
  expect(answer.data).toBeNull();
  expect(paths(answer)).toEqual(['["users"]']);
});

test('a null item of a list bubbles only where the item may not be null', async () => {
  const graph = Graph.of({
    one: { typeDefs: 'type Query { loose: [Int] tight: [Int!] deep: [[Int!]] }' },
  });
  graph.faults.set('one', () => ({
    data: { loose: [1, null], tight: [1, null], deep: [[1], [null], null] },
  }));
  const answer = await ask(await start(graph), '{ loose tight deep }');
  expect(answer.data).toEqual({ loose: [1, null], tight: null, deep: [[1], null, null] });
  expect(paths(answer)).toEqual(['["deep",1,0]', '["tight",1]']);
});
