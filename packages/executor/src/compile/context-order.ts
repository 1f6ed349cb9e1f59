import { Kind, parse } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import { responseKey } from '../operation/select-operation.js';
import { isCondition } from '../run/type-condition.js';
import { contextPlaces, contextVariables } from './contextual.js';
import type { PlanFetch } from './plan-fetches.js';

/**
 * The fetches with each behind those that bring what its arguments are told. A plan lets a fetch run beside
 * them where the entities that it asks for set the context themselves.
 */
export function behindContexts(fetches: readonly PlanFetch[]): PlanFetch[] {
  if (fetches.every(({ node }) => !node.contextRewrites)) return [...fetches];
  const before = new Map(
    fetches.map((fetch) => [fetch, new Set([...fetch.after, ...bringing(fetch, fetches)])]),
  );
  const done = new Map<PlanFetch, PlanFetch>();
  const ordered: PlanFetch[] = [];
  const take = (fetch: PlanFetch): PlanFetch => {
    let taken = done.get(fetch);
    if (!taken) {
      const after = [...(before.get(fetch) ?? [])].map(take);
      taken = { ...fetch, after, level: 1 + Math.max(-1, ...after.map(({ level }) => level)) };
      done.set(fetch, taken);
      ordered.push(taken);
    }
    return taken;
  };
  for (const fetch of fetches) take(fetch);
  return ordered;
}

/** The fetches that bring what another's arguments are told, without those that wait for it. */
function bringing(fetch: PlanFetch, fetches: readonly PlanFetch[]): PlanFetch[] {
  const places = contextVariables(fetch.node).flatMap((name) => contextPlaces(fetch, name));
  return fetches.filter(
    (other) =>
      !waitsFor(other, fetch) &&
      places.some(({ depth, path }) => {
        const keys = path.filter((segment) => !isCondition(segment));
        const whole = [...fetch.path.slice(0, depth), ...keys];
        const isAbove = other.path.every((segment, index) => whole[index] === segment);
        const below = whole.slice(other.path.length).filter((segment) => segment !== '@');
        return isAbove && selects(selectionsOf(other), below);
      }),
  );
}

/** Whether a fetch is another, or comes after it. */
function waitsFor(fetch: PlanFetch, other: PlanFetch): boolean {
  return fetch === other || fetch.after.some((earlier) => waitsFor(earlier, other));
}

function selectionsOf({ node }: PlanFetch): SelectionSetNode | undefined {
  const definition = parse(node.operation, { noLocation: true }).definitions[0];
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const [entities] = definition.selectionSet.selections;
  if (!node.requires) return definition.selectionSet;
  return entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
}

function selects(set: SelectionSetNode | undefined, [key, ...below]: readonly string[]): boolean {
  if (key === undefined) return true;
  return !!set?.selections.some((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return selects(selection.selectionSet, [key, ...below]);
    }
    return responseKey(selection) === key && selects(selection.selectionSet, below);
  });
}
