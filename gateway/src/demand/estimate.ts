import { getNullableType, isListType } from 'graphql';
import type { GraphQLObjectType, GraphQLOutputType, SelectionSetNode } from 'graphql';
import type { FieldCosts } from './field-costs.js';
import { listLengthOf } from './list-length.js';
import type { ListLength } from './list-length.js';
import { objectsOf } from './selections.js';
import type { Selected, Selections } from './selections.js';

/** A list of the operation and what it adds to the estimate. */
export interface SizedList {
  /** Of the field whose argument sizes it, such as `properties.nodes.units`. */
  readonly path: string;
  readonly argument: string | undefined;
  readonly length: number;
  /** What one item more adds, in all places together. */
  perItem: number;
}

export interface Estimate {
  readonly cost: number;
  readonly lists: readonly SizedList[];
}

/** Where in the operation something stands. */
interface Place {
  readonly path: string;
  /** How often at most. */
  readonly times: number;
  readonly depth: number;
}

/** Deeper than any valid document within the limits: a fragment within itself. */
const DEEPEST = 200;

/**
 * What an operation costs at most, as far as sizes are assumed rightly. Bounded by the document's
 * size, not by its numbers. Throws `Fault`.
 */
export function estimate(selections: Selections, costs: FieldCosts): Estimate {
  const { operation, schema } = selections;
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return { cost: 1, lists: [] };
  const lists: SizedList[] = [];
  const walk = new Walk(selections, costs);
  const place = { path: '', times: 1, depth: 0 };
  const cost = 1 + walk.ofObject(root, selections.root, place, lists);
  return { cost: Math.min(cost, Number.MAX_SAFE_INTEGER), lists };
}

class Walk {
  readonly #isMutation: boolean;

  constructor(
    private readonly selections: Selections,
    private readonly costs: FieldCosts,
  ) {
    this.#isMutation = selections.operation?.operation === 'mutation';
  }

  ofObject(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    place: Place,
    lists: SizedList[],
    sized?: { list: SizedList; names: readonly string[] },
  ): number {
    if (place.depth > DEEPEST) return 0;
    let sum = 0;
    for (const selected of this.selections.of(type, sets)) {
      const by = sized?.names.includes(selected.field.name) ? sized.list : undefined;
      sum += this.#ofField(type, selected, place, lists, by);
    }
    return sum;
  }

  #ofField(
    parent: GraphQLObjectType,
    selected: Selected,
    at: Place,
    lists: SizedList[],
    sizedBy: SizedList | undefined,
  ): number {
    const { field, key, node } = selected;
    const path = at.path ? `${at.path}.${key}` : key;
    const given = node.arguments?.map(({ name }) => name.value) ?? [];
    const call = this.costs.ofCall(parent, field, given, this.#isMutation && at.depth === 0);
    const own = this.costs.ofValue(parent, field);

    const size = this.costs.sizeOf(parent, field);
    const length: ListLength = size ? listLengthOf(selected, size, this.selections) : { length: 1 };
    const list = { path, argument: length.argument, length: length.length, perItem: 0 };
    const levels = listLevels(field.type);
    // A list that its connection sizes is of that length; lists in lists are taken to be equally long.
    const count = levels > 0 ? (sizedBy?.length ?? length.length) ** levels : 1;

    const place = { path, times: at.times * count, depth: at.depth + 1 };
    const within = size?.sizedFields.length ? { list, names: size.sizedFields } : undefined;
    const each = own + this.#ofMostCostly(selected, place, lists, within);
    if (levels > 0) {
      (sizedBy ?? list).perItem += at.times * each;
      if (!sizedBy) lists.push(list);
    } else if (within) {
      lists.push(list);
    }
    return call + count * each;
  }

  /** Of an abstract type: the possible type that costs most. */
  #ofMostCostly(
    { field, sets }: Selected,
    place: Place,
    lists: SizedList[],
    sized: { list: SizedList; names: readonly string[] } | undefined,
  ): number {
    const [only, ...others] = objectsOf(this.selections.schema, field);
    if (!only || sets.length === 0) return 0;
    if (others.length === 0) return this.ofObject(only, sets, place, lists, sized);
    let most: Estimate = { cost: 0, lists: [] };
    for (const type of [only, ...others]) {
      const own: SizedList[] = [];
      const cost = this.ofObject(type, sets, place, own, sized);
      if (cost > most.cost) most = { cost, lists: own };
    }
    lists.push(...most.lists);
    return most.cost;
  }
}

function listLevels(type: GraphQLOutputType): number {
  const own = getNullableType(type);
  return isListType(own) ? 1 + listLevels(own.ofType) : 0;
}
