import { parse } from 'graphql';
import { down } from '../support/faults.js';
import { entitiesOf } from '../support/graph.js';
import { ask, start } from '../support/ours.js';
import { shop } from '../support/shop.js';

const TWO_WAYS =
  '{ users { id reviews { product { name } } } latest { id product { name price } } }';

test('entities of one subgraph at several places are asked for at once, and each of them once', async () => {
  const graph = shop();
  const answer = await ask(await start(graph), TWO_WAYS);
  expect(answer.errors).toBeUndefined();
  expect(answer.data.latest[1]).toEqual({ id: 'r2', product: { name: 'Desk', price: null } });
  expect(answer.data.users[1]).toEqual({ id: 'u2', reviews: [{ product: { name: 'Lamp' } }] });
  const requests = graph.requests('products');
  expect(requests).toHaveLength(1);
  for (const { representations } of requests.flatMap(entitiesOf)) {
    const told = representations.map((each) => JSON.stringify(each));
    expect(new Set(told).size).toBe(told.length);
  }
});

test('where one of the places is empty, the request is still a valid one', async () => {
  const graph = shop();
  graph.faults.set('reviews', async (request, call) => {
    const answer: any = await graph.answer('reviews', request, call);
    if (answer.data.latest) answer.data.latest = [];
    return answer;
  });
  const answer = await ask(await start(graph), TWO_WAYS);
  expect(answer.errors).toBeUndefined();
  expect(answer.data.latest).toEqual([]);
  expect(answer.data.users[1].reviews).toEqual([{ product: { name: 'Lamp' } }]);
  for (const { query, variables } of graph.requests('products')) {
    const [operation] = parse(query).definitions as any[];
    const declared = operation.variableDefinitions.map((each: any) => each.variable.name.value);
    expect(Object.keys(variables).toSorted()).toEqual(declared.toSorted());
    for (const name of declared) expect(Array.isArray(variables[name])).toBe(true);
  }
});

test('where all of them are empty, nothing is sent', async () => {
  const graph = shop();
  graph.faults.set('reviews', () => ({ data: { latest: [], _entities: [null, null] } }));
  const answer = await ask(await start(graph), TWO_WAYS);
  expect(answer.data.latest).toEqual([]);
  expect(graph.requests('products')).toEqual([]);
});

test('a variable of the client that is called representations is only that', async () => {
  const graph = shop();
  const answer = await ask(
    await start(graph),
    `query ($representations: Int, $representations1: Int, $_entities: ID!) {
      product(id: $_entities) {
        name
        few: reviews(first: $representations) { id author { name } }
        more: reviews(first: $representations1) { id author { name } }
      }
    }`,
    { variables: { representations: 1, representations1: 2, _entities: 'p1' } },
  );
  expect(answer).toEqual({
    data: {
      product: {
        name: 'Lamp',
        few: [{ id: 'r1', author: { name: 'Ada' } }],
        more: [
          { id: 'r1', author: { name: 'Ada' } },
          { id: 'r3', author: { name: 'Bob' } },
        ],
      },
    },
  });
});

test.each(['representations', '_asked_representations', '_asked_'])(
  'a condition may hang on a variable that is called %s',
  async (name) => {
    const executor = await start(shop());
    const query = `query ($${name}: Boolean!) {
      product(id: "p2") { score @include(if: $${name}) reviews @skip(if: $${name}) { author { name } } }
    }`;
    expect(await ask(executor, query, { variables: { [name]: true } })).toEqual({
      data: { product: { score: 1 } },
    });
    expect(await ask(executor, query, { variables: { [name]: false } })).toEqual({
      data: { product: { reviews: [{ author: { name: 'Ada' } }] } },
    });
  },
);

test('an alias of the client that is called _entities is only that', async () => {
  const answer = await ask(
    await start(shop()),
    '{ _entities: latest { _entities: product { name } } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data._entities[0]).toEqual({ _entities: { name: 'Lamp' } });
});

test('mutations run one after the other, in order, each as often as it was asked for', async () => {
  const graph = shop();
  const finished: string[] = [];
  for (const name of ['accounts', 'reviews']) {
    graph.faults.set(name, async (request, call) => {
      const answer = await graph.answer(name, request, call);
      // The first of them takes the longest.
      await new Promise((resolve) => setTimeout(resolve, 20 - 5 * graph.sent.length));
      finished.push(...Object.keys(answer.data as object));
      return answer;
    });
  }
  const answer = await ask(
    await start(graph),
    `mutation {
      a: rename(id: "u1", name: "A") { name }
      b: review(product: "p1", body: "B") { body }
      c: rename(id: "u1", name: "A") { name }
      d: review(product: "p1", body: "B") { body }
    }`,
  );
  expect(Object.keys(answer.data)).toEqual(['a', 'b', 'c', 'd']);
  expect(finished).toEqual(['a', 'b', 'c', 'd']);
});

test('two equal mutations at the same time are two', async () => {
  const graph = shop();
  const executor = await start(graph);
  const query = 'mutation { register(name: "Eve") { id } }';
  await Promise.all([ask(executor, query), ask(executor, query)]);
  expect(graph.requests('accounts')).toHaveLength(2);
  expect(graph.requests('accounts').map(({ kind }) => kind)).toEqual(['mutation', 'mutation']);
});

test('a mutation that failed is not sent again', async () => {
  const graph = shop();
  graph.faults.set('accounts', down);
  const answer = await ask(await start(graph), 'mutation { register(name: "Eve") { id } }');
  expect(answer.data).toEqual({ register: null });
  expect(answer.errors).toHaveLength(1);
  expect(graph.requests('accounts')).toHaveLength(1);
});

test('the fetches for what a mutation returns are queries', async () => {
  const graph = shop();
  const answer = await ask(
    await start(graph),
    'mutation { review(product: "p1", body: "B") { author { name } } }',
  );
  expect(answer).toEqual({ data: { review: { author: { name: 'Ada' } } } });
  expect(graph.sent.map(({ subgraph, kind }) => [subgraph, kind])).toEqual([
    ['reviews', 'mutation'],
    ['accounts', 'query'],
  ]);
});
