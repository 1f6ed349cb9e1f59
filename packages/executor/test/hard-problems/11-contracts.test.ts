import { getIntrospectionQuery, parse, validate } from 'graphql';
import { Graph } from '../support/graph.js';
import { ask, onTheWire, paths, start } from '../support/ours.js';

/** Clients know of `Shelf` and `Book`; the rest is only for those who build the graph. */
const library = (): Graph =>
  Graph.of({
    shelves: {
      typeDefs: `
        type Query {
          shelf: Shelf items: [Item] found: [Found!] states: [State] state: State! secret: Int @inaccessible
        }
        type Shelf @key(fields: "shelfmark") { shelfmark: ID! @inaccessible label: String }
        interface Item { title: String }
        union Found = Book | Draft
        type Book implements Item @key(fields: "isbn") { isbn: ID! @inaccessible title: String }
        type Draft implements Item @inaccessible { title: String }
        enum State { OPEN CLOSED LOST @inaccessible }
      `,
      resolvers: {
        Query: {
          shelf: () => ({ shelfmark: 's1', label: 'A' }),
          items: () => [
            { __typename: 'Book', isbn: 'b1', title: 'B' },
            { __typename: 'Draft', title: 'D' },
          ],
          found: () => [{ __typename: 'Book', isbn: 'b1', title: 'B' }],
          states: () => ['OPEN', 'LOST', 'CLOSED'],
          state: () => 'LOST',
        },
        Shelf: { __resolveReference: (told: any) => told },
        Book: { __resolveReference: ({ isbn }: any) => ({ isbn, title: 'B' }) },
      },
    },
    stock: {
      typeDefs: `
        type Shelf @key(fields: "shelfmark") { shelfmark: ID! height: Int @inaccessible }
        type Book @key(fields: "isbn") { isbn: ID! copies: Int @inaccessible }
      `,
      resolvers: {
        Shelf: { __resolveReference: (told: any) => ({ ...told, height: 3 }) },
        Book: { __resolveReference: (told: any) => ({ ...told, copies: 4 }) },
      },
    },
    desk: {
      typeDefs: `
        type Shelf @key(fields: "shelfmark") {
          shelfmark: ID! height: Int @external reach: String @requires(fields: "height")
        }
        type Book @key(fields: "isbn") {
          isbn: ID! copies: Int @external isLent: Boolean @requires(fields: "copies")
        }
      `,
      resolvers: {
        Shelf: {
          __resolveReference: (told: any) => told,
          reach: ({ height }: any) => `${height} m`,
        },
        Book: {
          __resolveReference: (told: any) => told,
          isLent: ({ copies }: any) => copies === 0,
        },
      },
    },
  });

const HIDDEN = /secret|isbn|copies|height|Draft|LOST|shelfmark/;

test('hidden fields still serve as keys and as requirements', async () => {
  const graph = library();
  const answer = await ask(
    await start(graph),
    '{ shelf { label reach } found { ... on Book { title isLent } } }',
  );
  expect(answer).toEqual({
    data: { shelf: { label: 'A', reach: '3 m' }, found: [{ title: 'B', isLent: false }] },
  });
  expect(graph.representations('desk')).toEqual(
    expect.arrayContaining([
      { __typename: 'Shelf', shelfmark: 's1', height: 3 },
      { __typename: 'Book', isbn: 'b1', copies: 4 },
    ]),
  );
});

test('introspection does not tell of them', async () => {
  const executor = await start(library());
  const answer = await ask(executor, getIntrospectionQuery());
  const text = JSON.stringify(answer.data);
  expect(text).toContain('isLent');
  expect(text).not.toMatch(HIDDEN);
  const type = await ask(
    executor,
    '{ a: __type(name: "Draft") { name } b: __type(name: "Book") { name } }',
  );
  expect(type).toEqual({ data: { a: null, b: { name: 'Book' } } });
});

test('nothing of how the graph is composed is to be seen', async () => {
  const executor = await start(library());
  const text = JSON.stringify(await ask(executor, getIntrospectionQuery()));
  expect(text).not.toMatch(/join__|link__|_entities|_service|_Any|inaccessible/);
});

test.each([
  '{ secre }',
  '{ secret }',
  '{ shelf { shelfmar } }',
  '{ shelf { heigh } }',
  '{ found { ... on Draf { title } } }',
  '{ found { ... on Book { isb } } }',
])('an operation that comes near them is refused without a hint: %s', async (query) => {
  const executor = await start(library());
  const mistakes = validate(executor.schema, parse(query));
  expect(mistakes.length).toBeGreaterThan(0);
  // What the client wrote itself may be said again.
  for (const { message } of mistakes) {
    const said = message.replace(/(field|type) "[^"]*"/, '');
    expect(said).not.toMatch(HIDDEN);
  }
});

test('an object of a hidden type is null, with an error, and is not told to be one', async () => {
  const answer = await ask(await start(library()), '{ items { kind: __typename title } }');
  expect(answer.data).toEqual({ items: [{ kind: 'Book', title: 'B' }, null] });
  expect(paths(answer)).toEqual(['["items",1]']);
  expect(JSON.stringify(answer)).not.toMatch(HIDDEN);
});

test('a hidden value of an enum is null, with an error, and is not told', async () => {
  const executor = await start(library());
  const list = await ask(executor, '{ states }');
  expect(list.data).toEqual({ states: ['OPEN', null, 'CLOSED'] });
  expect(paths(list)).toEqual(['["states",1]']);
  expect(JSON.stringify(list)).not.toMatch(HIDDEN);
  const one = await ask(executor, '{ state }');
  expect(one.data).toBeNull();
  expect(paths(one)).toEqual(['["state"]']);
  expect(JSON.stringify(one)).not.toMatch(HIDDEN);
});

test('an error at a hidden field says nothing of it in its path', async () => {
  const graph = library();
  graph.faults.set('stock', (request) => ({
    data: { _entities: [null] },
    errors: [
      { message: 'no', path: ['_entities', 0, request.query.includes('height') ? 'height' : ''] },
    ],
  }));
  const answer = await ask(await start(graph), '{ shelf { reach } }');
  expect(answer.errors?.length).toBeGreaterThan(0);
  expect(JSON.stringify(paths(answer))).not.toMatch(HIDDEN);
});

test('a client cannot reach them by a document that was not validated', async () => {
  const executor = await start(library());
  for (const query of [
    '{ secret }',
    '{ shelf { shelfmark } }',
    '{ found { ... on Draft { title } } }',
  ]) {
    const document = parse(query);
    const result = await executor.execute({ document }, {}).then(onTheWire, (error: Error) => ({
      data: undefined,
      errors: [{ message: error.message }],
    }));
    expect(JSON.stringify(result.data ?? null)).not.toMatch(/s1|secret|"D"/);
  }
});
