import { Kind, visit } from 'graphql';
import type {
  ASTNode,
  DirectiveNode,
  InlineFragmentNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { NOTHING } from './conditions.js';
import type { Decisions } from './conditions.js';
import { inlineFragments } from './inline-fragments.js';
import { responseKey } from './select-operation.js';
import type { SelectedOperation } from './select-operation.js';

/** The directive as clients see it in the schema. */
export const DEFER_DIRECTIVE =
  'directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT';

/** The client's labels of the deferred fragments of an operation, by the ids that they have here. */
export type DeferredLabels = ReadonlyMap<string, string | undefined>;

/** Each of them may be fetched for itself: what an operation defers beyond that comes with what is around. */
const MOST_DEFERRED = 50;

/** Whether a document or a part of it has a fragment that may be deferred. */
export function usesDefer(node: ASTNode): boolean {
  let found = false;
  visit(node, {
    Directive({ name }) {
      if (name.value === 'defer') found = true;
    },
  });
  return found;
}

/** The variables on which it hangs what is deferred. */
export function deferVariables({ operation, fragments }: SelectedOperation): string[] {
  const found = new Set<string>();
  for (const node of [operation, ...fragments.values()]) {
    visit(node, {
      Directive(directive) {
        const condition = directive.name.value === 'defer' ? argument(directive, 'if') : undefined;
        if (condition?.kind === Kind.VARIABLE) found.add(condition.name.value);
      },
    });
  }
  return [...found];
}

/**
 * The operation with each fragment that is deferred under these decisions written out where it stands,
 * with an id of its own as its label. A fragment that is spread at two places of the answer is deferred
 * twice; where it is spread twice at one, once.
 */
export function withDeferredFragments(
  { operation, fragments }: SelectedOperation,
  decisions: Decisions,
): { selected: SelectedOperation; labels: DeferredLabels } {
  const labels = new Map<string, string | undefined>();
  const ids = new Map<DirectiveNode, Map<string, string>>();
  const deferred = (node: InlineFragmentNode, path: string): DirectiveNode[] => {
    const [directive, others] = parted(node);
    const isEmpty = node.selectionSet.selections.every((selection) => selection === NOTHING);
    if (!directive || isEmpty || !holds(directive, decisions)) return others;
    const known = ids.get(directive) ?? new Map<string, string>();
    const same = known.get(path);
    if (same !== undefined) return [...others, labelled(directive, same)];
    if (labels.size >= MOST_DEFERRED) return others;
    const id = `deferred${labels.size}`;
    ids.set(directive, known.set(path, id));
    const label = argument(directive, 'label');
    labels.set(id, label?.kind === Kind.STRING ? label.value : undefined);
    return [...others, labelled(directive, id)];
  };
  const mark = (set: SelectionSetNode, path: string): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return selection;
      if (selection.kind === Kind.FIELD) {
        const below = `${path}.${responseKey(selection)}`;
        return { ...selection, selectionSet: mark(selection.selectionSet, below) };
      }
      const directives = deferred(selection, path);
      return { ...selection, directives, selectionSet: mark(selection.selectionSet, path) };
    }),
  });
  const selectionSet = mark(inlineFragments(operation.selectionSet, fragments), '');
  return { selected: { operation: { ...operation, selectionSet }, fragments: new Map() }, labels };
}

/** The operation as it is answered at once. */
export function withoutDefer({ operation, fragments }: SelectedOperation): SelectedOperation {
  const remove = {
    Directive: ({ name }: DirectiveNode) => (name.value === 'defer' ? null : undefined),
  };
  return {
    operation: visit(operation, remove),
    fragments: new Map([...fragments].map(([name, fragment]) => [name, visit(fragment, remove)])),
  };
}

/** The id of a fragment that is deferred. */
export function deferredId(node: SelectionNode): string | undefined {
  if (node.kind !== Kind.INLINE_FRAGMENT) return undefined;
  const [directive] = parted(node);
  const label = directive && argument(directive, 'label');
  return label?.kind === Kind.STRING ? label.value : undefined;
}

/** The @defer of a fragment, and its other directives. */
function parted({
  directives = [],
}: InlineFragmentNode): [DirectiveNode | undefined, DirectiveNode[]] {
  const directive = directives.find(({ name }) => name.value === 'defer');
  return [directive, directives.filter((other) => other !== directive)];
}

function holds(directive: DirectiveNode, decisions: Decisions): boolean {
  const condition = argument(directive, 'if');
  if (condition?.kind === Kind.BOOLEAN) return condition.value;
  return condition?.kind !== Kind.VARIABLE || decisions[condition.name.value] !== false;
}

function labelled(directive: DirectiveNode, id: string): DirectiveNode {
  const name = { kind: Kind.NAME, value: 'label' } as const;
  const value = { kind: Kind.STRING, value: id } as const;
  return { ...directive, arguments: [{ kind: Kind.ARGUMENT, name, value }] };
}

/** The value of an argument of a directive. */
export function argument({ arguments: given }: DirectiveNode, name: string) {
  return given?.find((candidate) => candidate.name.value === name)?.value;
}
