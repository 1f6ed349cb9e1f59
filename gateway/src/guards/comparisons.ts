import { Kind } from 'graphql';
import type { DocumentNode, FieldNode, SelectionSetNode, ValueNode } from 'graphql';

/**
 * How many comparisons validation makes to see whether what stands under one key can be merged: of each
 * pair of such fields, with their arguments and with all that is below them, and of each pair of fragments. Ends early, at what is beyond `most`,
 * also where fragments repeat themselves so much that counting would take long.
 */
export function comparisonsOf({ definitions }: DocumentNode, most: number): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }
  let comparisons = 0;
  let visited = 0;

  /** `within`: the fragments that lead here. */
  function merge(sets: readonly SelectionSetNode[], within: ReadonlySet<string>): void {
    const byKey = new Map<string, FieldNode[]>();
    const spread = new Set(within);
    let spreads = 0;
    const take = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (++visited > most) comparisons = Infinity;
        if (comparisons > most) return;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          const fields = byKey.get(key);
          if (fields) fields.push(selection);
          else byKey.set(key, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          take(selection.selectionSet);
        } else {
          comparisons += spreads++;
          if (spread.has(selection.name.value)) continue;
          spread.add(selection.name.value);
          const fragment = fragments.get(selection.name.value);
          if (fragment) take(fragment);
        }
      }
    };
    for (const set of sets) take(set);
    for (const fields of byKey.values()) {
      const others = fields.length - 1;
      if (others > 0) comparisons += (fields.length * others) / 2 + others * argumentsOf(fields);
      if (comparisons > most) return;
      const inner = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inner.length > 0) merge(inner, spread);
    }
  }

  for (const definition of definitions) {
    if ('selectionSet' in definition) merge([definition.selectionSet], new Set());
    if (comparisons > most) break;
  }
  return comparisons;
}

function argumentsOf(fields: readonly FieldNode[]): number {
  let values = 0;
  const count = (value: ValueNode): void => {
    values++;
    if (value.kind === Kind.LIST) value.values.forEach(count);
    if (value.kind === Kind.OBJECT) for (const field of value.fields) count(field.value);
  };
  for (const field of fields) for (const { value } of field.arguments ?? []) count(value);
  return values;
}
