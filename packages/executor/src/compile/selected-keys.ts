import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import { responseKey } from '../operation/select-operation.js';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import type { SelectedKeys } from './steps.js';

/** Reads which response keys a fetch's selection set asks for. */
export function selectedKeys(
  set: SelectionSetNode,
  possibleTypes: SupergraphFacts['possibleTypes'],
): SelectedKeys {
  const known = new Map<string, readonly string[]>();
  return {
    all: keysOf(set, () => true),
    of(typeName) {
      let keys = known.get(typeName);
      if (!keys) {
        keys = keysOf(
          set,
          (condition) =>
            condition === typeName || possibleTypes.get(condition)?.has(typeName) === true,
        );
        if (possibleTypes.has(typeName)) known.set(typeName, keys);
      }
      return keys;
    },
  };
}

function keysOf(set: SelectionSetNode, passes: (condition: string) => boolean): string[] {
  const keys = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        keys.add(responseKey(selection));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        if (condition === undefined || passes(condition)) collect(selection.selectionSet);
      }
    }
  };
  collect(set);
  return [...keys];
}
