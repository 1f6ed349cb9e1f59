import { KeptAnswers, memoryStore } from '../../src/index.js';
import { down } from '../support/faults.js';
import { Graph, representationsOf } from '../support/graph.js';
import { homes, market, markets } from '../support/homes.js';
import { ask, events, paths, start } from '../support/ours.js';
import { inParts, merged } from '../support/parts.js';

const prices = (id: string) =>
  markets[id]?.homes.map((of) => ({ price: `${of}*1 ${markets[id]?.currency}` }));

const priced = (graph: Graph) => graph.requests('homes').filter(({ query }) => /price/.test(query));

test('an entity that stands in several contexts is asked for in each, all in one request', async () => {
  const graph = homes();
  const executor = await start(graph);
  const answer = await ask(executor, '{ markets(ids: ["no", "se", "uk"]) { homes { price } } }');
  expect(answer).toEqual({
    data: { markets: ['no', 'se', 'uk'].map((id) => ({ homes: prices(id) })) },
  });
  const [sent, ...more] = priced(graph);
  expect(more).toEqual([]);
  // Once for each currency, though h1 stands in two, and in the same one h2 in two markets.
  const lists = Object.values(sent?.variables ?? {}).filter(Array.isArray);
  expect(lists.map((list) => list.map(({ id }: any) => id))).toEqual([
    ['h1', 'h2'],
    ['h1', 'h3'],
  ]);
});

test('what else is asked of an entity does not unite its places', async () => {
  const executor = await start(homes());
  const query = `{
    markets(ids: ["no", "se"]) { homes { name price near { name price } } best { name price } }
  }`;
  const { data, errors } = await ask(executor, query);
  expect(errors).toBeUndefined();
  const told = (id: string, currency: string) => ({
    name: `Home ${id}`,
    price: `${id}*1 ${currency}`,
  });
  expect(data.markets).toEqual([
    {
      homes: [
        { ...told('h1', 'NOK'), near: told('h2', 'NOK') },
        { ...told('h2', 'NOK'), near: told('h1', 'NOK') },
      ],
      best: told('h1', 'NOK'),
    },
    {
      homes: [
        { ...told('h1', 'SEK'), near: told('h2', 'SEK') },
        { ...told('h3', 'SEK'), near: told('h1', 'SEK') },
      ],
      best: told('h1', 'SEK'),
    },
  ]);
});

test('of contexts in contexts the nearest one counts, also by interfaces and unions', async () => {
  const executor = await start(homes());
  const query = `{
    portfolio { homes { price } markets { homes { price } found { ... on Place { homes { price } } } } }
    places(ids: ["p", "se", "p"]) { id homes { price } ... on Market { best { price } } }
  }`;
  const { data, errors } = await ask(executor, query);
  expect(errors).toBeUndefined();
  const inEuro = [{ price: 'h1*1 EUR' }, { price: 'h3*1 EUR' }];
  expect(data.portfolio).toEqual({
    homes: inEuro,
    markets: ['no', 'se'].map((id) => ({
      homes: prices(id),
      found: [{ homes: prices(id) }, { homes: inEuro }],
    })),
  });
  expect(data.places).toEqual([
    { id: 'p', homes: inEuro },
    { id: 'se', homes: prices('se'), best: { price: 'h1*1 SEK' } },
    { id: 'p', homes: inEuro },
  ]);
});

