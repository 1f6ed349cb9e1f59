import { Graph } from '../support/graph.js';
import { ask, paths, start } from '../support/ours.js';

const pets = (): Graph =>
  Graph.of({
    homes: {
      typeDefs: `
        type Query { pets: [Pet!] named: [Named!] found: [Found!] }
        interface Named { name: String }
        union Pet = Cat | Dog | Ferret
        type Ferret { age: Int }
        union Found = Cat | Dog | Ghost
        type Cat implements Named @key(fields: "id") { id: ID! name: String @shareable lives: Int }
        type Dog implements Named @key(fields: "id") {
          id: ID! name: String! @shareable tricks: Int
        }
        type Ghost implements Named @inaccessible { name: String haunts: Int }
      `,
      resolvers: {
        Query: {
          pets: () => ['Cat', 'Dog'].map((name) => ({ __typename: name, id: name, name })),
          named: () => ['Cat', 'Dog'].map((name) => ({ __typename: name, id: name, name })),
          found: () => ['Ghost', 'Dog'].map((name) => ({ __typename: name, id: name, name })),
        },
        Cat: { __resolveReference: ({ id }: any) => ({ id, name: id }), lives: () => 9 },
        Dog: { __resolveReference: ({ id }: any) => ({ id, name: id }), tricks: () => 3 },
        Ghost: { haunts: () => 1 },
      },
    },
    vet: {
      typeDefs: `
        type Query { patients: [Animal!] }
        interface Animal @key(fields: "id") { id: ID! weight: Int }
        type Cat implements Animal @key(fields: "id") { id: ID! weight: Int name: String @shareable }
        type Dog @key(fields: "id") { id: ID! name: String @shareable }
        type Cow implements Animal @key(fields: "id") { id: ID! weight: Int milk: Int }
      `,
      resolvers: {
        Query: { patients: () => ['Cat', 'Cow'].map((name) => ({ __typename: name, id: name })) },
        Animal: { __resolveReference: ({ id }: any) => ({ __typename: id, id }) },
        Cat: { __resolveReference: ({ id }: any) => ({ id }), weight: () => 4, name: () => 'Cat' },
        Dog: { __resolveReference: ({ id }: any) => ({ id, name: 'Dog' }) },
        Cow: { __resolveReference: ({ id }: any) => ({ id }), weight: () => 400, milk: () => 20 },
      },
    },
  });

test('fragments on members that a subgraph does not know', async () => {
  const answer = await ask(
    await start(pets()),
    `{
      pets { __typename ... on Animal { weight } ... on Dog { tricks } }
      patients { __typename ... on Named { name } ... on Cow { milk } ... on Cat { lives } }
    }`,
  );
  expect(answer).toEqual({
    data: {
      pets: [
        { __typename: 'Cat', weight: 4 },
        { __typename: 'Dog', tricks: 3 },
      ],
      patients: [
        { __typename: 'Cat', name: 'Cat', lives: 9 },
        { __typename: 'Cow', milk: 20 },
      ],
    },
  });
});

test('two fragments that give one key to different fields', async () => {
  const answer = await ask(
    await start(pets()),
    '{ pets { ... on Cat { count: lives } ... on Dog { count: tricks } } }',
  );
  expect(answer).toEqual({ data: { pets: [{ count: 9 }, { count: 3 }] } });
});

test('a field that one subgraph may not answer together with its namesake of another type', async () => {
  // In `homes` it is `Cat.name: String` and `Dog.name: String!`, which no operation may ask for under one key.
  const answer = await ask(
    await start(pets()),
    '{ pets { ... on Cat { name } ... on Dog { name } } named { name } }',
  );
  expect(answer).toEqual({
    data: {
      pets: [{ name: 'Cat' }, { name: 'Dog' }],
      named: [{ name: 'Cat' }, { name: 'Dog' }],
    },
  });
});

test('conditions hold by the types of the whole supergraph, one inside the other', async () => {
  const answer = await ask(
    await start(pets()),
    `{ pets {
      ... on Named { ... on Animal { __typename ... on Cat { weight } } ... on Dog { name } }
    } }`,
  );
  expect(answer).toEqual({ data: { pets: [{ __typename: 'Cat', weight: 4 }, { name: 'Dog' }] } });
});

test('an object of a type that clients may not see is null, and its type is not told', async () => {
  const answer = await ask(await start(pets()), '{ found { __typename ... on Named { name } } }');
  // `[Found!]`: the item may not be null, so the list is.
  expect(answer.data).toEqual({ found: null });
  expect(paths(answer)).toHaveLength(1);
  expect(paths(answer)[0]).toMatch(/^\["found",0/);
  expect(JSON.stringify(answer)).not.toContain('Ghost');
});

test('an object to which none of the fragments applies is an empty object', async () => {
  const executor = await start(pets());
  expect(
    await ask(executor, '{ pets { ... on Ferret { age } } named { ... on Animal { weight } } }'),
  ).toEqual({
    data: { pets: [{}, {}], named: [{ weight: 4 }, {}] },
  });
  // Each kind of home is known in another subgraph, and so are the pets that may live there.
  const graph = Graph.of({
    homes: {
      typeDefs: `
        type Query { home: Home }
        interface Home { id: ID! }
        type House implements Home @key(fields: "id") { id: ID! }
        type Kennel implements Home @key(fields: "id") { id: ID! }
      `,
      resolvers: { Query: { home: () => ({ __typename: 'House', id: 'h' }) } },
    },
    houses: {
      typeDefs: `
        interface Home { id: ID! pet: Pet! }
        type House implements Home @key(fields: "id") { id: ID! pet: Pet! }
        union Pet = Cat
        type Cat { lives: Int }
      `,
      resolvers: {
        House: {
          __resolveReference: ({ id }: any) => ({ id, pet: { __typename: 'Cat', lives: 9 } }),
        },
      },
    },
    kennels: {
      typeDefs: `
        interface Home { id: ID! pet: Pet! }
        type Kennel implements Home @key(fields: "id") { id: ID! pet: Pet! }
        union Pet = Dog
        type Dog { tricks: Int }
      `,
    },
  });
  expect(await ask(await start(graph), '{ home { pet { ... on Dog { tricks } } } }')).toEqual({
    data: { home: { pet: {} } },
  });
});

test('the name of a type under an alias, more than once, and alone', async () => {
  const answer = await ask(
    await start(pets()),
    '{ pets { kind: __typename __typename ... on Cat { also: __typename } } patients { t: __typename } }',
  );
  expect(answer).toEqual({
    data: {
      pets: [
        { kind: 'Cat', __typename: 'Cat', also: 'Cat' },
        { kind: 'Dog', __typename: 'Dog' },
      ],
      patients: [{ t: 'Cat' }, { t: 'Cow' }],
    },
  });
});
