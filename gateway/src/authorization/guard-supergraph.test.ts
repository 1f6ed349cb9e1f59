import '../executor/telemetry-off.js';
import { ApolloGateway } from '@apollo/gateway';
import { ANONYMOUS } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import { buildSchema, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { compose } from '../../test/supergraph.js';
import type { LoadedSupergraph, RequestContext } from '../executor/executor.js';
import * as guardModule from './guard-supergraph.js';

const { guardSupergraph } = guardModule;

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated", "@requiresScopes", "@policy"])
type Query {
  free: String
  private: String @authenticated
  report: String @requiresScopes(scopes: [["operator"], ["audit", "read"]])
  ruled: String @policy(policies: [["p"]])
  safe: Safe
  things: [Thing!]!
  found: [Found!]!
  level: Level
  shapes: [Shape!]!
}
type Mutation { open(id: ID!): Safe  say(text: String!): String  lock: Boolean @authenticated }
interface Thing { label: String! }
type Lamp implements Thing { label: String! watts: Int! }
type Safe implements Thing @authenticated { label: String! code: String! @requiresScopes(scopes: [["code"]]) }
interface Shape { name: String! size: Int! }
type Ball implements Shape { name: String! size: Int! }
type Vault implements Shape { name: String! size: Int! @authenticated }
union Found = Lamp | Safe
enum Level @authenticated { LOW HIGH }
`;

const supergraph = compose([{ name: 'things', sdl }]);
const person: Identity = { ...ANONYMOUS, persona: 'PERSON', subject: 'someone' };
let sent: string[] = [];
let schema: GraphQLSchema;
let guarded: LoadedSupergraph;

beforeAll(async () => {
  guarded = await guardSupergraph(supergraph, async (readable) => {
    const gateway = new ApolloGateway({ supergraphSdl: readable });
    schema = (await gateway.load()).schema;
    await gateway.stop();
    return {
      schema,
      async execute({ source }) {
        sent.push(source);
        return { data: { sent: true } };
      },
      stop: async () => {},
    };
  });
});

async function refused(
  source: string,
  identity: Identity = ANONYMOUS,
  variables: Record<string, unknown> = {},
): Promise<string[]> {
  sent = [];
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const { errors = [] } = await guarded.execute(
    { schema, document, variables, operationName: undefined, source, sourceHash: source },
    { identity } as RequestContext,
  );
  expect(sent).toEqual(errors.length > 0 ? [] : [source]);
  return errors.map(({ path, extensions }) => `${String(extensions.code)} ${path?.join('.')}`);
}

it('cannot be had apart: the module offers nothing but the guarded supergraph', () => {
  expect(Object.keys(guardModule)).toEqual(['guardSupergraph']);
  expect(Object.keys(guarded).toSorted()).toEqual(['execute', 'schema', 'stop']);
});

it('Apollo refuses the supergraph as committed, and still refuses a protection unknown to us', async () => {
  const load = (text: string) => new ApolloGateway({ supergraphSdl: text }).load();
  await expect(load(supergraph)).rejects.toThrow(/SECURITY/);
  const foreign = supergraph.replace(
    'schema\n',
    'schema\n  @link(url: "https://example.com/seal/v1.0", for: SECURITY)\n',
  );
  await expect(
    guardSupergraph(foreign, async (readable) => {
      await load(readable);
      return guarded;
    }),
  ).rejects.toThrow(/SECURITY/);
});

it('lets everybody read what is free', async () => {
  expect(await refused('{ free }')).toEqual([]);
  expect(await refused('{ __typename __schema { queryType { name } } }')).toEqual([]);
});

it('asks the anonymous to sign in, at every protected field by its response key', async () => {
  expect(await refused('{ free a: private b: report safe { label } ruled level }')).toEqual([
    'UNAUTHENTICATED a',
    'UNAUTHENTICATED b',
    'UNAUTHENTICATED safe',
    'UNAUTHENTICATED ruled',
    'UNAUTHENTICATED level',
  ]);
});

it('forbids what the scopes do not reach; any alternative with all of its scopes does', async () => {
  const holding = (...scopes: string[]): Identity => ({ ...person, scopes });
  expect(await refused('{ private report }', person)).toEqual(['FORBIDDEN report']);
  expect(await refused('{ report }', holding('audit'))).toEqual(['FORBIDDEN report']);
  expect(await refused('{ report }', holding('audit', 'read'))).toEqual([]);
  expect(await refused('{ report }', holding('operator'))).toEqual([]);
  expect(await refused('{ safe { label code } }', person)).toEqual(['FORBIDDEN safe.code']);
  expect(await refused('{ safe { label code } }', holding('code'))).toEqual([]);
});

it('a policy lets nobody pass', async () => {
  expect(await refused('{ ruled }', { ...person, scopes: ['operator', 'p'] })).toEqual([
    'FORBIDDEN ruled',
  ]);
});

it('a field of an interface is as protected as its most protected type, unless narrowed', async () => {
  expect(await refused('{ shapes { name __typename } }')).toEqual([]);
  expect(await refused('{ shapes { size } }')).toEqual(['UNAUTHENTICATED shapes.size']);
  expect(await refused('{ shapes { size } }', person)).toEqual([]);
  expect(await refused('{ shapes { ... on Ball { size } } }')).toEqual([]);
  expect(await refused('{ shapes { ... on Vault { size } } }')).toEqual([
    'UNAUTHENTICATED shapes.size',
  ]);
});

it('an interface with a protected type is protected as a whole', async () => {
  expect(await refused('{ things { ... on Lamp { label } } }')).toEqual(['UNAUTHENTICATED things']);
  expect(await refused('{ things { label } }', person)).toEqual([]);
});

it('members of a union are protected one by one, in named fragments too', async () => {
  const query = `{ found { __typename ... on Lamp { watts } ...S } } fragment S on Safe { x: label }`;
  expect(await refused(query)).toEqual(['UNAUTHENTICATED found.x']);
  expect(await refused('{ found { __typename ... on Lamp { watts } } }')).toEqual([]);
  expect(await refused('{ found { ... on Thing { label } } }')).toEqual([
    'UNAUTHENTICATED found.label',
  ]);
  expect(await refused('{ found { ... { ... on Safe { code } } } }', person)).toEqual([
    'FORBIDDEN found.code',
  ]);
});

it('mutations are refused before anything is sent', async () => {
  expect(await refused('mutation { say(text: "a") lock }')).toEqual(['UNAUTHENTICATED lock']);
  expect(await refused('mutation { open(id: "1") { label } }')).toEqual(['UNAUTHENTICATED open']);
  expect(await refused('mutation { say(text: "a") }')).toEqual([]);
});

it('a field left out by @skip or @include is not refused, and cannot smuggle one in', async () => {
  const query = 'query($in: Boolean = false) { free private @include(if: $in) }';
  expect(await refused(query)).toEqual([]);
  expect(await refused(query, ANONYMOUS, { in: true })).toEqual(['UNAUTHENTICATED private']);
  expect(await refused('{ free private @skip(if: true) }')).toEqual([]);
  // What is not a Boolean is refused by the executor; until then it leaves nothing out.
  expect(await refused(query, ANONYMOUS, { in: 'false' })).toEqual(['UNAUTHENTICATED private']);
});

it('reads the directives under whatever name the supergraph gives them', async () => {
  const renamed = compose([
    {
      name: 'things',
      sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
        import: [{ name: "@authenticated", as: "@signedIn" }])
        type Query { free: String private: String @signedIn }`,
    },
  ]);
  expect(renamed).toContain('@signedIn');
  const api = buildSchema('type Query { free: String private: String }');
  const { execute } = await guardSupergraph(renamed, async (readable) => {
    await new ApolloGateway({ supergraphSdl: readable }).load();
    return { schema: api, execute: async () => ({ data: {} }), stop: async () => {} };
  });
  const source = '{ private }';
  const { errors } = await execute(
    {
      schema: api,
      document: parse(source),
      variables: {},
      operationName: undefined,
      source,
      sourceHash: source,
    },
    { identity: ANONYMOUS } as RequestContext,
  );
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
