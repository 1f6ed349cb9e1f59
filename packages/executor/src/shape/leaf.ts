import { isEnumType, isSpecifiedScalarType } from 'graphql';
import type { GraphQLLeafType } from 'graphql';

/** How a scalar or enum value of an answer is judged. */
export type Leaf = BuiltIn | 'Any' | ReadonlySet<string>;
export type BuiltIn = 'String' | 'Int' | 'Float' | 'Boolean' | 'ID';

export function leafOf(type: GraphQLLeafType): Leaf {
  if (isEnumType(type)) return new Set(type.getValues().map(({ name }) => name));
  return isSpecifiedScalarType(type) ? (type.name as BuiltIn) : 'Any';
}

/** The value as the specification lets it be in an answer (section 6.4.3), or undefined. */
export function coerced(leaf: Leaf, value: unknown): unknown {
  if (typeof leaf === 'object')
    return typeof value === 'string' && leaf.has(value) ? value : undefined;
  switch (leaf) {
    case 'String':
      return typeof value === 'string' ? value : undefined;
    case 'ID':
      if (typeof value === 'string') return value;
      return Number.isSafeInteger(value) ? String(value) : undefined;
    case 'Int':
      return Number.isInteger(value) && Math.abs((value as number) + 0.5) < 2 ** 31
        ? value
        : undefined;
    case 'Float':
      return typeof value === 'number' ? value : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Any':
      return value;
  }
}
