import type { ContextPlace, ContextualPart } from '../compile/steps.js';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { isObject } from './json.js';
import { isCondition, meetsCondition } from './type-condition.js';

/** What is read where the objects on a way are of other types. */
const OTHER_TYPE = Symbol('other type');

/**
 * The values that arguments have by the objects above an entity. Undefined where one of them is not known:
 * a fetch before has failed there and said so.
 */
export function contextValues(
  wanted: ContextualPart['arguments'],
  places: readonly (readonly ContextPlace[])[],
  way: readonly object[],
  possibleTypes: SupergraphFacts['possibleTypes'],
): unknown[] | undefined {
  const values: unknown[] = [];
  for (const [index, { nullable }] of wanted.entries()) {
    const value = nearest(places[index] ?? [], way, possibleTypes);
    if (value === undefined || (value === null && !nullable)) return undefined;
    values.push(value);
  }
  return values;
}

function nearest(
  places: readonly ContextPlace[],
  way: readonly object[],
  possibleTypes: SupergraphFacts['possibleTypes'],
): unknown {
  for (const { depth, path } of places) {
    const value = read(way[depth], path, 0, possibleTypes);
    if (value !== OTHER_TYPE) return value;
  }
  return undefined;
}

function read(
  value: unknown,
  path: readonly string[],
  index: number,
  possibleTypes: SupergraphFacts['possibleTypes'],
): unknown {
  const segment = path[index];
  if (segment === undefined || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => read(item, path, index, possibleTypes));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isObject(value)) return undefined;
  if (!isCondition(segment)) return read(value[segment], path, index + 1, possibleTypes);
  return meetsCondition(value, segment, possibleTypes)
    ? read(value, path, index + 1, possibleTypes)
    : OTHER_TYPE;
}
