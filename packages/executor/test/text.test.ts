import fc from 'fast-check';
import { parse } from 'graphql';
import { httpSubgraph } from '../src/index.js';
import type { Executor } from '../src/index.js';
import { Graph } from './support/graph.js';
import { start } from './support/ours.js';
import { serve } from './support/server.js';

let thing: Record<string, unknown>;

const graph = Graph.of({
  things: {
    typeDefs: `
      scalar Any
      enum Color { RED GREEN }
      interface Named { name: String }
      type Query { thing: Thing named: [Named] owners: [Owner!]! }
      type Thing implements Named {
        name: String text: String! number: Float! count: Int flag: Boolean id: ID any: Any color: Color
        words: [String] grid: [[Int]] inner: Thing inners: [Thing!]
      }
      type Other implements Named { name: String }
      type Owner @key(fields: "id") { id: ID! }
    `,
    resolvers: {
      Named: { __resolveType: (value: object) => ('text' in value ? 'Thing' : 'Other') },
      Query: {
        thing: () => thing,
        named: () => [thing, { name: 'other' }, null],
        owners: () => ['1', '2', '1', '1', '2'].map((id) => ({ id })),
      },
    },
  },
  owners: {
    typeDefs: `type Owner @key(fields: "id") { id: ID! name: String friends: [Owner!]! }`,
    resolvers: {
      Owner: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        name: ({ id }: { id: string }) => `owner "${id}"\n`,
        friends: ({ id }: { id: string }) => [{ id: `${id}0` }, { id: '1' }],
      },
    },
  },
});

let executor: Executor<unknown>;
beforeAll(async () => {
  executor = await start(graph);
});

/** The answer as text, and as the text of the object. */
async function both(query: string, variables = {}): Promise<[string, string]> {
  const operation = { document: parse(query), variables };
  const { body } = await executor.respond(operation, {});
  return [body, JSON.stringify(await executor.execute(operation, {}))];
}

const FIELDS = 'name text number count flag id any color words grid';
const QUERY = `query ($yes: Boolean!, $no: Boolean!) {
  t: thing { ${FIELDS} __typename proto: name inner { ${FIELDS} } inners { text @include(if: $yes) name @skip(if: $yes) } }
  named { __typename name ... on Thing { text } ... on Other @include(if: $no) { n: name } }
  owners { id name friends { name id } }
}`;

const value = fc.record({
  name: fc.option(fc.string({ unit: 'binary' })),
  text: fc.string({ unit: 'grapheme' }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  count: fc.option(fc.integer()),
  flag: fc.option(fc.boolean()),
  id: fc.option(fc.string()),
  any: fc.jsonValue(),
  color: fc.constantFrom('RED', 'GREEN', null),
  words: fc.option(fc.array(fc.option(fc.string()))),
  grid: fc.option(fc.array(fc.option(fc.array(fc.option(fc.integer()))))),
});

it('an answer written as text is the text of the answer, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(value, fc.option(value), fc.array(value), async (outer, inner, inners) => {
      thing = { ...outer, inner, inners };
      for (const yes of [true, false]) {
        const [text, expected] = await both(QUERY, { yes, no: !yes });
        expect(text).toBe(expected);
      }
    }),
    { numRuns: 60 },
  );
});

it('equal objects at many places are each written with what belongs to them', async () => {
  const [text, expected] = await both('{ owners { name friends { name } } }');
  expect(text).toBe(expected);
  expect(JSON.parse(text).data.owners).toHaveLength(5);
  expect(JSON.parse(text).data.owners[4]).toEqual({
    name: 'owner "2"\n',
    friends: [{ name: 'owner "20"\n' }, { name: 'owner "1"\n' }],
  });
});

it('keys that name what objects have by their prototype are keys like others', async () => {
  thing = { name: 'x', text: 'y', number: 1 };
  const query =
    '{ thing { __proto__: name constructor: text toString: number hasOwnProperty: id } }';
  const [text, expected] = await both(query);
  expect(text).toBe(
    '{"data":{"thing":{"__proto__":"x","constructor":"y","toString":1,"hasOwnProperty":null}}}',
  );
  expect(expected).toBe(text);
});

it('where something is wrong both say the same', async () => {
  thing = { name: 'x', text: null, number: 1, inner: null, inners: null };
  const [text, expected] = await both('{ thing { name text } }');
  expect(text).toBe(expected);
  expect(JSON.parse(text).data).toEqual({ thing: null });
});

describe('answers over HTTP of which some have nothing that JSON escapes', () => {
  const owned = Graph.of({
    things: {
      typeDefs: `type Query { owners: [Owner!]! } type Owner @key(fields: "id") { id: ID! }`,
      resolvers: {},
    },
    owners: { typeDefs: `type Owner @key(fields: "id") { id: ID! name: String }`, resolvers: {} },
  });

  test.each([
    ['a', 'b'],
    ['a', 'of "b"\n'],
    ['a"\\', 'b'],
    ['a\u0001', '\ud800'],
    ['ü\u2028', '\ud83d\ude00'],
  ])('%j and %j', async (id, name) => {
    const answers = {
      things: { data: { owners: [{ __typename: 'Owner', id }] } },
      owners: { data: { _entities: [{ __typename: 'Owner', name }] } },
    };
    const servers = {
      things: await serve(() => answers.things),
      owners: await serve(() => answers.owners),
    };
    const subgraphs = {
      things: httpSubgraph({ name: 'things', url: servers.things.url }),
      owners: httpSubgraph({ name: 'owners', url: servers.owners.url }),
    };
    const over = await start(owned, {
      subgraph: (given) => subgraphs[given as keyof typeof subgraphs],
    });
    const { body } = await over.respond({ document: parse('{ owners { id name } }') }, {});
    expect(body).toBe(JSON.stringify({ data: { owners: [{ id, name }] } }));
    const { body: withSchema } = await over.respond(
      {
        document: parse('{ owners { id name } __schema { directives { args { defaultValue } } } }'),
      },
      {},
    );
    expect(JSON.parse(withSchema).data.owners).toEqual([{ id, name }]);
    expect(withSchema).toContain(String.raw`"defaultValue":"\"No longer supported\""`);
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  });
});
