import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { FieldCosts } from './field-costs.js';
import { objectsOf } from './selections.js';
import type { Selected, Selections } from './selections.js';

/** What an answer costs by the same weights as the estimate, with what is really in it. */
export function actualCost(
  selections: Selections,
  costs: FieldCosts,
  data: Record<string, unknown> | null | undefined,
): number {
  const { operation, schema } = selections;
  const root = operation && schema.getRootType(operation.operation);
  if (!root || !data) return 1;
  const isMutation = operation.operation === 'mutation';

  function ofObject(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    value: Record<string, unknown>,
  ): number {
    let sum = 0;
    for (const selected of selections.of(type, sets)) {
      const { field, key, node } = selected;
      const given = node.arguments?.map(({ name }) => name.value) ?? [];
      sum += costs.ofCall(type, field, given, isMutation && type === root);
      sum += ofValue(selected, costs.ofValue(type, field), value[key]);
    }
    return sum;
  }

  function ofValue(selected: Selected, own: number, value: unknown): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) {
      return value.reduce<number>((sum, item) => sum + ofValue(selected, own, item), 0);
    }
    if (selected.sets.length === 0 || typeof value !== 'object') return own;
    const object = value as Record<string, unknown>;
    const type = typeOf(selected, object);
    return own + (type ? ofObject(type, selected.sets, object) : 0);
  }

  /** The type of which most was selected that the object has. Types that it cannot tell apart cost the same. */
  function typeOf({ field, sets }: Selected, object: object): GraphQLObjectType | undefined {
    const [only, ...others] = objectsOf(schema, field);
    if (!only || others.length === 0) return only;
    let best: { type: GraphQLObjectType; fields: number } | undefined;
    for (const type of [only, ...others]) {
      const selected = selections.of(type, sets);
      if (best && selected.length <= best.fields) continue;
      if (selected.every(({ key }) => key in object)) best = { type, fields: selected.length };
    }
    return best?.type;
  }

  return 1 + ofObject(root, selections.root, data);
}
