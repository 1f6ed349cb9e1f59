import { introspectionFromSchema, parse, validate } from 'graphql';
import type { Executor } from '../../src/index.js';
import { held } from '../support/faults.js';
import { Graph } from '../support/graph.js';
import { ask, start, subscribe } from '../support/ours.js';
import { begin, inParts, merged } from '../support/parts.js';
import { shop } from '../support/shop.js';

const deferring = async (graph = shop(), options = {}): Promise<[Executor<any>, Graph]> => [
  await start(graph, { defer: true, ...options }),
  graph,
];

describe('the directive', () => {
  test('is known to clients where it is offered, and nowhere else', async () => {
    const [offering] = await deferring();
    const plain = await start(shop());
    const query = parse('{ me { name ... @defer(label: "later", if: true) { email } } }');
    expect(validate(offering.schema, query)).toEqual([]);
    expect(validate(plain.schema, query)[0]?.message).toBe('Unknown directive "@defer".');
    const told = introspectionFromSchema(offering.schema).__schema.directives;
    expect(told.find(({ name }) => name === 'defer')).toMatchObject({
      locations: ['FRAGMENT_SPREAD', 'INLINE_FRAGMENT'],
      args: [{ name: 'label' }, { name: 'if', defaultValue: 'true' }],
    });
    expect(plain.schema.getDirective('defer')).toBeUndefined();
  });

  test('who does not read parts has the whole answer at once, planned as if nothing were deferred', async () => {
    const [executor, graph] = await deferring();
    const answer = await ask(executor, '{ me { name ... @defer { email } } }');
    expect(answer).toEqual({ data: { me: { name: 'Ada', email: 'ada@example.test' } } });
    expect(graph.sent).toHaveLength(1);
  });

  test('what defers nothing is answered at once', async () => {
    const [executor] = await deferring();
    const query =
      'query($is: Boolean!) { me { name ... @defer(if: false) { email } ... @skip(if: $is) @defer { id } } }';
    const { whole } = await begin(executor, query, { variables: { is: true } });
    expect(whole).toEqual({ data: { me: { name: 'Ada', email: 'ada@example.test' } } });
  });

  test('a variable decides at each request, and without a value it defers', async () => {
    const [executor] = await deferring();
    const query = 'query($later: Boolean) { me { name ... @defer(if: $later) { email } } }';
    const counts = [];
    for (const variables of [{ later: true }, { later: false }, {}, { later: false }]) {
      counts.push((await inParts(executor, query, { variables })).length);
    }
    expect(counts).toEqual([2, 1, 2, 1]);
    // Compiled once for each value, and apart from the same operation that is answered at once.
    await ask(executor, query);
    expect(executor.operations().map(({ incremental = false }) => incremental)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test.each([
    ['mutation { ... @defer { rename(id: 1, name: "x") { name } } }', /root of a mutation/],
    ['subscription { reviewAdded { body ... @defer { author { name } } } }', /in a subscription/],
    [
      '{ me { ... @defer(label: "a") { name } ... @defer(label: "a") { email } } }',
      /have the label "a"/,
    ],
    ['query($l: String) { me { ... @defer(label: $l) { name } } }', /must be a text/],
  ])('is refused where it means nothing: %s', async (query, message) => {
    const [executor, graph] = await deferring();
    const answer = query.startsWith('subscription')
      ? await subscribe(executor, query)
      : await begin(executor, query).then(({ whole }) => whole);
    const errors = [expect.objectContaining({ message: expect.stringMatching(message) })];
    expect(answer).toMatchObject({ errors });
    expect(graph.sent).toEqual([]);
  });

  test('a subscription in which it is off is answered', async () => {
    const [executor, graph] = await deferring();
    const query = 'subscription { reviewAdded { body ... @defer(if: false) { id } } }';
    const stream: any = await subscribe(executor, query);
    const next = stream.next();
    graph.sources.get('reviews')?.[0]?.push({ data: { reviewAdded: { id: 'r9', body: 'new' } } });
    expect((await next).value.data).toEqual({ reviewAdded: { body: 'new', id: 'r9' } });
    await stream.return();
  });
});

describe('parts', () => {
  test('what comes first does not wait for the subgraphs of what is deferred', async () => {
    const [executor, graph] = await deferring();
    const { fault, release } = held();
    graph.faults.set('reviews', fault);
    const parts = await begin(
      executor,
      '{ me { name ... @defer(label: "r") { reviews { body } } } }',
    );
    expect(await parts.next()).toEqual({ data: { me: { name: 'Ada' } }, hasNext: true });
    const next = parts.next();
    release();
    expect(await next).toEqual({
      incremental: [
        {
          label: 'r',
          path: ['me'],
          data: { reviews: [{ body: 'bright' }, { body: 'flat' }] },
        },
      ],
      hasNext: false,
    });
    expect(await parts.next()).toBeUndefined();
  });

  test('come in the order in which they are there', async () => {
    const [executor, graph] = await deferring();
    const { fault, release } = held();
    graph.faults.set('reviews', fault);
    const parts = await begin(
      executor,
      '{ me { name ... @defer(label: "slow") { reviews { body } } } ... @defer(label: "quick") { topProducts { name } } }',
    );
    await parts.next();
    expect((await parts.next())?.incremental?.map(({ label }) => label)).toEqual(['quick']);
    release();
    expect((await parts.next())?.incremental?.map(({ label }) => label)).toEqual(['slow']);
  });

  test('inside of lists there is one for each object; nested ones follow what they are in', async () => {
    const [executor] = await deferring();
    const payloads = await inParts(
      executor,
      '{ users { name ... @defer(label: "a") { reviews { body ...P @defer(label: "b") } } } } fragment P on Review { product { name } }',
    );
    const order = payloads.map(({ incremental = [] }) =>
      incremental.map(({ label, path }) => `${label} ${path.join('.')}`),
    );
    expect(order).toEqual([
      [],
      ['a users.0', 'a users.1'],
      ['b users.0.reviews.0', 'b users.0.reviews.1', 'b users.1.reviews.0'],
    ]);
    expect(merged(payloads)).toEqual(
      await ask(executor, '{ users { name reviews { body product { name } } } }'),
    );
  });

  test('a fragment that is spread at two places is deferred at both', async () => {
    const [executor] = await deferring();
    const payloads = await inParts(
      executor,
      '{ me { ...F } users { ...F ...F } } fragment F on User { name ... @defer(label: "f") { email } }',
    );
    const places = payloads.flatMap(({ incremental = [] }) => incremental.map(({ path }) => path));
    expect(places.map(String).toSorted()).toEqual(['me', 'users,0', 'users,1']);
  });

  test('what is null has none, and nothing is waited for there', async () => {
    const [executor, graph] = await deferring();
    graph.faults.set('accounts', () => ({ data: { me: null } }));
    const payloads = await inParts(executor, '{ me { name ... @defer { reviews { body } } } }');
    expect(payloads).toEqual([{ data: { me: null }, hasNext: false }]);
  });

  test('a mutation writes once, and may read on later', async () => {
    const [executor, graph] = await deferring();
    const payloads = await inParts(
      executor,
      'mutation { rename(id: "u1", name: "Eve") { name ... @defer { reviews { body } } } register(name: "Kim") { name } }',
    );
    expect(payloads[0]?.data).toEqual({ rename: { name: 'Eve' }, register: { name: 'Kim' } });
    expect(payloads).toHaveLength(2);
    expect(graph.sent.map(({ kind }) => kind)).toEqual(['mutation', 'query']);
  });

  test('a deferred field that requires one of another subgraph has it', async () => {
    const graph = Graph.of({
      products: {
        typeDefs: `type Query { top: [Product!] } type Product @key(fields: "id") { id: ID! name: String! }`,
        resolvers: { Query: { top: () => [{ id: '1', name: 'Lamp' }] } },
      },
      sizes: {
        typeDefs: `type Product @key(fields: "id") { id: ID! weight: Int }`,
        resolvers: { Product: { weight: () => 3 } },
      },
      shipping: {
        typeDefs: `type Product @key(fields: "id") { id: ID! weight: Int @external cost: Int @requires(fields: "weight") }`,
        resolvers: { Product: { cost: ({ weight }: { weight: number }) => weight * 10 } },
      },
    });
    const [executor] = await deferring(graph);
    const payloads = await inParts(executor, '{ top { name ... @defer { cost } } }');
    expect(payloads.map(({ data, incremental }) => data ?? incremental)).toEqual([
      { top: [{ name: 'Lamp' }] },
      [{ path: ['top', 0], data: { cost: 30 } }],
    ]);
    expect(graph.requests().map(({ subgraph }) => subgraph)).toEqual([
      'products',
      'sizes',
      'shipping',
    ]);
  });

  test('of a requirement deep in what is deferred nothing comes first', async () => {
    const graph = Graph.of({
      products: {
        typeDefs: `
          type Query { orders: [Order!] }
          type Order @key(fields: "id") { id: ID! code: String }
          type Product @key(fields: "id") { id: ID! weight: Int }`,
        resolvers: {
          Query: { orders: () => [{ id: '1', code: 'A1' }] },
          Product: { weight: () => 3 },
        },
      },
      shipping: {
        typeDefs: `
          type Order @key(fields: "id") { id: ID! boxes: [Box!] }
          type Box { label: String product: Product }
          type Product @key(fields: "id") { id: ID! weight: Int @external cost: Int @requires(fields: "weight") }`,
        resolvers: {
          Order: { boxes: () => [{ label: 'x', product: { id: '7' } }] },
          Product: { cost: ({ weight }: { weight: number }) => weight * 10 },
        },
      },
    });
    const [executor] = await deferring(graph);
    const payloads = await inParts(
      executor,
      '{ orders { code ... @defer { boxes { label product { cost } } } } }',
    );
    expect(payloads.map(({ data, incremental }) => data ?? incremental?.[0]?.data)).toEqual([
      { orders: [{ code: 'A1' }] },
      { boxes: [{ label: 'x', product: { cost: 30 } }] },
    ]);
  });

  test('each write of a mutation has its own', async () => {
    const [executor] = await deferring();
    const query = (defer: string) => `mutation {
      review(product: "p1", body: "new") { product { id ... ${defer} { price } } }
      again: review(product: "p2", body: "more") { body }
      rename(id: "u1", name: "Eve") { reviews { body ... ${defer} { product { name } } } }
    }`;
    const payloads = await inParts(executor, query('@defer'));
    expect(payloads.length).toBeGreaterThan(1);
    expect(merged(payloads)).toEqual(await ask(executor, query('')));
  });

  test('the schema may be asked later too', async () => {
    const [executor] = await deferring();
    const payloads = await inParts(
      executor,
      '{ me { name } ... @defer { __type(name: "User") { kind } } }',
    );
    expect(payloads.at(-1)?.incremental).toEqual([
      { path: [], data: { __type: { kind: 'OBJECT' } } },
    ]);
  });
});

test('an executor is warmed with what another one deferred', async () => {
  const query = '{ me { name ... @defer { email } } }';
  const [first] = await deferring();
  await inParts(first, query);
  const [second] = await deferring(shop());
  await second.warm(first.operations());
  expect(second.operations()).toEqual(first.operations());
  // Where it is not offered, it is not warmed either.
  const plain = await start(shop());
  await plain.warm(first.operations());
  expect(plain.operations()).toEqual([]);
});
