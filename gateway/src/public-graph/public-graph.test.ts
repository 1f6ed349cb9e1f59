import type { ApolloServer } from '@apollo/server';
import { SubgraphError } from '@propertea/executor';
import type { Subgraph } from '@propertea/executor';
import { systemIdentity } from '@propertea/kernel';
import {
  buildSchema,
  getOperationAST,
  GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  Kind,
  lexicographicSortSchema,
  parse,
  printSchema,
  validateSchema,
} from 'graphql';
import type {
  FieldNode,
  GraphQLArgument,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
} from 'graphql';
import { readFile } from 'node:fs/promises';
import { logger } from '../../test/house.js';
import { apolloServer } from '../executor/apollo-server.js';
import type { RequestContext } from '../executor/executor.js';
import { supergraphExecutor } from '../executor/supergraph-executor.js';
import { HiddenNames } from './hidden-names.js';
import { PublicGraph } from './public-graph.js';
import { publicSupergraph } from './public-supergraph.js';

const fileOf = (name: string) =>
  readFile(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8');

let shown: GraphQLSchema;
let all: GraphQLSchema;
let publicSdl: string;
let supergraphSdl: string;
let graph: PublicGraph;
let server: ApolloServer<RequestContext>;
let names: HiddenNames;
/** What the rooms answer to whatever they are asked. */
let room: Subgraph<RequestContext>['execute'];

beforeAll(async () => {
  [publicSdl, supergraphSdl] = await Promise.all([fileOf('public'), fileOf('supergraph')]);
  shown = buildSchema(publicSdl);
  all = schemaOf(supergraphSdl);
  const subgraph: Subgraph<RequestContext> = { execute: (...asked) => room(...asked) };
  graph = new PublicGraph({
    executor: () => supergraphExecutor(() => subgraph),
    server: (executor) => apolloServer({ executor, logger, maxTokens: 5_000, hideSchema: false }),
  });
  await graph.take({ supergraphSdl, publicSdl });
  const service = await graph.service();
  if (!service) throw new Error('Nothing is public');
  ({ server, names } = service);
  room = () => Promise.reject(new SubgraphError('No room was to be asked.'));
});
afterAll(() => graph?.stop());

/** Everything of the supergraph, also what no client sees. */
function schemaOf(sdl: string): GraphQLSchema {
  return buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });
}

/** Messages and data of an answer, as the door lets them pass. */
async function ask(query: string, variables: Record<string, unknown> = {}, at = server) {
  const contextValue: RequestContext = {
    identity: systemIdentity(),
    requestId: 'test',
    traceparent: undefined,
    signal: AbortSignal.timeout(10_000),
    logger,
    mutated: new Set(),
  };
  const { body } = await at.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('No single answer');
  const { data, errors = [] } = body.singleResult;
  const told = errors.map((error) => names.withheld(error));
  const messages = told.map(({ message }) => message);
  const paths = told.map(({ path }) => path);
  return { data, messages, text: JSON.stringify({ data, messages, paths }) };
}

const isOfTheGraph = ({ name }: GraphQLNamedType) => !name.includes('__');
const fieldsOf = (type: GraphQLNamedType | undefined) =>
  isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
    ? Object.values(type.getFields())
    : [];

/** What the contract does not show, by kind. */
function hidden() {
  const types = Object.values(all.getTypeMap()).filter(isOfTheGraph);
  const both = types.flatMap((type) => {
    const known = shown.getType(type.name);
    return known ? [[type, known] as const] : [];
  });
  return {
    types: types.filter(({ name }) => !shown.getType(name)),
    fields: both.flatMap(([type, known]) => {
      const own = new Set(fieldsOf(known).map(({ name }) => name));
      return fieldsOf(type)
        .filter(({ name }) => !own.has(name))
        .map(({ name }) => ({ type, name }));
    }),
    values: both.flatMap(([type, known]) => {
      if (!isEnumType(type) || !isEnumType(known)) return [];
      return type
        .getValues()
        .filter(({ name }) => !known.getValue(name))
        .map(({ name }) => ({ type, name }));
    }),
    args: both.flatMap(([type, known]) => {
      if (!('getFields' in type) || !('getFields' in known)) return [];
      return Object.values(type.getFields()).flatMap((field) => {
        const own = known.getFields()[field.name] as GraphQLField<unknown, unknown> | undefined;
        const args = 'args' in field ? (field.args as readonly GraphQLArgument[]) : [];
        const kept = new Set(own?.args?.map(({ name }) => name));
        return own
          ? args.filter(({ name }) => !kept.has(name)).map(({ name }) => ({ type, field, name }))
          : [];
      });
    }),
  };
}

