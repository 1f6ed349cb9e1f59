import { Graph } from '../support/graph.js';
import { ask, start } from '../support/ours.js';

describe('requirements that lead back to the subgraph that they come from', () => {
  /** `name` and `code` come from one subgraph, `label` and `sticker` from the other, each worked out of the one before. */
  const chain = (): Graph =>
    Graph.of({
      names: {
        typeDefs: `
          type Query { goods: Goods }
          type Goods @key(fields: "id") @key(fields: "code") {
            id: ID! code: ID! name: String label: String @external
            title: String @requires(fields: "label")
          }
        `,
        resolvers: {
          Query: { goods: () => ({ id: 'g1', code: 'c1', name: 'Lamp' }) },
          Goods: {
            __resolveReference: (told: any) => ({ id: 'g1', code: 'c1', name: 'Lamp', ...told }),
            title: ({ label }: any) => `title(${label})`,
          },
        },
      },
      labels: {
        typeDefs: `
          type Query { labelled: Goods }
          type Goods @key(fields: "id") {
            id: ID! code: ID! @external name: String @external title: String @external
            label: String @requires(fields: "name code")
            sticker: String @requires(fields: "title")
          }
        `,
        resolvers: {
          Query: { labelled: () => ({ id: 'g1' }) },
          Goods: {
            __resolveReference: (told: any) => told,
            label: ({ name, code }: any) => `label(${name}, ${code})`,
            sticker: ({ title }: any) => `sticker(${title})`,
          },
        },
      },
    });
  const STICKER = 'sticker(title(label(Lamp, c1)))';

  test.each([
    ['{ goods { sticker } }', { goods: { sticker: STICKER } }],
    ['{ labelled { sticker } }', { labelled: { sticker: STICKER } }],
    ['{ labelled { title } }', { labelled: { title: 'title(label(Lamp, c1))' } }],
    [
      '{ labelled { sticker label name } goods { code title } }',
      {
        labelled: { sticker: STICKER, label: 'label(Lamp, c1)', name: 'Lamp' },
        goods: { code: 'c1', title: 'title(label(Lamp, c1))' },
      },
    ],
  ])('%s', async (query, data) => {
    const graph = chain();
    expect(await ask(await start(graph), query)).toEqual({ data });
    // What it knows only from others, a subgraph is told and never asked.
    for (const { query: sent } of graph.requests('labels'))
      expect(sent).not.toMatch(/\b(name|code|title)\b/);
    for (const { query: sent } of graph.requests('names')) expect(sent).not.toMatch(/\blabel\b/);
  });

  test('a requirement that waits for a third subgraph', async () => {
    const graph = Graph.of({
      sums: {
        typeDefs: `
          type Query { first: Item }
          type Item @key(fields: "id") {
            id: ID! next: Item @external half: Int @requires(fields: "next { id }") box: Box
          }
          type Box @shareable { item: Item }
        `,
        resolvers: {
          Query: { first: () => ({ id: 'i1' }) },
          Item: {
            __resolveReference: (told: any) => told,
            half: ({ next }: any) => {
              if (!next) throw new Error('next was not told');
              return Number(next.id.slice(1)) / 2;
            },
            box: () => ({ item: { id: 'i1' } }),
          },
        },
      },
      order: {
        typeDefs: 'type Item @key(fields: "id") { id: ID! next: Item }',
        resolvers: { Item: { __resolveReference: ({ id }: any) => ({ id, next: { id: 'i4' } }) } },
      },
      totals: {
        typeDefs: `type Item @key(fields: "id") {
          id: ID! half: Int @external next: Item @external
          total: Int @requires(fields: "half next { id }")
        }`,
        resolvers: {
          Item: {
            __resolveReference: (told: any) => told,
            total: ({ half, next }: any) => half * 10 + next.id.length,
          },
        },
      },
    });
    const executor = await start(graph);
    expect(await ask(executor, '{ first { total } }')).toEqual({ data: { first: { total: 22 } } });
    expect(await ask(executor, '{ first { half box { item { total half } } } }')).toEqual({
      data: { first: { half: 2, box: { item: { total: 22, half: 2 } } } },
    });
  });
});

test('a fragment on another interface inside an interface that its subgraph knows as an object', async () => {
  const graph = Graph.of({
    library: {
      typeDefs: `
        type Query { books: [Book] }
        interface Media @key(fields: "id") { id: ID! }
        interface Titled { title: String }
        type Book implements Media & Titled @key(fields: "id") { id: ID! title: String }
        type Film implements Media @key(fields: "id") { id: ID! minutes: Int }
      `,
      resolvers: {
        Query: { books: () => [{ id: 'b1' }] },
        Media: {
          __resolveReference: ({ id }: any) => ({ id, __typename: id === 'b2' ? 'Book' : 'Film' }),
        },
        Book: { __resolveReference: ({ id }: any) => ({ id }), title: ({ id }: any) => id },
        Film: { __resolveReference: ({ id }: any) => ({ id }), minutes: () => 90 },
      },
    },
    links: {
      typeDefs: 'type Media @interfaceObject @key(fields: "id") { id: ID! related: [Media] }',
      resolvers: {
        Media: {
          __resolveReference: ({ id }: any) => ({ id }),
          related: () => [{ id: 'b2' }, { id: 'f1' }],
        },
      },
    },
  });
  const answer = await ask(
    await start(graph),
    '{ books { related { ... on Titled { title ... on Book { id } } ... on Film { minutes } } } }',
  );
  expect(answer).toEqual({
    data: { books: [{ related: [{ title: 'b2', id: 'b2' }, { minutes: 90 }] }] },
  });
});

test('writes keep their order, also where some of them stand in fragments', async () => {
  const done: string[] = [];
  const write = (_: unknown, { name }: any) => done.push(name);
  const graph = Graph.of({
    one: {
      typeDefs: 'type Query { a: Int } type Mutation { write(name: String): Int }',
      resolvers: { Mutation: { write } },
    },
  });
  const answer = await ask(
    await start(graph),
    `mutation ($yes: Boolean!) {
      ... on Mutation { a: write(name: "a") }
      b: write(name: "b")
      ... on Mutation @include(if: $yes) { c: write(name: "c") ...D }
      ... on Mutation { e: write(name: "e") }
    }
    fragment D on Mutation { d: write(name: "d") }`,
    { variables: { yes: true } },
  );
  expect(answer.data).toEqual({ a: 1, b: 2, c: 3, d: 4, e: 5 });
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
});
