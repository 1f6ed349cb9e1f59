import { down, forget, instead } from '../support/faults.js';
import { Graph } from '../support/graph.js';
import { ask, paths, start } from '../support/ours.js';

const BOOKS = new Set(['b1', 'b2']);
const typeOf = (id: string): string => (BOOKS.has(id) ? 'Book' : 'Film');

/** `library` knows what media there are; `reviews` only that they are media. */
const media = (): Graph =>
  Graph.of({
    library: {
      typeDefs: `
        type Query { media: [Media!] }
        interface Media @key(fields: "id") { id: ID! title: String! }
        type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int }
        type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int }
      `,
      resolvers: {
        Query: { media: () => ['b1', 'f1'].map((id) => ({ __typename: typeOf(id), id })) },
        Media: {
          __resolveReference: ({ id }: any) => ({ __typename: typeOf(id), id }),
          __resolveType: ({ id }: any) => typeOf(id),
        },
        Book: {
          __resolveReference: ({ id }: any) => ({ id }),
          title: ({ id }: any) => `title of ${id}`,
          pages: () => 300,
        },
        Film: {
          __resolveReference: ({ id }: any) => ({ id }),
          title: ({ id }: any) => `title of ${id}`,
          minutes: () => 90,
        },
      },
    },
    reviews: {
      typeDefs: `
        type Query { reviewed: [Media] }
        type Media @interfaceObject @key(fields: "id") {
          id: ID! title: String! @external score: Int! blurb: String @requires(fields: "title")
        }
      `,
      resolvers: {
        Query: { reviewed: () => ['f1', 'b2'].map((id) => ({ id })) },
        Media: {
          __resolveReference: (told: any) => told,
          score: ({ id }: any) => Number(id.slice(1)) * 10,
          blurb: ({ title }: any) => `${title}, a must`,
        },
      },
    },
  });

test('fields of an interface object belong to every type of the interface', async () => {
  const graph = media();
  const answer = await ask(
    await start(graph),
    '{ media { __typename id score blurb ... on Book { pages score } } }',
  );
  expect(answer).toEqual({
    data: {
      media: [
        { __typename: 'Book', id: 'b1', score: 10, blurb: 'title of b1, a must', pages: 300 },
        { __typename: 'Film', id: 'f1', score: 10, blurb: 'title of f1, a must' },
      ],
    },
  });
  for (const told of graph.representations('reviews') as any[])
    expect(told.__typename).toBe('Media');
});

test('which type an interface object is, its own subgraph cannot say: another one is asked', async () => {
  const graph = media();
  const answer = await ask(
    await start(graph),
    '{ reviewed { kind: __typename score ... on Film { minutes } ... on Book { pages } } }',
  );
  expect(answer).toEqual({
    data: {
      reviewed: [
        { kind: 'Film', score: 10, minutes: 90 },
        { kind: 'Book', score: 20, pages: 300 },
      ],
    },
  });
});

test('nobody is asked for the type where it makes no difference', async () => {
  const graph = media();
  const answer = await ask(await start(graph), '{ reviewed { id score } }');
  expect(answer).toEqual({
    data: {
      reviewed: [
        { id: 'f1', score: 10 },
        { id: 'b2', score: 20 },
      ],
    },
  });
  expect(graph.sent.map(({ subgraph }) => subgraph)).toEqual(['reviews']);
});

test.each(['{ reviewed { __typename id } }', '{ reviewed { id ... on Film { __typename } } }'])(
  'an object of unknown type is never called by the name of its interface: %s',
  async (query) => {
    const graph = media();
    forget(graph, 'library', 'f1');
    const answer = await ask(await start(graph), query);
    expect(JSON.stringify(answer.data)).not.toContain('"Media"');
    expect(answer.data.reviewed[1]).toMatchObject({ id: 'b2' });
  },
);

test('an object whose type is asked for and that nobody knows is null, with an error', async () => {
  const graph = media();
  forget(graph, 'library', 'f1');
  const answer = await ask(await start(graph), '{ reviewed { __typename id } }');
  expect(answer.data).toEqual({ reviewed: [null, { __typename: 'Book', id: 'b2' }] });
  expect(paths(answer)).toHaveLength(1);
  expect(paths(answer)[0]).toMatch(/^\["reviewed",0/);
});

test('where the subgraph that knows the types is down, there is an error at each object', async () => {
  const graph = media();
  graph.faults.set('library', down);
  const answer = await ask(await start(graph), '{ reviewed { __typename id } }');
  expect(answer.data).toEqual({ reviewed: [null, null] });
  expect(paths(answer).map((path) => path.slice(0, 13))).toEqual([
    '["reviewed",0',
    '["reviewed",1',
  ]);
});

test('a type that is none of the interface is not passed on', async () => {
  const graph = media();
  instead(graph, 'library', (_, entity) => ({ ...entity, __typename: 'Query' }));
  const answer = await ask(await start(graph), '{ reviewed { __typename id } }');
  expect(answer.data).toEqual({ reviewed: [null, null] });
  expect(answer.errors?.length).toBeGreaterThan(0);
});
