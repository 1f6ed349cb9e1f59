import { type ConstDirectiveNode, Kind, type TypeNode, valueFromASTUntyped } from 'graphql';

interface Marked {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The arguments of a directive, or undefined where the element does not carry it. */
export function argumentsOf(element: Marked, name: string): Record<string, unknown> | undefined {
  const directive = element.directives?.find((each) => each.name.value === name);
  if (!directive) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name: key, value }) => [
      key.value,
      valueFromASTUntyped(value),
    ]),
  );
}

/** The name inside `[ID!]!`. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
