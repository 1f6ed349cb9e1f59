import { print } from 'graphql';
import type { SelectionSetNode } from 'graphql';

const texts = new WeakMap<SelectionSetNode, string>();

/** A selection set as a text, whatever the order. */
export function sortedSelections(set: SelectionSetNode): string {
  const known = texts.get(set);
  if (known !== undefined) return known;
  const text = set.selections
    .map((selection) => {
      if (!('selectionSet' in selection) || !selection.selectionSet) return print(selection);
      const head = { ...selection, selectionSet: { ...selection.selectionSet, selections: [] } };
      return `${print(head)}{${sortedSelections(selection.selectionSet)}}`;
    })
    .toSorted()
    .join(';');
  texts.set(set, text);
  return text;
}
