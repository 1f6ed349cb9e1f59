import {
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import type {
  FieldNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { Condition } from '../compile/condition.js';
import { deferredId } from '../operation/deferred-fragments.js';
import { responseKey } from '../operation/select-operation.js';
import type { SelectedOperation } from '../operation/select-operation.js';
import type { SourceKey } from '../operation/source-keys.js';
import { leafOf } from './leaf.js';
import type { FieldShape, ObjectShape, ValueShape } from './shape.js';

export interface ShapeParts {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly sourceKey: SourceKey;
  /** Whether a field asked for of an object type is kept from the caller. */
  readonly refuses: (objectType: string, node: FieldNode) => boolean;
}

/** A field of the operation, and the conditions under which it stands there. */
interface Selected {
  node: FieldNode;
  when: readonly Condition[];
}

/** A selection set that is asked of an object, under conditions. */
interface Scope {
  set: SelectionSetNode;
  when: readonly Condition[];
}

/** What is asked of an object: fields by their keys, and the selections of deferred fragments by their ids. */
interface Collected {
  byKey: Map<string, Selected[]>;
  deferred: Map<string, Scope[]>;
}

/** The form of the answer to an operation. */
export function buildShape(selected: SelectedOperation, parts: ShapeParts): ObjectShape {
  const { operation, fragments } = selected;
  const root = parts.schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}`);
  return new Builder(parts, fragments).object(root, [{ set: operation.selectionSet, when: [] }]);
}

class Builder {
  constructor(
    private readonly parts: ShapeParts,
    private readonly fragments: SelectedOperation['fragments'],
  ) {}

  /** For an interface, the form of an object of which no more is known than that it is one. */
  object(type: GraphQLObjectType | GraphQLInterfaceType, scopes: readonly Scope[]): ObjectShape {
    const collected: Collected = { byKey: new Map(), deferred: new Map() };
    for (const scope of scopes) this.#collect(scope, type, collected);
    const { byKey, deferred } = collected;
    const fields = [...byKey].flatMap(([key, nodes]) => this.#field(type, key, nodes) ?? []);
    if (deferred.size === 0) return { typeName: type.name, fields };
    const later = [...deferred].map(([id, below]) => ({ id, shape: this.object(type, below) }));
    return { typeName: type.name, fields, deferred: later };
  }

  #collect({ set, when }: Scope, type: GraphQLCompositeType, collected: Collected): void {
    const { byKey, deferred } = collected;
    for (const selection of set.selections) {
      const conditions = conditionsOf(selection);
      if (!conditions) continue;
      const all = conditions.length > 0 ? [...when, ...conditions] : when;
      if (selection.kind === Kind.FIELD) {
        const key = responseKey(selection);
        const nodes = byKey.get(key);
        if (nodes) nodes.push({ node: selection, when: all });
        else byKey.set(key, [{ node: selection, when: all }]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.fragments.get(selection.name.value);
      if (!fragment || !this.#passes(fragment.typeCondition?.name.value, type)) continue;
      const below = { set: fragment.selectionSet, when: all };
      const id = deferredId(selection);
      if (id === undefined) this.#collect(below, type, collected);
      else deferred.set(id, [...(deferred.get(id) ?? []), below]);
    }
  }

  #passes(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = this.parts.schema.getType(condition);
    return (
      isAbstractType(conditionType) &&
      (isObjectType(type) || isInterfaceType(type)) &&
      this.parts.schema.isSubType(conditionType, type)
    );
  }

  /** Whether the answer depends on which type of an interface an object is. */
  #tellsApart(set: SelectionSetNode, type: GraphQLCompositeType): boolean {
    return set.selections.some((selection) => {
      if (!conditionsOf(selection)) return false;
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.fragments.get(selection.name.value);
      if (!fragment) return false;
      const isWider = this.#passes(fragment.typeCondition?.name.value, type);
      return !isWider || this.#tellsApart(fragment.selectionSet, type);
    });
  }

  #field(
    type: GraphQLObjectType | GraphQLInterfaceType,
    key: string,
    nodes: readonly Selected[],
  ): FieldShape | undefined {
    const allowed = nodes.filter(({ node }) => !this.parts.refuses(type.name, node));
    const [{ node }] = (allowed.length > 0 ? allowed : nodes) as [Selected];
    const name = node.name.value;
    const when = alternatives(nodes);
    const source = this.parts.sourceKey(node);
    if (name === '__typename') {
      const value = { kind: 'typename', typeName: type.name, nonNull: true } as const;
      return { key, source, name, when, value };
    }
    const field = fieldOf(type, name);
    if (!field) return undefined;
    if (name.startsWith('__')) {
      const value = { kind: 'leaf', leaf: 'Any', nonNull: isNonNullType(field.type) } as const;
      return { key, source, name, when, value };
    }
    const value: ValueShape =
      allowed.length === 0
        ? { kind: 'refused', nonNull: isNonNullType(field.type) }
        : this.#value(field.type, scopesBelow(allowed, when));
    return { key, source, name, when, value };
  }

  #value(type: GraphQLOutputType, scopes: readonly Scope[]): ValueShape {
    const nonNull = isNonNullType(type);
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      return { kind: 'list', nonNull, of: this.#value(nullable.ofType, scopes) };
    }
    if (isLeafType(nullable)) return { kind: 'leaf', nonNull, leaf: leafOf(nullable) };
    if (isObjectType(nullable)) {
      return { kind: 'object', nonNull, shape: this.object(nullable, scopes) };
    }
    const { schema } = this.parts;
    const known = new Map<string, ObjectShape>();
    const shapeOf = (typeName = nullable.name): ObjectShape | undefined => {
      let shape = known.get(typeName);
      if (shape) return shape;
      const found = schema.getType(typeName);
      // An interface object that nobody had to tell apart has the interface's own name, or none.
      const isItself = found === nullable && isInterfaceType(found);
      const fits = isObjectType(found) && schema.isSubType(nullable, found);
      if (!fits && !isItself) return undefined;
      shape = this.object(found as GraphQLObjectType | GraphQLInterfaceType, scopes);
      if (isItself && scopes.some(({ set }) => this.#tellsApart(set, nullable))) return undefined;
      known.set(typeName, shape);
      return shape;
    };
    return { kind: 'abstract', nonNull, shapeOf };
  }
}

function fieldOf(
  type: GraphQLObjectType | GraphQLInterfaceType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return type.getFields()[name];
}

/** The conditions that a selection's directives set; undefined where it is left out whatever happens. */
function conditionsOf({ directives }: SelectionNode): Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const is = name === 'include';
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, is });
    else if (value?.kind === Kind.BOOLEAN && value.value !== is) return undefined;
  }
  return conditions;
}

function alternatives(nodes: readonly Selected[]): FieldShape['when'] {
  return nodes.some(({ when }) => when.length === 0) ? undefined : nodes.map(({ when }) => when);
}

/** What is asked below a field; conditions that the field itself has met say nothing more there. */
function scopesBelow(nodes: readonly Selected[], when: FieldShape['when']): Scope[] {
  return nodes.flatMap(({ node, when: own }) =>
    node.selectionSet ? [{ set: node.selectionSet, when: when?.length === 1 ? [] : own }] : [],
  );
}