/** Names that stand in the supergraph alone, plain words aside, which may stand in any sentence. */
function secrets(): Set<string> {
  const open = new Set(publicSdl.match(/\w+/g));
  const { types, fields, values } = hidden();
  const found = [...types, ...fields, ...values].map(({ name }) => name);
  return new Set(found.filter((name) => !open.has(name) && /[A-Z_]/.test(name)));
}

/** The first secret that stands in the text, beside what was asked with. */
const leak = (text: string, asked: string, of: ReadonlySet<string>) =>
  (text.match(/[A-Za-z_]\w*/g) ?? []).find((word) => of.has(word) && !asked.includes(word));

/** Names nearly like it, for which a helpful message would propose it. */
const near = (name: string) => [
  `${name}s`,
  name.slice(0, -1),
  `${name.slice(0, 2)}x${name.slice(2)}`,
];

test('what is served is the committed contract, to the letter, and @defer', async () => {
  const { data } = await ask('{ __schema { types { name } } }');
  const { types } = (data as { __schema: { types: { name: string }[] } }).__schema;
  const served = types.map(({ name }) => name).filter((name) => !name.startsWith('__'));
  expect(served.toSorted()).toEqual(
    Object.keys(shown.getTypeMap())
      .filter((name) => !name.startsWith('__'))
      .toSorted(),
  );
  const executor = supergraphExecutor(() => ({ execute: (...asked) => room(...asked) }));
  const schema = await executor.load(publicSupergraph(supergraphSdl, publicSdl));
  expect(validateSchema(schema)).toEqual([]);
  const text = printSchema(lexicographicSortSchema(schema));
  expect(text).toMatch(/^directive @defer\(.+\n\n/);
  expect(`${text.replace(/.+\n\n/, '')}\n`).toBe(publicSdl);
  await executor.stop();
});

test('there is enough hidden to be looked for', () => {
  const { types, fields } = hidden();
  expect(types.length).toBeGreaterThan(50);
  expect(fields.length).toBeGreaterThan(50);
  expect(secrets().size).toBeGreaterThan(100);
});

/** Everything that introspection tells, in what depth our limits let it. */
const INTROSPECTION = (() => {
  const type = `kind name description fields(includeDeprecated: true) { name description args(includeDeprecated: true) { name description type { name ofType { name } } } type { name ofType { name ofType { name } } } }
    inputFields(includeDeprecated: true) { name description } enumValues(includeDeprecated: true) { name description } possibleTypes { name } interfaces { name }`;
  return `{ __schema { queryType { name } mutationType { name } subscriptionType { name } types { ${type} } directives { name args { name } } } }`;
})();

test('the whole schema, read by introspection, names nothing hidden', async () => {
  const { text, messages } = await ask(INTROSPECTION);
  expect(messages).toEqual([]);
  expect(leak(text, '', secrets())).toBeUndefined();
});

test('of the whole graph the same questions tell a lot, so the looking finds what there is', async () => {
  const executor = supergraphExecutor(() => ({ execute: (...asked) => room(...asked) }));
  const whole = apolloServer({ executor, logger, maxTokens: 5_000, hideSchema: false });
  await executor.load(supergraphSdl);
  await whole.start();
  const of = secrets();
  expect(leak((await ask(INTROSPECTION, {}, whole)).text, '', of)).toBeDefined();
  const misspelled = ['{ apiClientz { id } }', '{ viewer { ... on Membr { id } } }'];
  for (const query of misspelled) {
    const told = leak((await ask(query, {}, whole)).text, query, new Set([...of, 'Member']));
    expect([query, told]).toEqual([query, expect.any(String)]);
  }
  await whole.stop();
  await executor.stop();
});

test('a hidden type is none, by whatever it is asked for', async () => {
  const of = secrets();
  const found: string[] = [];
  for (const { name } of hidden().types) {
    const { data } = await ask('query ($name: String!) { __type(name: $name) { name } }', { name });
    if ((data as { __type: unknown }).__type !== null) found.push(`__type ${name}`);
    const unknown = await ask('fragment F on Nothing { id } { viewer { ...F } }');
    for (const asked of [name, ...near(name).slice(0, 1)]) {
      for (const query of [
        `{ viewer { ... on ${asked} { id } } }`,
        `fragment F on ${asked} { id } { viewer { ...F } }`,
        `query ($x: ${asked}) { viewer { id } }`,
      ]) {
        const { text, data: answered } = await ask(query);
        const told = leak(text, asked, of);
        if (told ?? answered) found.push(`${query}: ${told ?? 'answered'}`);
      }
    }
    // Said of it is what is said of a type that never was.
    const same = (await ask(`fragment F on ${name} { id } { viewer { ...F } }`)).messages;
    const [first = ''] = unknown.messages;
    if (!same[0]?.startsWith(first.split('"')[0] ?? '?')) found.push(`${name}: ${same.join()}`);
  }
  expect(found).toEqual([]);
});

test('hidden fields, arguments, input fields and enum values are none, and none is proposed', async () => {
  const of = secrets();
  const found: string[] = [];
  const refused = async (query: string, asked: string, variables?: Record<string, unknown>) => {
    const { text, data, messages } = await ask(query, variables);
    const told = leak(text, asked, of);
    if (told !== undefined) found.push(`${query}: told ${told}`);
    else if (data || messages.length === 0) found.push(`${query}: answered`);
  };
  const { fields, args, values } = hidden();
  for (const { type, name } of fields) {
    for (const asked of [name, ...near(name)]) {
      const isNear = asked !== name;
      const own = shown.getType(type.name);
      if (isNear && fieldsOf(own).some((field) => field.name === asked)) continue;
      if (isInputObjectType(type)) {
        await refused(`query ($x: ${type.name}!) { viewer { id } }`, asked, {
          x: { [asked]: 'a' },
        });
      } else if (type === all.getMutationType()) await refused(`mutation { ${asked} }`, asked);
      else if (type === all.getQueryType()) await refused(`{ ${asked} }`, asked);
      else await refused(`fragment F on ${type.name} { ${asked} } { viewer { id } }`, asked);
    }
  }
  for (const { type, field, name } of args) {
    for (const asked of [name, ...near(name)]) {
      const call = `${field.name}(${asked}: "a")`;
      await refused(
        type === all.getQueryType()
          ? `{ ${call} }`
          : `fragment F on ${type.name} { ${call} } { viewer { id } }`,
        asked,
      );
    }
  }
  for (const { type, name } of values) {
    for (const asked of [name, ...near(name)]) {
      await refused(`query ($x: ${type.name}!) { viewer { id } }`, asked, { x: asked });
    }
  }
  expect(found).toEqual([]);
});

/** A document that asks for every field of the type that can be asked for without more. */
function documentFor(type: GraphQLObjectType, depth: number): string {
  const selected = Object.values(type.getFields()).flatMap(({ name, type: given, args }) => {
    if (args.some(isRequiredArgument)) return [];
    const leaf = String(given).replace(/[![\]]/g, '');
    const of = shown.getType(leaf);
    if (isLeafType(of)) return [name];
    return of instanceof GraphQLObjectType && depth > 0
      ? [`${name} ${documentFor(of, depth - 1)}`]
      : [];
  });
  return `{ __typename ${selected.join(' ')} }`;
}

test('rooms that speak of every hidden thing are not repeated', async () => {
  const of = secrets();
  const root = shown.getQueryType() as GraphQLObjectType;
  const questions = Object.values(root.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map(({ name, type }) => {
      const named = shown.getType(String(type).replace(/[![\]]/g, ''));
      return `{ ${name} ${named instanceof GraphQLObjectType ? documentFor(named, 1) : ''} }`;
    });
  expect(questions.length).toBeGreaterThan(3);
  const everything = [...of];
  const found: string[] = [];
  for (const [at, query] of questions.entries()) {
    const key = /\w+/.exec(query)?.[0] ?? '';
    for (const code of [
      'FORBIDDEN',
      'NOT_FOUND',
      'CONFLICT',
      'BAD_USER_INPUT',
      'INTERNAL',
      'NEW',
    ]) {
      const said = everything.slice((at * 7) % everything.length).join(' ');
      room = async ({ query: sent }) => {
        const selections = getOperationAST(parse(sent))?.selectionSet.selections ?? [];
        const field = selections.find(
          (selection): selection is FieldNode => selection.kind === Kind.FIELD,
        );
        const path = [field?.alias?.value ?? field?.name.value ?? key, everything[0] ?? ''];
        return { data: null, errors: [{ message: said, path, extensions: { code } }] };
      };
      const { text, messages } = await ask(query);
      const told = leak(text, '', of);
      if (told !== undefined) found.push(`${query}: ${told}`);
      if (messages.length === 0) found.push(`${query}: the room was not heard`);
    }
  }
  // One name at a time, as a room would say it.
  for (const name of everything) {
    for (const message of [
      `${name} not found.`,
      `Cannot query field "${name}".`,
      `Unit.${name} is out`,
    ]) {
      const { message: told } = names.withheld({
        message,
        path: ['a'],
        extensions: { code: 'NOT_FOUND' },
      });
      if (told.includes(name)) found.push(message);
    }
  }
  expect(found).toEqual([]);
  room = () => Promise.reject(new SubgraphError('No room was to be asked.'));
});
