import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, print } from 'graphql';
import type { FieldNode, InlineFragmentNode, SelectionNode, SelectionSetNode } from 'graphql';
import type { Pauses } from '../operation/pauses.js';
import type { PlanFetch } from './plan-fetches.js';
import { sortedSelections } from './sorted-selections.js';

/** Entities that are asked for the same, by the same kind of representation: one `_entities` field. */
export interface AlikeFetches {
  readonly set: SelectionSetNode;
  readonly requires: readonly QueryPlanSelectionNode[];
  readonly fetches: readonly PlanFetch[];
  /**
   * For a fetch that took another's selections along: those alone, for objects of which only the other's
   * representation is known.
   */
  readonly spares: ReadonlyMap<PlanFetch, AlikeFetches>;
}

interface Draft extends AlikeFetches {
  fetches: PlanFetch[];
  spares: Map<PlanFetch, AlikeFetches>;
}

/**
 * Puts the entity fetches of one request together. A fetch of the same objects that needs less of them
 * goes along with one that needs more, so that each object is looked at and asked for once.
 */
export async function alikeFetches(
  fetches: readonly PlanFetch[],
  selectionsOf: (fetch: PlanFetch) => SelectionSetNode,
  pauses: Pauses,
): Promise<AlikeFetches[]> {
  const drafts: Draft[] = [];
  for (const fetch of fetches) {
    await pauses.afterLongWork();
    const requires = fetch.node.requires ?? [];
    drafts.push({ set: selectionsOf(fetch), requires, fetches: [fetch], spares: new Map() });
  }
  const equal = await together(drafts, pauses);
  const gone = new Set<Draft>();
  const joined = equal.map((draft) => {
    const less = equal.find((other) => !gone.has(other) && goesAlong(other, draft));
    if (!less || gone.has(draft)) return draft;
    gone.add(less);
    const spares = new Map(draft.fetches.map((fetch) => [fetch, less]));
    return { ...draft, set: union(draft.set, less.set), spares };
  });
  const left = joined.filter((_, index) => !gone.has(equal[index] as Draft));
  return together(left, pauses);
}

async function together(drafts: readonly Draft[], pauses: Pauses): Promise<Draft[]> {
  const byKey = new Map<string, Draft>();
  for (const draft of drafts) {
    await pauses.afterLongWork();
    const key = keyOf(draft);
    const same = byKey.get(key);
    if (!same) {
      byKey.set(key, { ...draft, fetches: [...draft.fetches], spares: new Map(draft.spares) });
      continue;
    }
    same.fetches.push(...draft.fetches);
    for (const [fetch, spare] of draft.spares) same.spares.set(fetch, spare);
  }
  return [...byKey.values()];
}

function keyOf({ set, requires, fetches }: Draft): string {
  const { inputRewrites, outputRewrites } = fetches[0]?.node ?? {};
  return JSON.stringify([sortedSelections(set), required(requires), inputRewrites, outputRewrites]);
}

/** Whether a fetch is about the same objects as another that needs all of what it needs, and more. */
function goesAlong(less: Draft, more: Draft): boolean {
  if (less === more || less.spares.size > 0 || more.spares.size > 0) return false;
  if ([less, more].some(({ fetches }) => fetches.some(isRewritten))) return false;
  return placesOf(less) === placesOf(more) && needsAll(more.requires, less.requires);
}

function isRewritten({ node }: PlanFetch): boolean {
  const { inputRewrites, outputRewrites, contextRewrites } = node;
  return [inputRewrites, outputRewrites, contextRewrites].some((changes) => changes?.length);
}

function placesOf({ fetches }: Draft): string {
  return fetches
    .map(({ path, conditions }) => JSON.stringify([path, conditions]))
    .toSorted()
    .join();
}

function needsAll(
  more: readonly QueryPlanSelectionNode[],
  less: readonly QueryPlanSelectionNode[],
): boolean {
  return less.every((node) =>
    more.some((other) =>
      node.kind === 'InlineFragment' && other.kind === 'InlineFragment'
        ? node.typeCondition === other.typeCondition && needsAll(other.selections, node.selections)
        : required([node]) === required([other]),
    ),
  );
}

/** What is required as a text, whatever the order. */
function required(nodes: readonly QueryPlanSelectionNode[]): string {
  return JSON.stringify(
    nodes
      .map((node): string =>
        node.kind === 'Field'
          ? JSON.stringify([node.alias ?? '', node.name, required(node.selections ?? [])])
          : JSON.stringify([node.typeCondition, required(node.selections)]),
      )
      .toSorted(),
  );
}

/** Both selection sets as one, with one fragment for each type. */
function union(left: SelectionSetNode, right: SelectionSetNode): SelectionSetNode {
  const selections: SelectionNode[] = [...left.selections];
  for (const selection of right.selections) {
    const index = selections.findIndex((other) => isSameType(other, selection));
    const same = selections[index];
    if (same?.kind !== Kind.INLINE_FRAGMENT || selection.kind !== Kind.INLINE_FRAGMENT) {
      if (!selections.some((other) => isSameField(other, selection))) selections.push(selection);
      continue;
    }
    const selectionSet = union(same.selectionSet, selection.selectionSet);
    selections[index] = { ...same, selectionSet };
  }
  return { kind: Kind.SELECTION_SET, selections };
}

function isSameType(left: SelectionNode, right: SelectionNode): boolean {
  const isPlain = (node: SelectionNode): node is InlineFragmentNode =>
    node.kind === Kind.INLINE_FRAGMENT && !node.directives?.length;
  return (
    isPlain(left) &&
    isPlain(right) &&
    left.typeCondition?.name.value === right.typeCondition?.name.value
  );
}

function isSameField(left: SelectionNode, right: SelectionNode): boolean {
  const isField = (node: SelectionNode): node is FieldNode => node.kind === Kind.FIELD;
  return isField(left) && isField(right) && print(left) === print(right);
}
