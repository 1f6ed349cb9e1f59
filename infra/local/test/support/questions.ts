import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { entitiesOf, type Graph, hasDirective, isConnection, selectionOf } from './graph.js';
import { type Asker, typeOfId, valueFor } from './values.js';

/** A place in the variables where an id, a text or a cursor of somebody else's can stand. */
export interface Place {
  path: readonly string[];
  kind: 'id' | 'text' | 'cursor';
  name: string;
  /** The type that the id names, where its name tells. */
  type: string | undefined;
  isList: boolean;
  /** The input types along the path, from the argument's own. */
  along: readonly GraphQLInputType[];
}

/** One document, which is asked again and again with other variables. */
export interface Question {
  name: string;
  graph: string;
  kind: 'query' | 'mutation' | 'reference' | 'nested';
  document: string;
  /** Variables that make sense to the asker. */
  variables: (asker: Asker) => Record<string, unknown>;
  places: Place[];
  /** Only the platform itself may ask it. */
  isSystem: boolean;
  /** Only operators may ask it. */
  isOperators: boolean;
}

const DEPTH = 2;
/** Of payloads: a refused command shows nothing, however deep one asks. */
const PAYLOAD_DEPTH = 1;
/** The gateway takes no more fields of one operation. What would be larger is asked a level less deep; objects in it have questions of their own. */
const MAX_FIELDS = 1_000;

/** Every question that the graph takes: root fields, entity references, and fields of entities with arguments. */
export function questionsOf(graph: Graph, asker: Pick<Asker, 'ids'>): Question[] {
  const { schema } = graph;
  const roots = (['query', 'mutation'] as const).flatMap((kind) => {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(root?.getFields() ?? {})
      .filter(({ name }) => !name.startsWith('_'))
      .map((field) => rootQuestion(graph, kind, field, asker));
  });
  const entities = entitiesOf(graph);
  const references = entities.map((type): Question => ({
    name: `_entities ${type.name}`,
    graph: graph.name,
    kind: 'reference',
    document: `query ($id: ID!) { _entities(representations: [{ __typename: "${type.name}", id: $id }]) { ... on ${type.name} ${selectionOf(type, DEPTH)} } }`,
    variables: ({ ids }) => ({ id: ids.get(type.name)?.id }),
    places: [{ ...idArgument, type: type.name }],
    isSystem: false,
    isOperators: false,
  }));
  const nested = entities.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field): Question => ({
        name: `${type.name}.${field.name}`,
        graph: graph.name,
        kind: 'nested',
        document: `query (${['$of: ID!', ...declarations(field)].join(', ')}) { _entities(representations: [{ __typename: "${type.name}", id: $of }]) { ... on ${type.name} { ${call(field)} } } }`,
        variables: (who) => ({ ...required(field, who), of: who.ids.get(type.name)?.id }),
        places: placesOf(field, asker),
        isSystem: false,
        isOperators: false,
      })),
  );
  return [...roots, ...references, ...nested];
}

const idArgument: Omit<Place, 'type'> = {
  path: ['id'],
  kind: 'id',
  name: 'id',
  isList: false,
  along: [],
};

type Field = GraphQLField<unknown, unknown>;

function rootQuestion(
  graph: Graph,
  kind: 'query' | 'mutation',
  field: Field,
  asker: Pick<Asker, 'ids'>,
): Question {
  const declared = declarations(field);
  return {
    name: `${kind} ${field.name}`,
    graph: graph.name,
    kind,
    document: `${kind} ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${call(field, kind === 'mutation' ? PAYLOAD_DEPTH : DEPTH)} }`,
    variables: (who) => required(field, who),
    places: placesOf(field, asker),
    isSystem: hasDirective(field, 'inaccessible'),
    isOperators: hasDirective(field, 'requiresScopes'),
  };
}

const declarations = ({ args }: Field) => args.map(({ name, type }) => `$${name}: ${String(type)}`);

function call(field: Field, depth = DEPTH): string {
  const args = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const whole = selectionOf(getNamedType(field.type), depth);
  const isTooLarge = (whole.match(/\w+/g)?.length ?? 0) > MAX_FIELDS;
  const selection = isTooLarge ? selectionOf(getNamedType(field.type), depth - 1) : whole;
  return `${field.name}${args ? `(${args})` : ''} ${selection}`;
}

function required(field: Field, asker: Asker): Record<string, unknown> {
  const ofField = getNamedType(field.type).name;
  return Object.fromEntries(
    field.args
      // A variable takes no default from the argument that it stands for.
      .filter(({ type }) => isNonNullType(type))
      .map(({ name, type }) => [name, valueFor(type, asker, { name, ofField })]),
  );
}

function placesOf(field: Field, asker: Pick<Asker, 'ids'>): Place[] {
  const returned = getNamedType(field.type);
  return field.args.flatMap((argument) => {
    if (argument.name === 'after' && isConnection(returned)) {
      const place = { path: ['after'], name: 'after', type: undefined, isList: false, along: [] };
      return [{ ...place, kind: 'cursor' as const }];
    }
    return placesIn(argument.type, [argument.name], [], (name) =>
      typeOfId(name, asker, returned.name),
    );
  });
}

function placesIn(
  given: GraphQLInputType,
  path: readonly string[],
  along: Place['along'],
  typeOf: (name: string) => string | undefined,
): Place[] {
  const nullable = getNullableType(given);
  const isList = isListType(nullable);
  const type = isList ? getNullableType(nullable.ofType) : nullable;
  if (isInputObjectType(type)) {
    if (isList) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      placesIn(field.type, [...path, field.name], [...along, type], typeOf),
    );
  }
  const name = String(path.at(-1));
  const kind = String(type) === 'ID' ? 'id' : String(type) === 'String' ? 'text' : undefined;
  if (!kind) return [];
  return [{ path, kind, name, type: kind === 'id' ? typeOf(name) : undefined, isList, along }];
}

/** The variables with `value` at the place; inputs on the way are filled with what they require. */
export function withValue(
  variables: Record<string, unknown>,
  place: Place,
  asker: Asker,
  value: string,
): Record<string, unknown> {
  const put = place.isList ? [value] : value;
  return putAt(variables, [...place.path], put, place.along, asker);
}

function putAt(
  object: Record<string, unknown>,
  [key = '', ...rest]: string[],
  value: unknown,
  [type, ...deeper]: Place['along'],
  asker: Asker,
): Record<string, unknown> {
  if (rest.length === 0 || !type) return { ...object, [key]: value };
  const within = (object[key] ?? valueFor(type, asker, { name: key })) as Record<string, unknown>;
  return { ...object, [key]: putAt(within, rest, value, deeper, asker) };
}
