import type { Condition } from '../compile/condition.js';
import { isObject } from '../run/json.js';
import type { Leaf } from './leaf.js';

/** The form of an answer's object of one type: its fields in the order in which they were asked for. */
export interface ObjectShape {
  readonly typeName: string;
  readonly fields: readonly FieldShape[];
  /** What of the object comes later. */
  readonly deferred?: readonly DeferredShape[];
}

/** The form of what a deferred fragment adds to an object. */
export interface DeferredShape {
  readonly id: string;
  readonly shape: ObjectShape;
}

export interface FieldShape {
  /** The key in the answer. */
  readonly key: string;
  /** The key under which the subgraphs answered. */
  readonly source: string;
  readonly name: string;
  /** The field is in the answer where all conditions of one alternative hold; undefined is always. */
  readonly when: readonly (readonly Condition[])[] | undefined;
  readonly value: ValueShape;
}

export type ValueShape = { readonly nonNull: boolean } & (
  | { readonly kind: 'list'; readonly of: ValueShape }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'object'; readonly shape: ObjectShape }
  | {
      readonly kind: 'abstract';
      /**
       * The shape of an object by its `__typename`, undefined where no such object may stand here. Without
       * a name, that of an interface object whose name makes no difference, so that nobody was asked for it.
       */
      readonly shapeOf: (typeName: string | undefined) => ObjectShape | undefined;
    }
  | { readonly kind: 'typename'; readonly typeName: string }
  /** What the caller may not read. */
  | { readonly kind: 'refused' }
);

/** The form of an object where a value stands, undefined where the value is none that may stand there. */
export function shapeAt(value: ValueShape, given: unknown): ObjectShape | undefined {
  if (value.kind === 'object') return value.shape;
  if (value.kind !== 'abstract') return undefined;
  const typeName = isObject(given) ? given['__typename'] : null;
  const isName = typeName === undefined || typeof typeName === 'string';
  return isName ? value.shapeOf(typeName) : undefined;
}

/** Whether a field is in the answer. */
export function isAsked(
  { when }: Pick<FieldShape, 'when'>,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  if (!when) return true;
  return when.some((all) => all.every(({ variable, is }) => (variables[variable] === true) === is));
}