test('a type that sets no context passes on what stands above it, whatever the plan names first', async () => {
  const graph = Graph.of({
    one: {
      typeDefs: `
        type Query { root: Root }
        interface Step { id: ID! leaf: Leaf }
        type Top @key(fields: "id") @context(name: "c") { id: ID! value: String steps: [Step] }
        type Plain implements Step @key(fields: "id") { id: ID! leaf: Leaf }
        type Setter implements Step @key(fields: "id") @context(name: "c") @context(name: "d") {
          id: ID! name: String deep: Deep leaf: Leaf
        }
        type Deep { values: [String] }
        type Leaf @key(fields: "id") {
          id: ID!
          told(by: String @fromContext(field: "$c ... on Top { value } ... on Setter { name }")): String
          all(
            of: [String] @fromContext(field: "$d ... on Setter { deep { values } } ... on Root { values }")
          ): String
        }
        type Root @key(fields: "id") @context(name: "d") { id: ID! values: [String] top: Top }
      `,
      resolvers: {
        Query: { root: () => ({ id: 'r', values: ['x', null], top: { id: 't', value: 'top' } }) },
        Top: {
          steps: () => [
            { __typename: 'Setter', id: '1', name: 'own', deep: { values: ['y'] } },
            { __typename: 'Plain', id: '2' },
            { __typename: 'Setter', id: '3', name: 'bare', deep: null },
          ],
        },
        Plain: { leaf: () => ({ id: 'l' }) },
        Setter: { leaf: () => ({ id: 'l' }) },
        Leaf: {
          told: (_: unknown, { by }: any) => `by ${by}`,
          all: (_: unknown, { of }: any) => JSON.stringify(of),
        },
      },
    },
  });
  const executor = await start(graph);
  for (const order of [
    ['Plain', 'Setter'],
    ['Setter', 'Plain'],
  ]) {
    const parts = order.map((name) => `... on ${name} { leaf { told all } }`);
    const { data, errors } = await ask(
      executor,
      `{ root { top { steps { ${parts.join(' ')} } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.root.top.steps).toEqual([
      { leaf: { told: 'by own', all: '["y"]' } },
      { leaf: { told: 'by top', all: '["x",null]' } },
      { leaf: { told: 'by bare', all: 'null' } },
    ]);
  }
});

test('a context that is null is told as null', async () => {
  const executor = await start(homes());
  const answer = await ask(executor, '{ markets(ids: ["xx", "no"]) { homes { price } } }');
  expect(answer).toEqual({
    data: { markets: [{ homes: [{ price: 'h1*1 null' }] }, { homes: prices('no') }] },
  });
});

test('where the context could not be fetched, nothing is asked with another one', async () => {
  const graph = homes();
  graph.faults.set('money', down);
  const executor = await start(graph);
  const answer = await ask(executor, '{ markets(ids: ["no"]) { id homes { id price } } }');
  expect(answer.data).toEqual({
    markets: [
      {
        id: 'no',
        homes: [
          { id: 'h1', price: null },
          { id: 'h2', price: null },
        ],
      },
    ],
  });
  expect(paths(answer)).toEqual([
    '["markets",0,"homes",0,"price"]',
    '["markets",0,"homes",1,"price"]',
    '["markets",0]',
  ]);
  expect(priced(graph)).toEqual([]);
});

test('what is told comes before what is told of it, also where a plan has them side by side', async () => {
  const graph = Graph.of({
    lists: {
      typeDefs: `type Query { all: [Market!] } type Market @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { all: () => [{ id: 'no' }, { id: 'se' }] } },
    },
    homes: {
      typeDefs: `
        type Market @key(fields: "id") @context(name: "market") {
          id: ID! currency: String @external home: Home
        }
        type Home @key(fields: "id") {
          id: ID! price(currency: String @fromContext(field: "$market { currency }")): String near: Home
        }
      `,
      resolvers: {
        Market: { home: ({ id }: any) => ({ id }) },
        Home: {
          near: ({ id }: any) => ({ id: `near ${id}` }),
          price: ({ id }: any, { currency }: any) => `${id} ${currency}`,
        },
      },
    },
    money: {
      typeDefs: `type Market @key(fields: "id") { id: ID! currency: String }`,
      resolvers: { Market: { currency: ({ id }: any) => markets[id]?.currency } },
    },
  });
  const executor = await start(graph);
  const { data, errors } = await ask(executor, '{ all { home { price near { price } } } }');
  expect(errors).toBeUndefined();
  expect(data.all).toEqual([
    { home: { price: 'no NOK', near: { price: 'near no NOK' } } },
    { home: { price: 'se SEK', near: { price: 'near se SEK' } } },
  ]);
});

test('a failure of one context is told at its places alone', async () => {
  const graph = homes();
  graph.faults.set('homes', async (request) => {
    if (!request.query.includes('price')) return undefined;
    const answer = await graph.answer('homes', request);
    const [, second] = Object.keys(answer.data ?? {}) as [string, string];
    const data = { ...(answer.data as any), [second]: [null, (answer.data as any)[second][1]] };
    return { data, errors: [{ message: 'lost', path: [second, 0, 'price'] }] };
  });
  const executor = await start(graph);
  const answer = await ask(executor, '{ markets(ids: ["no", "se"]) { homes { price } } }');
  expect(answer.data.markets).toEqual([
    { homes: prices('no') },
    { homes: [{ price: null }, prices('se')?.[1]] },
  ]);
  expect(paths(answer)).toEqual(['["markets",1,"homes",0,"price"]']);
});

