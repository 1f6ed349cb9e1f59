import { buildSchema, parse } from 'graphql';
import { cheapestChange } from './cheapest-change.js';
import { FieldCosts } from './field-costs.js';
import { OperationCosts } from './operation-costs.js';

const sdl = `
directive @cost(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT | SCALAR
directive @listSize(
  assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
) on FIELD_DEFINITION
type Query {
  properties(first: Int! = 25, after: String): PropertyConnection!
  cities: [City!]!
  search(page: Page): [Hit!]! @listSize(slicingArguments: ["page.size"])
  nearby(left: Int, right: Int): [City!] @listSize(slicingArguments: ["left", "right"])
  report(deep: Boolean @cost(weight: 3)): Report
  city: City @cost(weight: 7)
}
type Mutation { rename(name: String!): Property }
input Page { size: Int }
type PropertyConnection { nodes: [Property!]! edges: [PropertyEdge!]! pageInfo: PageInfo! totalCount: Int }
type PropertyEdge { node: Property! cursor: String! }
type PageInfo { hasNextPage: Boolean! }
type Property { id: ID! name: String units(first: Int! = 25): UnitConnection! tags: [String!]! }
type UnitConnection { nodes: [Unit!]! pageInfo: PageInfo! }
type Unit { id: ID! entrances: [City!]! @listSize(assumedSize: 100) property: Property! }
type City { name: String }
type Report @cost(weight: 50) { text: String }
union Hit = City | Property
`;
const costs = new OperationCosts(buildSchema(sdl), new FieldCosts(sdl));
const costOf = (source: string, variables = {}) =>
  costs.of(parse(source, { noLocation: true }), undefined, variables);

it.each<[string, string, number, object?]>([
  ['objects are 1 and scalars nothing', '{ city { name } report { text } }', 1 + 7 + 50],
  ['an argument that is given', '{ report(deep: true) { text } }', 1 + 3 + 50],
  ['a connection by its argument', '{ properties(first: 4) { nodes { id } } }', 1 + 1 + 4],
  [
    'by its variable',
    'query($n: Int!) { properties(first: $n) { nodes { id } } }',
    2 + 7,
    { n: 7 },
  ],
  [
    'by the variable’s default',
    'query($n: Int! = 3) { properties(first: $n) { nodes { id } } }',
    5,
  ],
  [
    'by the default',
    '{ properties { nodes { id tags } pageInfo { hasNextPage } } }',
    1 + 1 + 25 + 1,
  ],
  ['edges', '{ properties(first: 4) { edges { node { id } } totalCount } }', 1 + 1 + 4 * 2],
  [
    'connections within connections',
    '{ properties(first: 4) { nodes { units(first: 5) { nodes { id } } } } }',
    1 + 1 + 4 * (1 + 1 + 5),
  ],
  ['a list of assumed size', '{ cities { name } }', 1 + 10],
  ['a list that says its size', 'query { search(page: { size: 6 }) { __typename } }', 1 + 6],
  [
    'of several types, the one that costs most',
    '{ search(page: { size: 2 }) { ... on City { name } ... on Property { units(first: 3) { nodes { id } } } } }',
    1 + 2 * (1 + 1 + 3),
  ],
  ['a mutation', 'mutation { rename(name: "x") { id } }', 1 + 10 + 1],
  [
    'what is asked for twice is answered once',
    '{ properties(first: 4) { nodes { id } } ...F } fragment F on Query { properties(first: 4) { nodes { name } } }',
    1 + 1 + 4,
  ],
  [
    'what is skipped',
    'query($no: Boolean!) { cities @skip(if: $no) { name } city @include(if: $no) { name } }',
    1 + 7,
    { no: true },
  ],
  ['introspection', '{ __schema { types { name } } }', 1],
  [
    'what the schema does not have, and fragments within themselves',
    '{ nothing { x } properties(first: 1) { nodes { ...F } } } fragment F on Property { gone ...F }',
    1 + 1 + 1,
  ],
])('estimates %s', (_title, source, expected, variables = {}) => {
  expect(costOf(source, variables).cost).toBe(expected);
});

it('a fragment that comes back to itself, and sizes beyond all numbers, end', () => {
  const loop = 'fragment F on Property { units { nodes { property { ...F } } } }';
  expect(costOf(`{ properties { nodes { ...F } } } ${loop}`).cost).toBe(Number.MAX_SAFE_INTEGER);
  expect(costOf('{ properties(first: -5) { nodes { id } } }').cost).toBe(2);
});

it('exactly one slicing argument must be given where the schema demands it', () => {
  expect(costOf('{ nearby(left: 3) { name } }').cost).toBe(4);
  for (const none of ['{ nearby { name } }', '{ nearby(left: 3, right: 2) { name } }']) {
    expect(() => costOf(none)).toThrow('Say at "nearby" with exactly one of left or right');
  }
});

it('what is remembered with a document is not what a variable changes', () => {
  const sized = parse('query($n: Int!) { properties(first: $n) { nodes { id } } }');
  expect([1, 2].map((n) => costs.of(sized, undefined, { n }).cost)).toEqual([3, 4]);
  const fixed = parse('{ cities { name } }');
  expect(costs.of(fixed, undefined, {})).toBe(costs.of(fixed, undefined, { n: 1 }));
});

it.each<[string, string, number, string | undefined]>([
  [
    'fewer of the list that then keeps most',
    '{ properties(first: 100) { nodes { units(first: 100) { nodes { id } } } } }',
    5_000,
    'ask properties(first: 49) instead of 100',
  ],
  [
    'fewer of an inner one',
    '{ properties(first: 10) { nodes { units(first: 100) { nodes { id } } } } cities { name } }',
    1_000,
    'ask properties.nodes.units(first: 96) instead of 100',
  ],
  [
    'without a list that has no argument',
    '{ cities { name } more: cities { name } }',
    15,
    'leave out cities',
  ],
  ['no single one is enough', '{ cities { name } more: cities { name } }', 5, undefined],
])('proposes %s', (_title, source, limit, expected) => {
  const cost = costOf(source);
  expect(cost.cost).toBeGreaterThan(limit);
  expect(cheapestChange(cost, limit)).toBe(expected);
});

it('afterwards it counts what is in the answer', () => {
  const source = `{ properties(first: 9) { nodes { id units { nodes { id } } } pageInfo { hasNextPage } }
    found: search(page: { size: 5 }) { ... on City { name } ... on Property { id units { nodes { id } } } } }`;
  const units = { nodes: [{ id: '1' }, { id: '2' }] };
  const data = {
    properties: {
      nodes: [
        { id: 'a', units },
        { id: 'b', units: null },
      ],
      pageInfo: {},
    },
    found: [{ name: 'Rome' }, { id: 'a', units }],
  };
  const cost = costOf(source);
  expect(cost.actual(data)).toBe(1 + (1 + 2 + (1 + 2) + 1) + (1 + 1 + 3));
  expect(cost.actual(data)).toBeLessThan(cost.cost);
  expect(cost.actual(null)).toBe(1);
  expect(costOf('mutation { rename(name: "x") { id } }').actual({ rename: null })).toBe(11);
});
