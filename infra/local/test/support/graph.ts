import {
  buildASTSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
} from 'graphql';

/** A schema to walk: of one room as it is served, or of the gateway. */
export interface Graph {
  name: string;
  schema: GraphQLSchema;
}

/** The SDL of a room carries directives that it does not define. */
export function graphOf({ name, sdl }: { name: string; sdl: string }): Graph {
  return { name, schema: buildASTSchema(parse(sdl), { assumeValidSDL: true }) };
}

export function hasDirective(
  element: { astNode?: { directives?: readonly { name: { value: string } }[] } | null | undefined },
  name: string,
): boolean {
  return element.astNode?.directives?.some((directive) => directive.name.value === name) ?? false;
}

/** Types with a `@key` by which this room can be asked for them. */
export function entitiesOf({ schema }: Graph): GraphQLObjectType[] {
  return objectTypes(schema).filter((type) =>
    type.astNode?.directives?.some(
      ({ name, arguments: given }) =>
        name.value === 'key' &&
        !given?.some(
          (argument) =>
            argument.name.value === 'resolvable' &&
            argument.value.kind === 'BooleanValue' &&
            !argument.value.value,
        ),
    ),
  );
}

export function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'));
}

export function isConnection(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}

/**
 * Everything that can be selected of a type: `depth` counts nested objects; a connection and its place
 * count for nothing. Returns an empty text for leaves.
 */
export function selectionOf(type: GraphQLNamedType, depth: number): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).flatMap((field) => selected(field, type, depth));
  return `{ __typename ${fields.join(' ')} }`;
}

function selected(
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLNamedType,
  depth: number,
): string[] {
  const type = getNamedType(field.type);
  if (field.args.some(isRequiredArgument)) return [];
  if (!isCompositeType(type)) return [field.name];
  // The nodes are selected without their edges, the cursors without their nodes.
  if (isConnection(parent) && field.name === 'edges') return ['edges { cursor }'];
  const left = isConnection(type) || type.name === 'PageInfo' ? depth : depth - 1;
  return left < 0 ? [] : [`${field.name} ${selectionOf(type, left)}`];
}
