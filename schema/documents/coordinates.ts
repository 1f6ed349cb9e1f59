import {
  type DocumentNode,
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInputType,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * What of a schema a valid document stands on, as sorted coordinates: `Unit.code`, `Query.units(first:)`,
 * `Category.FLAT`, types of fragments, abstract types. `Category.*` says any member: of enums that are
 * answered and of inputs that come in variables, because the document does not say which.
 */
export function coordinatesOf(document: DocumentNode, schema: GraphQLSchema): string[] {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  const addCondition = (): void => {
    const type = types.getType();
    if (type) found.add(getNamedType(type).name);
  };
  const fieldCoordinate = (): string | undefined => {
    const [parent, field] = [types.getParentType(), types.getFieldDef()];
    return parent && field && !field.name.startsWith('__')
      ? `${parent.name}.${field.name}`
      : undefined;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const coordinate = fieldCoordinate();
        if (coordinate !== undefined) found.add(coordinate);
        const type = types.getType();
        const named = type ? getNamedType(type) : undefined;
        if (named && isEnumType(named)) found.add(`${named.name}.*`);
        if (named && isAbstractType(named)) found.add(named.name);
      },
      InlineFragment: addCondition,
      FragmentDefinition: addCondition,
      Argument({ name }) {
        const coordinate = types.getDirective() ? undefined : fieldCoordinate();
        if (coordinate !== undefined) found.add(`${coordinate}(${name.value}:)`);
      },
      ObjectField({ name }) {
        const input = types.getParentInputType();
        if (input) found.add(`${getNamedType(input).name}.${name.value}`);
      },
      EnumValue({ value }) {
        const input = types.getInputType();
        if (input) found.add(`${getNamedType(input).name}.${value}`);
      },
      VariableDefinition({ type }) {
        const declared = typeFromAST(schema, type);
        if (declared && isInputType(declared)) addMembers(declared, found);
      },
    }),
  );
  return [...found].toSorted();
}

function addMembers(input: GraphQLInputType, found: Set<string>): void {
  const type = getNamedType(input);
  if (!isEnumType(type) && !isInputObjectType(type)) return;
  const any = `${type.name}.*`;
  if (found.has(any)) return;
  found.add(any);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) addMembers(field.type, found);
}

/**
 * Whether something at `place` concerns a document with these coordinates. A type concerns whoever uses
 * anything of it, a field whoever uses it, an argument whoever gives it.
 */
export function isTouched(place: string, coordinates: readonly string[]): boolean {
  const [type] = place.split('.');
  return coordinates.some((used) =>
    type === place
      ? used === place || used.startsWith(`${place}.`)
      : used === place || used.startsWith(`${place}(`) || used === `${type}.*`,
  );
}
