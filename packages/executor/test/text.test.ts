import fc from 'fast-check';
import { parse } from 'graphql';
import type { Executor } from '../src/index.js';
import { Graph } from './support/graph.js';
import { start } from './support/ours.js';

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
