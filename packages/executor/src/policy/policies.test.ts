import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { Kind, parse, print, validate } from 'graphql';
import type { FragmentDefinitionNode, GraphQLSchema } from 'graphql';
import { NOBODY } from './caller.js';
import type { Caller } from './caller.js';
import { createPolicies } from './policies.js';
import type { Permitted, Policies } from './policies.js';
import { refusalsUnder } from './refusals.js';

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated", "@requiresScopes", "@policy"])
type Query {
  free(loud: Boolean): String
  private(loud: Boolean): String @authenticated
  report: String @requiresScopes(scopes: [["operator"], ["audit", "read"]])
  ruled: String @policy(policies: [["p"], ["q", "r"]])
  safe: Safe
  lamp: Lamp
  things: [Thing!]!
  found: [Found!]!
  level: Level
  at: Time
  shapes: [Shape!]!
}
type Mutation { open(id: ID!): Safe  say(text: String!): String  lock: Boolean @authenticated }
type Subscription { ticked: Int @authenticated  lit: Lamp }
interface Thing { label: String! }
type Lamp implements Thing { label: String! watts: Int! secret: String @authenticated next: Lamp }
type Safe implements Thing @authenticated { label: String! code: String! @requiresScopes(scopes: [["code"]]) }
interface Shape { name: String! size: Int! }
type Ball implements Shape { name: String! size: Int! }
type Vault implements Shape { name: String! size: Int! @authenticated }
union Found = Lamp | Safe
enum Level @authenticated { LOW HIGH }
scalar Time @authenticated
`;

const person: Caller = { ...NOBODY, authenticated: true };
let schema: GraphQLSchema;
let policies: Policies;

function compose(typeDefs: string): { text: string; schema: GraphQLSchema } {
  const { errors, supergraphSdl: text } = composeServices([
    { name: 'things', url: 'http://things', typeDefs: parse(typeDefs) },
  ]);
  if (!text) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const graph = Supergraph.build(text, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  return { text, schema: graph.apiSchema().toGraphQLJSSchema() };
}

beforeAll(() => {
  const composed = compose(sdl);
  schema = composed.schema;
  const created = createPolicies(parse(composed.text), schema);
  if (!created) throw new Error('nothing is protected');
  policies = created;
});

function apply(source: string, caller: Caller): Permitted {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const permitted = policies.apply(operation, fragments, caller);
  if (permitted.operation) {
    const definitions = [permitted.operation, ...permitted.fragments.values()];
    expect(validate(schema, { kind: Kind.DOCUMENT, definitions })).toEqual([]);
  }
  return permitted;
}

function refused(source: string, caller = NOBODY, variables: Record<string, unknown> = {}) {
  return refusalsUnder(apply(source, caller).refusals, variables).map(
    ({ path, extensions }) => `${String(extensions.code)} ${path?.join('.')}`,
  );
}

/** What is left to read, on one line. */
function left(source: string, caller = NOBODY): string | undefined {
  const { operation, fragments } = apply(source, caller);
  if (!operation) return undefined;
  return [operation, ...fragments.values()].map(print).join(' ').replaceAll(/\s+/g, ' ');
}

it('there are no policies where nothing is protected', () => {
  const open = compose('type Query { a: Int }');
  expect(createPolicies(parse(open.text), open.schema)).toBeUndefined();
});

it('lets everybody read what is free, as it was asked', () => {
  const source = '{ free __typename __schema { queryType { name } } }';
  expect(refused(source)).toEqual([]);
  expect(left(source)).toBe(left(source, person));
  const permitted = apply('query A { free ...F } fragment F on Query { lamp { watts } }', NOBODY);
  expect(permitted.operation?.name?.value).toBe('A');
  expect([...permitted.fragments.keys()]).toEqual(['F']);
});

it('asks the anonymous to sign in, at every protected field by its response key, and keeps the rest', () => {
  const source = '{ free a: private b: report safe { label } ruled level at }';
  expect(refused(source)).toEqual([
    'UNAUTHENTICATED a',
    'UNAUTHENTICATED b',
    'UNAUTHENTICATED safe',
    'UNAUTHENTICATED ruled',
    'UNAUTHENTICATED level',
    'UNAUTHENTICATED at',
  ]);
  expect(left(source)).toBe('{ free }');
  expect(apply(source, NOBODY).refusals[0]?.error.message).toBe('Sign in to read this.');
  expect(apply('{ report }', person).refusals[0]?.error.message).toBe(
    'Your account may not read this.',
  );
  expect(left('{ private }')).toBeUndefined();
});

it('forbids what the scopes do not reach; any alternative with all of its scopes does', () => {
  const holding = (...scopes: string[]): Caller => ({ ...person, scopes });
  expect(refused('{ private report }', person)).toEqual(['FORBIDDEN report']);
  expect(refused('{ report }', holding('audit'))).toEqual(['FORBIDDEN report']);
  expect(refused('{ report }', holding('audit', 'read'))).toEqual([]);
  expect(refused('{ report }', holding('operator'))).toEqual([]);
  expect(refused('{ report }', { ...NOBODY, scopes: ['operator'] })).toEqual([
    'UNAUTHENTICATED report',
  ]);
  expect(refused('{ safe { label code } }', person)).toEqual(['FORBIDDEN safe.code']);
  expect(left('{ safe { label code } }', person)).toBe('{ safe { label } }');
  expect(refused('{ safe { label code } }', holding('code'))).toEqual([]);
});

it('a policy lets those pass for whom it holds, signed in or not', () => {
  const under = (...held: string[]): Caller => ({ ...NOBODY, policies: held });
  expect(refused('{ ruled }', { ...person, scopes: ['p'] })).toEqual(['FORBIDDEN ruled']);
  expect(refused('{ ruled }', under('p'))).toEqual([]);
  expect(refused('{ ruled }', under('q'))).toEqual(['UNAUTHENTICATED ruled']);
  expect(refused('{ ruled }', under('q', 'r'))).toEqual([]);
});

it('a field of an interface is as protected as composition says, unless narrowed', () => {
  expect(refused('{ shapes { name __typename } }')).toEqual([]);
  expect(refused('{ shapes { size } }')).toEqual(['UNAUTHENTICATED shapes.size']);
  expect(left('{ shapes { size } }')).toBe('{ shapes { __typename } }');
  expect(refused('{ shapes { size } }', person)).toEqual([]);
  expect(refused('{ shapes { ... on Ball { size } } }')).toEqual([]);
  const both = '{ shapes { ... on Vault { size } ... on Ball { size } } }';
  expect(refused(both)).toEqual(['UNAUTHENTICATED shapes.size']);
  expect(left(both)).toBe('{ shapes { ... on Ball { size } } }');
});

it('an interface with a protected type is protected as a whole', () => {
  expect(refused('{ things { ... on Lamp { label } } }')).toEqual(['UNAUTHENTICATED things']);
  expect(refused('{ things { label } }', person)).toEqual([]);
});

it('members of a union are protected one by one, in named fragments too', () => {
  const query = `{ found { __typename ... on Lamp { watts } ...S } } fragment S on Safe { x: label }`;
  expect(refused(query)).toEqual(['UNAUTHENTICATED found.x']);
  expect(left(query)).toBe('{ found { __typename ... on Lamp { watts } } }');
  expect(refused('{ found { ... on Thing { label } } }')).toEqual(['UNAUTHENTICATED found.label']);
  const nested = '{ found { ... { ... on Safe { code } } } }';
  expect(refused(nested, person)).toEqual(['FORBIDDEN found.code']);
  expect(left(nested, person)).toBe('{ found { __typename } }');
});

it('of a mutation only what is refused stays undone', () => {
  const source = 'mutation ($t: String!, $id: ID!) { say(text: $t) lock open(id: $id) { label } }';
  expect(refused(source)).toEqual(['UNAUTHENTICATED lock', 'UNAUTHENTICATED open']);
  expect(left(source)).toBe('mutation ($t: String!) { say(text: $t) }');
});

it('a subscription is refused as a whole or within its events', () => {
  expect(left('subscription { ticked }')).toBeUndefined();
  expect(refused('subscription { ticked }')).toEqual(['UNAUTHENTICATED ticked']);
  const source = 'subscription { lit { secret } }';
  expect(refused(source)).toEqual(['UNAUTHENTICATED lit.secret']);
  expect(left(source)).toBe('subscription { lit { __typename } }');
});

it('a fragment that is spread twice is pruned at both places, and each place is told', () => {
  const query = `{ lamp { ...F next { ...F } } found { ...F } }
    fragment F on Lamp { watts secret ...G } fragment G on Lamp { secret }`;
  expect(refused(query)).toEqual([
    'UNAUTHENTICATED lamp.secret',
    'UNAUTHENTICATED lamp.next.secret',
    'UNAUTHENTICATED found.secret',
  ]);
  expect(left(query)).toBe(
    '{ lamp { ...F next { ...F } } found { ...F } } fragment F on Lamp { watts }',
  );
});

it('fragments that share a response key do not affect one another', () => {
  const source = '{ found { ... on Lamp { x: label } ... on Safe { x: code } } }';
  expect(refused(source, person)).toEqual(['FORBIDDEN found.x']);
  expect(left(source, person)).toBe('{ found { ... on Lamp { x: label } } }');
  expect(left(source, { ...person, scopes: ['code'] })).toBe(source);
});

it('a field left out by @skip or @include is refused only when it is in', () => {
  const query = 'query($in: Boolean = false) { free private @include(if: $in) }';
  expect(refused(query, NOBODY, { in: false })).toEqual([]);
  expect(refused(query, NOBODY, { in: true })).toEqual(['UNAUTHENTICATED private']);
  expect(left(query)).toBe('{ free }');
  expect(refused('{ free private @skip(if: true) }')).toEqual([]);
  expect(refused('{ free private @include(if: false) }')).toEqual([]);
  expect(
    refused('{ free ... @skip(if: true) { private } ... @skip(if: false) { p: private } }'),
  ).toEqual(['UNAUTHENTICATED p']);
});

it('conditions add up, and the weaker ones of one place are what counts', () => {
  const query = `query ($a: Boolean!, $b: Boolean!) {
    ... @include(if: $a) { x: private @include(if: $a) @skip(if: $b) ...F @include(if: $b) }
    y: private @skip(if: $a) y: private @include(if: $b) y: private @skip(if: $a)
    z: private @include(if: $a) z: private
  } fragment F on Query { x: private }`;
  const { refusals } = apply(query, NOBODY);
  expect(refusals.map(({ error, when }) => [error.path, when])).toEqual([
    [
      ['x'],
      [
        { variable: 'a', is: true },
        { variable: 'b', is: false },
      ],
    ],
    [
      ['x'],
      [
        { variable: 'a', is: true },
        { variable: 'b', is: true },
      ],
    ],
    [['y'], [{ variable: 'a', is: false }]],
    [['y'], [{ variable: 'b', is: true }]],
    [['z'], []],
  ]);
  expect(refused(query, NOBODY, { a: false, b: true })).toEqual([
    'UNAUTHENTICATED y',
    'UNAUTHENTICATED z',
  ]);
});

it('variables that only refused fields used are gone with them', () => {
  const query = `query ($a: Boolean, $b: Boolean, $c: Boolean!) {
    free(loud: $a) private(loud: $b) ...F @include(if: $c) } fragment F on Query { p: private(loud: $b) }`;
  expect(left(query)).toBe('query ($a: Boolean) { free(loud: $a) }');
});

it('tells at most a hundred places', () => {
  const many = Array.from({ length: 150 }, (_, index) => `a${index}: private`).join(' ');
  expect(apply(`{ free ${many} }`, NOBODY).refusals).toHaveLength(100);
  expect(left(`{ free ${many} }`)).toBe('{ free }');
});

it('fragments that double at every step cost no more than their text', () => {
  const steps = Array.from(
    { length: 30 },
    (_, index) =>
      `fragment F${index} on Lamp { ...F${index + 1} next { ...F${index + 1} } ...F${index + 1} }`,
  );
  const query = `{ lamp { ...F0 } } ${steps.join(' ')} fragment F30 on Lamp { watts secret }`;
  const { operation, fragments, refusals } = apply(query, NOBODY);
  expect(operation).toBeDefined();
  expect(fragments.size).toBe(31);
  expect(refusals.length).toBeLessThanOrEqual(100);
});

it('the rights key tells callers apart by what the supergraph asks, and by nothing else', () => {
  const key = (caller: Partial<Caller>) => policies.rightsKey({ ...NOBODY, ...caller });
  expect(key({ scopes: ['x'], policies: ['y'] })).toBe(key({}));
  expect(key({ authenticated: true })).not.toBe(key({}));
  expect(key({ authenticated: true, scopes: ['audit', 'x'] })).toBe(key({ authenticated: true }));
  expect(key({ authenticated: true, scopes: ['read', 'audit'] })).toBe(
    key({ authenticated: true, scopes: ['operator', 'audit'] }),
  );
  expect(key({ policies: ['p'] })).not.toBe(key({}));
  expect(key({ policies: ['p'] })).toBe(key({ policies: ['r', 'q'] }));
});
