/* oxlint-disable typescript/unbound-method -- methods are taken from prototypes and called with their object */
import {
  baseType,
  federationMetadata,
  isCompositeType,
  isObjectType,
  MapWithCachedArrays,
  SelectionSet,
  SelectionSetUpdates,
} from '@apollo/federation-internals';
import type { CompositeType, ObjectType, Selection } from '@apollo/federation-internals';
import { PathTree } from '@apollo/query-graphs';

let isRepaired = false;

/**
 * Repairs what the planner gets wrong about requirements of requirements and several contexts. This reaches into the internals
 * of the pinned version; the tests of its defects and the differential test fail where it does not hold.
 */
export function repairPlanner(): void {
  if (isRepaired) return;
  isRepaired = true;
  askNoExternalFields();
  repairFetchGroups();
  dropImpossibleFragments();
  keepSelectionsOfMergedPaths();
}

/**
 * Whether a selection can be fetched from a subgraph, the planner judges by the fields that the subgraph's
 * schema has. It also has fields that the subgraph knows only from others, and answers null or an error for.
 */
function askNoExternalFields(): void {
  const fits = SelectionSet.prototype.canRebaseOn;
  SelectionSet.prototype.canRebaseOn = function (this: SelectionSet, type: CompositeType): boolean {
    return fits.call(this, type) && !asksExternal(this, type);
  };
}

function asksExternal(set: SelectionSet, type: CompositeType): boolean {
  const metadata = federationMetadata(type.schema());
  return set.selections().some((selection) => {
    if (selection.kind === 'FragmentSelection') {
      const narrowed = type.schema().type(selection.element.typeCondition?.name ?? type.name);
      const inside = narrowed && isCompositeType(narrowed) ? narrowed : type;
      return asksExternal(selection.selectionSet, inside);
    }
    const field = type.field(selection.element.name);
    if (!field) return false;
    if (metadata?.isFieldExternal(field)) return true;
    const below = field.type && baseType(field.type);
    return !!selection.selectionSet && !!below && isCompositeType(below)
      ? asksExternal(selection.selectionSet, below)
      : false;
  });
}

/** A fetch as far as it matters here. */
interface FetchGroup {
  /** The label of the fragment with which the fetch is deferred. */
  deferRef: string | undefined;
  parents(): readonly unknown[];
  addParent(parent: { readonly group: FetchGroup }): void;
  canMergeChildIn(child: FetchGroup): boolean;
}

/** The class of fetches is not exported: it is met where one is first kept. */
function repairFetchGroups(): void {
  const { set } = MapWithCachedArrays.prototype;
  MapWithCachedArrays.prototype.set = function (
    this: MapWithCachedArrays<unknown, unknown>,
    key: unknown,
    value: unknown,
  ) {
    if (isFetchGroup(value)) {
      MapWithCachedArrays.prototype.set = set;
      const prototype = Object.getPrototypeOf(value) as FetchGroup;
      keepWhatWaitsForOthers(prototype);
      deferWhatWaitsForDeferred(prototype);
    }
    return set.call(this, key, value);
  };
}

/**
 * A fetch that waits for others too, since one of its fields requires what they bring, does not become a
 * part of the one before them.
 */
function keepWhatWaitsForOthers(prototype: FetchGroup): void {
  const fits = prototype.canMergeChildIn;
  prototype.canMergeChildIn = function (this: FetchGroup, child: FetchGroup): boolean {
    return child.parents().length === 1 && fits.call(this, child);
  };
}

/**
 * The fetch of a field that requires others, deep in what is deferred, is not said to be deferred as well;
 * the planner then finds that nothing can wait for what comes later, and gives up.
 */
function deferWhatWaitsForDeferred(prototype: FetchGroup): void {
  const { addParent } = prototype;
  prototype.addParent = function (this: FetchGroup, parent): void {
    this.deferRef ??= parent.group.deferRef;
    return addParent.call(this, parent);
  };
}

function isFetchGroup(value: unknown): value is FetchGroup {
  return typeof value === 'object' && value !== null && 'canMergeChildIn' in value;
}

/**
 * What an interface object requires, each type of the interface may get in a way of its own: as fragments
 * on all of them, inside an object of which the type is known. Those on other types cannot be added there.
 */
function dropImpossibleFragments(): void {
  const { addAtPath } = SelectionSetUpdates.prototype;
  SelectionSetUpdates.prototype.addAtPath = function (this: SelectionSetUpdates, path, selections) {
    const last = path.at(-1);
    const type = last?.kind === 'Field' ? last.baseType() : last?.castedType();
    if (!selections || !type || !isObjectType(type)) return addAtPath.call(this, path, selections);
    const all = listed(selections);
    const possible = all.flatMap((selection) => possibleIn(selection, type) ?? []);
    const isWhole = all.length === possible.length;
    if (isWhole && possible.every((selection, index) => selection === all[index])) {
      return addAtPath.call(this, path, selections);
    }
    return possible.length > 0 ? addAtPath.call(this, path, possible) : this;
  };
}

/** The selection without fragments that an object of the type never passes; undefined where nothing is left. */
function possibleIn(selection: Selection, type: ObjectType): Selection | undefined {
  if (selection.kind !== 'FragmentSelection') return selection;
  const condition = selection.element.typeCondition;
  if (condition && isObjectType(condition)) {
    return condition.name === type.name ? selection : undefined;
  }
  const inside = selection.selectionSet.lazyMap((below) => possibleIn(below, type));
  if (inside === selection.selectionSet) return selection;
  return inside.isEmpty() ? undefined : selection.mapToSelectionSet(() => inside);
}

function listed(selections: Selection | SelectionSet | readonly Selection[]): readonly Selection[] {
  if (selections instanceof SelectionSet) return selections.selections();
  return 'kind' in selections ? [selections] : selections;
}

/** As far as it matters here. */
interface Paths {
  readonly localSelections: readonly SelectionSet[] | undefined;
  readonly childs: readonly unknown[];
  merge(other: Paths): Paths;
  equalsSameRoot(other: Paths): boolean;
  mergeLocalSelectionsWith(other: Paths): Paths['localSelections'];
}

/**
 * Paths that end with selections, two that lead to the same place are taken for the same, or one for
 * nothing: what the arguments of several fields are told by one object is then not all fetched.
 */
function keepSelectionsOfMergedPaths(): void {
  const prototype = PathTree.prototype as unknown as Paths;
  const { merge, equalsSameRoot } = prototype;
  prototype.merge = function (this: Paths, other): Paths {
    const merged = merge.call(this, other);
    if (this === other || (this.childs.length > 0 && other.childs.length > 0)) return merged;
    const localSelections = this.mergeLocalSelectionsWith(other);
    if (merged.localSelections === localSelections) return merged;
    return Object.assign(Object.create(Object.getPrototypeOf(merged) as object) as Paths, merged, {
      localSelections,
    });
  };
  prototype.equalsSameRoot = function (this: Paths, other): boolean {
    const { localSelections: ours = [] } = this;
    const { localSelections: theirs = [] } = other;
    const areSame =
      ours.length === theirs.length &&
      ours.every(
        (set, index) => set === theirs[index] || set.equals(theirs[index] as SelectionSet),
      );
    return areSame && equalsSameRoot.call(this, other);
  };
}