test("the client's own arguments, aliases and variables stay its own", async () => {
  const graph = homes();
  const executor = await start(graph);
  const query = `query ($contextualArgument_1_0: Int, $representations: Int) {
    markets(ids: ["no", "se"]) {
      currency: id
      symbol: currency(form: "symbol")
      other: homes { price(months: $contextualArgument_1_0) twice: price(months: $representations) }
    }
  }`;
  const variables = { contextualArgument_1_0: 3, representations: 2 };
  const { data, errors } = await ask(executor, query, { variables });
  expect(errors).toBeUndefined();
  const told = (id: string, ...ids: string[]) => ({
    currency: id,
    symbol: `symbol of ${id}`,
    other: ids.map((of) => ({
      price: `${of}*3 ${markets[id]?.currency}`,
      twice: `${of}*2 ${markets[id]?.currency}`,
    })),
  });
  expect(data.markets).toEqual([told('no', 'h1', 'h2'), told('se', 'h1', 'h3')]);
  const plain = await ask(
    executor,
    '{ markets(ids: ["no"]) { currency(form: "sign") best { price } } }',
  );
  expect(plain).toEqual({
    data: { markets: [{ currency: 'sign of no', best: { price: 'h1*1 NOK' } }] },
  });
  // It is told by the context, never by a client.
  await expect(ask(executor, '{ portfolio { homes { price(currency: "USD") } } }')).rejects.toThrow(
    'Unknown argument "currency"',
  );
});

test('what no object needs is not asked for, nor its variables sent', async () => {
  const graph = homes();
  const executor = await start(graph);
  const query = `query ($months: Int!, $more: Boolean!) {
    markets(ids: []) { homes { price(months: $months) } }
    portfolio @include(if: $more) { homes { price } }
  }`;
  const answer = await ask(executor, query, { variables: { months: 2, more: true } });
  expect(answer.data.portfolio.homes).toEqual([{ price: 'h1*1 EUR' }, { price: 'h3*1 EUR' }]);
  const none = await ask(executor, query, { variables: { months: 2, more: false } });
  expect(none).toEqual({ data: { markets: [] } });
  expect(priced(graph)).toHaveLength(1);
});

test('a write, an event and a deferred part are told their contexts too', async () => {
  const graph = homes();
  const executor = await start(graph, { defer: true });
  expect(await ask(executor, 'mutation { open(id: "se") { homes { price } } }')).toEqual({
    data: { open: { homes: prices('se') } },
  });

  const stream = await events(executor, 'subscription { opened { best { price } } }');
  const next = stream.next();
  const best = { __typename: 'Home', id: 'h3' };
  graph.sources.get('homes')?.[0]?.push({ data: { opened: { ...market('se'), best } } });
  expect(await next).toMatchObject({
    value: { data: { opened: { best: { price: 'h3*1 SEK' } } } },
  });
  await stream.return?.();

  for (const query of [
    '{ markets(ids: ["no", "se"]) { id ... @defer { homes { price } } } }',
    '{ markets(ids: ["no", "se"]) { id homes { id ... @defer { price name } } } }',
    '{ markets(ids: ["no", "se"]) { id homes { id ... @defer { near { ... @defer { price } } } } } }',
  ]) {
    const parts = await inParts(executor, query);
    expect(parts.length).toBeGreaterThan(1);
    expect(merged(parts)).toEqual(await ask(executor, query));
    expect(JSON.stringify(parts)).toMatch(/NOK.*SEK/);
  }
});

test('what is kept of an entity is kept for its context', async () => {
  const graph = homes();
  const cache = new KeptAnswers<unknown>({
    store: memoryStore(1_000_000),
    readerOf: () => 'all',
    tagsOf: () => [],
  });
  const executor = await start(graph, { cache });
  const expected = { data: { markets: [{ homes: prices('no') }, { homes: prices('se') }] } };
  await ask(executor, '{ markets(ids: ["no"]) { homes { price } } }');
  for (const _ of [1, 2]) {
    expect(await ask(executor, '{ markets(ids: ["no", "se"]) { homes { price } } }')).toEqual(
      expected,
    );
  }
  const asked = priced(graph).map((sent) => representationsOf(sent).map(({ id }: any) => id));
  // The second request is about the other context alone; a third is not sent.
  expect(asked).toEqual([
    ['h1', 'h2'],
    ['h1', 'h3'],
  ]);
});

test('a recorder is told how many entities are asked for in all contexts', async () => {
  const counts: number[] = [];
  const recorder = {
    planned: () => undefined,
    fetching: (_: number, entities: number) => {
      counts.push(entities);
      return () => undefined;
    },
  };
  const executor = await start(homes(), { recorder: () => recorder });
  await ask(executor, '{ markets(ids: ["no", "se"]) { homes { price } } }');
  expect(counts).toEqual([0, 2, 4]);
});
