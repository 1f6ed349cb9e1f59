import { Kind, specifiedScalarTypes, type TypeDefinitionNode, type TypeNode } from 'graphql';

/** A tagged element that cannot be shown. */
export interface HiddenElement {
  coordinate: string;
  reason: string;
}

/** Type definitions by name. */
export type Types = Map<string, TypeDefinitionNode>;

export const builtInScalars: ReadonlySet<string> = new Set(
  specifiedScalarTypes.map((scalar) => scalar.name),
);

/** The name inside `[Unit!]!`. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
