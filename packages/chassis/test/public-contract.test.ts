import { printRoomSdl } from '@propertea/chassis/graph';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  type GraphQLSchema,
} from 'graphql';
import { kiosk } from './kiosk/subgraph.js';

const DIRECTIVES = `
  directive @tag(name: String!) repeatable on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_OBJECT | INPUT_FIELD_DEFINITION | ENUM | ENUM_VALUE | SCALAR
  directive @link(url: String!, import: [String]) on SCHEMA
  directive @shareable on OBJECT directive @authenticated on OBJECT | FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT directive @inaccessible on FIELD_DEFINITION`;

let sdl: string;
let schema: GraphQLSchema;
beforeAll(async () => {
  sdl = await printRoomSdl(kiosk);
  schema = buildSchema(`${DIRECTIVES}\n${sdl}`, { assumeValidSDL: true });
});

type Tagged = {
  astNode?: { directives?: readonly { name: { value: string } }[] } | null | undefined;
};
const isPublic = (element: Tagged | undefined) =>
  element?.astNode?.directives?.some(({ name }) => name.value === 'tag') === true;

it('the same room prints the same schema, of federation 2.9', async () => {
  expect(await printRoomSdl(kiosk)).toBe(sdl);
  expect(sdl).toContain('https://specs.apollo.dev/federation/v2.9');
  expect(parse(sdl).kind).toBe('Document');
});

it('a public root field brings its arguments, inputs and enums; others stay out', () => {
  const { papers, slow, ledger } = schema.getQueryType()?.getFields() ?? {};
  expect(papers?.args.map((argument) => [argument.name, isPublic(argument)])).toEqual([
    ['after', true],
    ['filter', true],
    ['first', true],
    ['sort', true],
  ]);
  expect([isPublic(papers), isPublic(slow), isPublic(ledger)]).toEqual([true, false, false]);
  for (const name of ['PaperFilter', 'PaperSort', 'PaperSortField', 'SortDirection']) {
    const type = schema.getType(name);
    expect(isPublic(type)).toBe(true);
    const parts = isInputObjectType(type)
      ? Object.values(type.getFields())
      : isEnumType(type)
        ? type.getValues()
        : [];
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => !isPublic(part))).toEqual([]);
  }
});

it('a public type brings its fields; inputs of other mutations and private types do not follow', () => {
  for (const name of ['Paper', 'PaperConnection', 'PaperEdge', 'PageInfo']) {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => !isPublic(field))).toEqual([]);
  }
  for (const name of ['Ledger', 'PrintPaperInput', 'PrintPaperPayload']) {
    expect(isPublic(schema.getType(name))).toBe(false);
  }
});

it('every type, field, argument and value is described', () => {
  const undescribed = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__') && !/^(String|Int|Boolean|ID)$/.test(name))
    .flatMap((type) => {
      const fields =
        isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
      const values = isEnumType(type) ? type.getValues() : [];
      const isRoot = /^(Query|Mutation)$/.test(type.name);
      return [...(isRoot ? [] : [type]), ...fields, ...values].filter(
        ({ description }) => !description,
      );
    });
  expect(undescribed.map(({ name }) => name)).toEqual([]);
});
