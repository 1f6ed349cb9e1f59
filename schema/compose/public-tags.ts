import { type ConstDirectiveNode, isTypeDefinitionNode, Kind, parse } from 'graphql';

interface Tagged {
  directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Coordinates (`Unit`, `Unit.code`, `Query.units(first:)`, `Role.VIEWER`) that carry the tag. */
export function taggedCoordinates(supergraphSdl: string, tag: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: Tagged, coordinate: string): void => {
    if (node.directives?.some((directive) => isTag(directive, tag))) found.add(coordinate);
  };
  for (const definition of parse(supergraphSdl).definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    const type = definition.name.value;
    visit(definition, type);
    if ('fields' in definition) {
      for (const field of definition.fields ?? []) {
        const coordinate = `${type}.${field.name.value}`;
        visit(field, coordinate);
        if (!('arguments' in field)) continue;
        for (const argument of field.arguments ?? []) {
          visit(argument, argumentCoordinate(coordinate, argument.name.value));
        }
      }
    }
    if ('values' in definition) {
      for (const value of definition.values ?? []) visit(value, `${type}.${value.name.value}`);
    }
  }
  return found;
}

export const argumentCoordinate = (field: string, argument: string): string =>
  `${field}(${argument}:)`;

function isTag(directive: ConstDirectiveNode, tag: string): boolean {
  if (directive.name.value !== 'tag') return false;
  return (directive.arguments ?? []).some(
    (argument) =>
      argument.name.value === 'name' &&
      argument.value.kind === Kind.STRING &&
      argument.value.value === tag,
  );
}
