import {
  baseType,
  federationMetadata,
  isCompositeType,
  MapWithCachedArrays,
  SelectionSet,
} from '@apollo/federation-internals';
import type { CompositeType } from '@apollo/federation-internals';

let isRepaired = false;

/**
 * Repairs what the planner gets wrong where a requirement leads back to the subgraph that it came from: it
 * puts what it needs on the way into the fetch before, which cannot give it. This reaches into the pinned
 * version's internals; the tests of the planner's defects and the differential test fail where it does
 * not hold any more.
 */
export function repairPlanner(): void {
  if (isRepaired) return;
  isRepaired = true;
  askNoExternalFields();
  keepWhatWaitsForOthers();
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
  parents(): readonly unknown[];
  canMergeChildIn(child: FetchGroup): boolean;
}

/**
 * A fetch that waits for others too, since one of its fields requires what they bring, does not become a
 * part of the one before them. The class of fetches is not exported: it is met where one is first kept.
 */
function keepWhatWaitsForOthers(): void {
  const { set } = MapWithCachedArrays.prototype;
  MapWithCachedArrays.prototype.set = function (
    this: MapWithCachedArrays<unknown, unknown>,
    key: unknown,
    value: unknown,
  ) {
    if (isFetchGroup(value)) {
      MapWithCachedArrays.prototype.set = set;
      const prototype = Object.getPrototypeOf(value) as FetchGroup;
      const fits = prototype.canMergeChildIn;
      prototype.canMergeChildIn = function (this: FetchGroup, child: FetchGroup): boolean {
        return child.parents().length === 1 && fits.call(this, child);
      };
    }
    return set.call(this, key, value);
  };
}

function isFetchGroup(value: unknown): value is FetchGroup {
  return typeof value === 'object' && value !== null && 'canMergeChildIn' in value;
}
