import { print } from 'graphql';
import type { SelectionSetNode } from 'graphql';

/** A selection set as a text, whatever the order. */
export function sortedSelections({ selections }: SelectionSetNode): string {
  return selections
    .map((selection) => {
      if (!('selectionSet' in selection) || !selection.selectionSet) return print(selection);
      const head = { ...selection, selectionSet: { ...selection.selectionSet, selections: [] } };
      return `${print(head)}{${sortedSelections(selection.selectionSet)}}`;
    })
    .toSorted()
    .join(';');
}
