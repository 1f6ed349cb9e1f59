import { buildASTSchema, Kind, parse, print, validate, visit } from 'graphql';
import type { FieldNode, FragmentDefinitionNode } from 'graphql';
import { NOBODY } from './caller.js';
import type { Caller } from './caller.js';
import { createPolicies } from './policies.js';

// By hand: composition always gives an interface the rules of whatever implements it.
const sdl = `
schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY) { query: Query }
directive @link(url: String, for: String) repeatable on SCHEMA
directive @authenticated on OBJECT | INTERFACE | FIELD_DEFINITION | ENUM | SCALAR
type Query { node: Node  kept: Kept  any: Any  a: A  named: Named }
interface Node { id: ID  secret(of: Int): String  next: Node  owner: Node }
interface Kept { id: ID @authenticated  name: String }
interface Named @authenticated { name: String }
type A implements Node & Kept & Named { id: ID name: String secret(of: Int): String next: B owner: Node }
type B implements Node & Kept { id: ID name: String secret(of: Int): String @authenticated next: C owner: C }
type C implements Node @authenticated { id: ID secret(of: Int): String next: Node owner: Node }
union Any = A | B | C
`;
const document = parse(sdl);
const schema = buildASTSchema(document);
const policies = createPolicies(document, schema);
const person: Caller = { ...NOBODY, authenticated: true };

function read(source: string, caller = NOBODY) {
  const asked = parse(source);
  expect(validate(schema, asked)).toEqual([]);
  const fragments = new Map<string, FragmentDefinitionNode>();
  const fields: FieldNode[] = [];
  visit(asked, {
    FragmentDefinition: (node) => void fragments.set(node.name.value, node),
    Field: (node) => void fields.push(node),
  });
  const operation = asked.definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const permitted = policies?.apply(operation, fragments, caller);
  if (!permitted?.operation) throw new Error('nothing left');
  const definitions = [permitted.operation, ...permitted.fragments.values()];
  expect(validate(schema, { kind: Kind.DOCUMENT, definitions })).toEqual([]);
  return {
    left: definitions.map(print).join(' ').replaceAll(/\s+/g, ' '),
    refused: permitted.refusals.map(({ error }) => error.path?.join('.')),
    /** `field:type` of each field, by its place in the text, that is refused for a type. */
    nodes: fields.flatMap((node, index) =>
      ['Query', 'A', 'B', 'C']
        .filter((type) => permitted.refusesNode(type, node))
        .map((type) => `${index} ${node.name.value}:${type}`),
    ),
  };
}

it('of a field of an interface only those lose it that protect it, and it is told once', () => {
  const source = 'query ($n: Int) { node { id x: secret(of: $n) @include(if: true) } }';
  expect(read(source)).toEqual({
    left:
      'query ($n: Int) { node { ... on A { id } ... on B { id } ' +
      '... on A { x: secret(of: $n) @include(if: true) } } }',
    refused: ['node.id', 'node.x'],
    nodes: ['1 id:C', '2 secret:B', '2 secret:C'],
  });
  expect(read(source, person)).toMatchObject({ refused: [], nodes: [] });
});

it("an interface's own rule counts where the field is selected on it, not on the object", () => {
  expect(read('{ kept { id name ... on A { id } } }')).toEqual({
    left: '{ kept { name ... on A { id } } }',
    refused: ['kept.id'],
    nodes: ['1 id:A', '1 id:B'],
  });
  expect(
    read('{ a { id ... on Kept { id } ... on Named { name } ... { name } } named { name } }'),
  ).toEqual({
    left: '{ a { id ... { name } } }',
    refused: ['a.id', 'a.name', 'named'],
    nodes: ['2 id:A', '2 id:B', '3 name:A', '5 named:Query'],
  });
});

it('what is narrowed around a field is not spread out again', () => {
  expect(
    read('{ any { ... on A { ... on Node { secret } } ... on B { ... on Node { id secret } } } }'),
  ).toEqual({
    left: '{ any { ... on A { ... on Node { secret } } ... on B { ... on Node { id } } } }',
    refused: ['any.secret'],
    nodes: ['1 secret:B', '1 secret:C', '2 id:C', '3 secret:B', '3 secret:C'],
  });
});

it('below a field that some objects lose, the rest is refused where it can still be', () => {
  // A.next is B; B.next is C, which is protected; C is protected itself.
  const { left, refused } = read('{ node { next { secret ... on C { id } } } }');
  expect(left).toBe('{ node { ... on A { next { ... on Node { ... on A { secret } } } } } }');
  expect(refused).toEqual(['node.next', 'node.next.secret']);
  expect(read('{ node { ... on A { ... on Node { owner { x: id } } } } }').refused).toEqual([
    'node.owner.x',
  ]);
});

it('a fragment on an interface loses no more where it is spread on an object', () => {
  expect(
    read('{ a { ...F } node { ...F } any { ...F } } fragment F on Node { id owner { id } }'),
  ).toEqual({
    left:
      '{ a { ...F } node { ...F } any { ...F } } fragment F on Node { ... on A { id } ... on B { id } ' +
      '... on A { owner { ... on A { id } ... on B { id } } } }',
    refused: [
      'a.owner.id',
      'node.id',
      'node.owner',
      'node.owner.id',
      'any.id',
      'any.owner',
      'any.owner.id',
    ],
    nodes: expect.anything(),
  });
});

it('a field that would be written out without end, type by type, is refused instead', () => {
  const deep = parse(
    sdl
      .replaceAll(/ @authenticated(?! on)/g, '')
      .replace('owner: C', 'owner: Node')
      .replace('type C implements Node { id: ID', 'type C implements Node { id: ID @authenticated')
      .replace('next: Node owner: Node }', 'next: Node owner: Node @authenticated }'),
  );
  const graph = buildASTSchema(deep);
  const chain = (depth: number) => {
    const text = `{ node ${'{ owner '.repeat(depth)}{ next { __typename } } ${'}'.repeat(depth)} }`;
    const [operation] = parse(text).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    const permitted = createPolicies(deep, graph)?.apply(operation, new Map(), NOBODY);
    return {
      size: permitted?.operation ? print(permitted.operation).length : 0,
      refusals: permitted?.refusals.length,
    };
  };
  expect(chain(3).refusals).toBe(3);
  const { size, refusals } = chain(60);
  expect(size).toBeLessThan(10_000_000);
  expect(refusals).toBeGreaterThan(0);
});

it('an object of which nothing is left still says whether it is there', () => {
  expect(read('{ a { ... on Kept { id } next { secret } } }').left).toBe(
    '{ a { next { __typename } } }',
  );
  expect(read('{ any { ... on C { id } ...F } } fragment F on B { secret }').left).toBe(
    '{ any { __typename } }',
  );
});
