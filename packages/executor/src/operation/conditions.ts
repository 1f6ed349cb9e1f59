import { Kind, visit } from 'graphql';
import type {
  DirectiveNode,
  FieldNode,
  FragmentDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { SelectedOperation } from './select-operation.js';

/** The values of variables on which @skip and @include hang. */
export type Decisions = Readonly<Record<string, boolean>>;

/** With more of them an operation would be compiled too often: its conditions are left in it. */
const MOST_DECISIONS = 8;

/** The variables by whose values an operation is compiled apart, sorted; undefined where they are too many. */
export function decisiveVariables(
  { operation, fragments }: SelectedOperation,
  others: readonly string[] = [],
): string[] | undefined {
  const found = new Set(others);
  for (const node of [operation, ...fragments.values()]) {
    visit(node, {
      Directive(directive) {
        const value = conditionOf(directive);
        if (value?.kind === Kind.VARIABLE) found.add(value.name.value);
      },
    });
  }
  return found.size > MOST_DECISIONS ? undefined : [...found].toSorted();
}

/**
 * The operation as it is with these values: without @skip and @include, and without what they leave out.
 * So its fields stand in the order in which they are left, and its plan fetches and requires no more.
 */
export function decided(selected: SelectedOperation, decisions: Decisions): SelectedOperation {
  const keep = (set: SelectionSetNode): SelectionSetNode => {
    const selections = set.selections.flatMap((selection): SelectionNode[] => {
      const { directives = [] } = selection;
      const outcomes = directives.map((directive) => outcomeOf(directive, decisions));
      if (outcomes.includes('leave')) return [];
      const open = directives.filter((_, index) => outcomes[index] === 'open');
      const plain =
        open.length === directives.length ? selection : { ...selection, directives: open };
      if (plain.kind === Kind.FRAGMENT_SPREAD || !plain.selectionSet) return [plain];
      const below = keep(plain.selectionSet);
      const isEmpty = plain.kind === Kind.INLINE_FRAGMENT && below.selections[0] === NOTHING;
      return isEmpty ? [] : [{ ...plain, selectionSet: below }];
    });
    return { ...set, selections: selections.length > 0 ? selections : [NOTHING] };
  };
  const { operation } = selected;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const [name, fragment] of selected.fragments) {
    fragments.set(name, { ...fragment, selectionSet: keep(fragment.selectionSet) });
  }
  return { operation: { ...operation, selectionSet: keep(operation.selectionSet) }, fragments };
}

/** Stands where nothing is left: a selection set may not be empty. */
export const NOTHING: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'include' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: { kind: Kind.BOOLEAN, value: false },
        },
      ],
    },
  ],
};

/** What a directive makes of the selection that it is at. */
function outcomeOf(directive: DirectiveNode, decisions: Decisions): 'take' | 'leave' | 'open' {
  const value = conditionOf(directive);
  const holds =
    value?.kind === Kind.BOOLEAN
      ? value.value
      : value?.kind === Kind.VARIABLE
        ? decisions[value.name.value]
        : undefined;
  if (holds === undefined) return 'open';
  return holds === (directive.name.value === 'include') ? 'take' : 'leave';
}

function conditionOf({ name, arguments: given }: DirectiveNode) {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  return given?.find((argument) => argument.name.value === 'if')?.value;
}
