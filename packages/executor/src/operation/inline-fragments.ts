import { Kind } from 'graphql';
import type { SelectionNode, SelectionSetNode } from 'graphql';
import type { SelectedOperation } from './select-operation.js';

/**
 * The operation with its root fields in the order in which they come, out of fragments: plans put fragments
 * of one kind together, and writes must not change places.
 */
export function inOrder({ operation, fragments }: SelectedOperation): SelectedOperation {
  const flat = (set: SelectionSetNode): SelectionNode[] =>
    set.selections.flatMap((selection) => {
      const isPlain = selection.kind === Kind.INLINE_FRAGMENT && !selection.directives?.length;
      return isPlain ? flat(selection.selectionSet) : [selection];
    });
  const selections = flat(inlineFragments(operation.selectionSet, fragments));
  return {
    operation: { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
    fragments: new Map(),
  };
}

/** The selection set with every fragment spread written out as an inline fragment, at every depth. */
export function inlineFragments(
  set: SelectionSetNode,
  fragments: SelectedOperation['fragments'],
): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      if (!selection.selectionSet) return [selection];
      return [{ ...selection, selectionSet: inlineFragments(selection.selectionSet, fragments) }];
    }
    const fragment = fragments.get(selection.name.value);
    if (!fragment) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: fragment.typeCondition,
        directives: selection.directives,
        selectionSet: inlineFragments(fragment.selectionSet, fragments),
      },
    ];
  });
  return { kind: Kind.SELECTION_SET, selections };
}
