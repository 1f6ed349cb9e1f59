import { parse } from 'graphql';
import type { Caller, Executor } from '../../src/index.js';
import { down, failField, held } from '../support/faults.js';
import { Graph } from '../support/graph.js';
import { ask, start } from '../support/ours.js';
import { begin, inParts, merged } from '../support/parts.js';
import { until } from '../support/server.js';
import { shop } from '../support/shop.js';

const deferring = async (graph = shop(), options = {}): Promise<[Executor<any>, Graph]> => [
  await start(graph, { defer: true, ...options }),
  graph,
];

describe('errors', () => {
  test('are told with the part that they are about, each with its path from the root', async () => {
    const [executor, graph] = await deferring();
    failField(graph, 'accounts', 'email', 'u2');
    const query = '{ users { name ... @defer { email } } latest { product { name } } }';
    graph.faults.set('products', down);
    const [initial, later] = await inParts(executor, query);
    expect(initial?.errors?.map(({ path }) => path?.join('.'))).toEqual([
      'latest.0.product.name',
      'latest.1.product.name',
      'latest.2.product.name',
    ]);
    expect(later?.incremental).toEqual([
      { path: ['users', 0], data: { email: 'ada@example.test' } },
      {
        path: ['users', 1],
        data: { email: null },
        errors: [{ message: 'email is broken', path: ['users', 1, 'email'] }],
      },
    ]);
  });

  test('nulls stop at the edge of the deferred fragment: what came before stays', async () => {
    const [executor, graph] = await deferring();
    graph.faults.set('reviews', down);
    const payloads = await inParts(executor, '{ topProducts { name ... @defer { score } } }');
    expect(payloads[0]).toEqual({
      data: { topProducts: [{ name: 'Lamp' }, { name: 'Desk' }] },
      hasNext: true,
    });
    const error = (index: number) => ({
      message: 'The subgraph "reviews" is not available at the moment.',
      path: ['topProducts', index, 'score'],
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    expect(payloads[1]?.incremental).toEqual([
      { path: ['topProducts', 0], data: null, errors: [error(0)] },
      { path: ['topProducts', 1], data: null, errors: [error(1)] },
    ]);
    const whole = await ask(executor, '{ topProducts { name score } }');
    expect(whole.data).toEqual({ topProducts: null });
  });

  test('of what is fetched along with what comes first are told later all the same', async () => {
    const graph = Graph.of({
      people: {
        typeDefs:
          'type Query { me: Person } type Person { name: String street: String city: String! }',
        resolvers: {
          Query: { me: () => ({ name: 'Ada' }) },
          Person: {
            street: () => {
              throw new Error('no street');
            },
            city: () => 'Graz',
          },
        },
      },
    });
    const [executor] = await deferring(graph);
    const payloads = await inParts(executor, '{ me { name ... @defer { street city } } }');
    expect(payloads).toEqual([
      { data: { me: { name: 'Ada' } }, hasNext: true },
      {
        incremental: [
          {
            path: ['me'],
            data: { street: null, city: 'Graz' },
            errors: [{ message: 'no street', path: ['me', 'street'] }],
          },
        ],
        hasNext: false,
      },
    ]);
    expect(graph.sent).toHaveLength(1);
  });

  test('what the caller may not read is told with the part that it is in, and is asked of nobody', async () => {
    const graph = Graph.of({
      people: {
        typeDefs: `
          type Query { me: Person }
          type Person @key(fields: "id") { id: ID! name: String salary: Int @authenticated age: Int @authenticated secret: String! @authenticated }
        `,
        resolvers: { Query: { me: () => ({ id: '1', name: 'Ada', salary: 7, age: 36 }) } },
      },
    });
    const nobody: Caller = { authenticated: false, scopes: [], policies: [] };
    const [executor] = await deferring(graph, { caller: () => nobody });
    const payloads = await inParts(
      executor,
      '{ me { name age ... @defer(label: "a") { salary } ... @defer(label: "b") { secret } } }',
    );
    expect(payloads[0]).toMatchObject({
      data: { me: { name: 'Ada', age: null } },
      errors: [{ path: ['me', 'age'] }],
    });
    expect(payloads[0]?.errors).toHaveLength(1);
    const code = { code: 'UNAUTHENTICATED' };
    expect(payloads.slice(1).flatMap(({ incremental = [] }) => incremental)).toMatchObject([
      {
        label: 'a',
        data: { salary: null },
        errors: [{ path: ['me', 'salary'], extensions: code }],
      },
      { label: 'b', data: null, errors: [{ path: ['me', 'secret'], extensions: code }] },
    ]);
    expect(graph.sent.some(({ query }) => /salary|secret|age/.test(query))).toBe(false);
  });
});

describe('an end before the end', () => {
  test('when the time is over, what is not there yet is null with an error, and that is the end', async () => {
    const [executor, graph] = await deferring();
    const { fault, asked } = held();
    graph.faults.set('reviews', fault);
    const controller = new AbortController();
    const parts = await begin(
      executor,
      '{ me { name ... @defer { reviews { body ... @defer { product { name } } } } } }',
      { signal: controller.signal },
    );
    await parts.next();
    await asked;
    controller.abort(new Error('time is over'));
    expect(await parts.next()).toMatchObject({
      incremental: [
        { path: ['me'], data: { reviews: null }, errors: [{ path: ['me', 'reviews'] }] },
      ],
      hasNext: false,
    });
    expect(graph.requests('products')).toEqual([]);
  });

  test('who reads no further gives up what is under way', async () => {
    const [executor, graph] = await deferring();
    let signal: AbortSignal | undefined;
    graph.faults.set('reviews', (_, call) => {
      ({ signal } = call ?? {});
      return new Promise(() => undefined);
    });
    const document = parse(
      '{ me { name ... @defer { reviews { body } } } ... @defer { topProducts { name } } }',
    );
    const answer = await executor.respondIncrementally({ document }, {});
    if ('body' in answer) throw new Error(answer.body);
    for await (const payload of answer.subsequent) {
      expect(payload).toContain('topProducts');
      break;
    }
    await until('given up', () => signal?.aborted === true);
  });
});

test('what one part tells to be null, another adds nothing to', async () => {
  const graph = Graph.of({
    one: {
      typeDefs: `
        type Query { home: Home }
        type Home { id: ID! owner: Owner }
        type Owner @key(fields: "id") { id: ID! name: String }
      `,
      resolvers: { Query: { home: () => ({ id: 'h', owner: { id: 'o', name: 'Ada' } }) } },
    },
    two: { typeDefs: 'type Owner @key(fields: "id") { id: ID! email: String! }' },
  });
  graph.faults.set('two', down);
  const executor = await start(graph, { defer: true });
  const parts = await inParts(
    executor,
    `{
      home {
        id
        owner { ... @defer(label: "inner") { name } }
        ... @defer(label: "outer") { owner { email } }
      }
    }`,
  );
  expect(parts[0]?.data).toEqual({ home: { id: 'h', owner: {} } });
  const told = parts.flatMap(({ incremental = [] }) => incremental);
  expect(told.map(({ label, data }) => ({ label, data }))).toEqual([
    { label: 'outer', data: { owner: null } },
    { label: 'inner', data: null },
  ]);
  expect(told.map(({ errors = [] }) => errors.length)).toEqual([1, 1]);
  expect(merged(parts).data).toEqual({ home: { id: 'h', owner: null } });
});
