import { ChangeType } from '@graphql-inspector/core';
import {
  type GraphQLSchema,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * At which coordinates of the old schema a breaking change is felt (`isTouched`); undefined where that
 * cannot be told, so that everybody may feel it.
 */
export function touchedBy(
  { type, path }: { type: unknown; path?: string | undefined },
  old: GraphQLSchema,
): string[] | undefined {
  if (path === undefined || path.includes('@')) return undefined;
  const [name = '', member, argument] = path.split('.');
  const named = old.getType(name);
  if (!named) return undefined;
  if (argument !== undefined) {
    // Who does not give an argument feels all but its removal: one that is new or has become required.
    const isGone = type === ChangeType.FieldArgumentRemoved;
    return [isGone ? `${name}.${member}(${argument}:)` : `${name}.${member}`];
  }
  if (isInputObjectType(named) && type !== ChangeType.InputFieldRemoved) return [name];
  if (member !== undefined) return [`${name}.${member}`];
  return [name, ...relatives(old, name)];
}

/** Abstract types that a type is seen through, and those that are seen through it. */
function relatives(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (!isCompositeType(type)) return [];
  return Object.values(schema.getTypeMap())
    .filter(
      (other) =>
        isCompositeType(other) &&
        (isInterfaceType(other) || !isObjectType(other)) &&
        schema.getPossibleTypes(other).some((possible) => possible.name === name),
    )
    .map((other) => other.name);
}
