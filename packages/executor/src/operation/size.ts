import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import type { SelectedOperation } from './select-operation.js';

/** How many selections an operation has, those of a fragment counted wherever it is spread. */
export function sizeOf({ operation, fragments }: SelectedOperation): number {
  const known = new Map<string, number>();
  const sizeOfFragment = (name: string): number => {
    const fragment = fragments.get(name);
    const size = known.get(name) ?? (fragment ? count(fragment.selectionSet) : 0);
    known.set(name, size);
    return size;
  };
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return sum + 1 + sizeOfFragment(selection.name.value);
      return sum + 1 + (selection.selectionSet ? count(selection.selectionSet) : 0);
    }, 0);
  return count(operation.selectionSet);
}
