import type { FetchDataRewrite } from '@apollo/query-planner';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { isObject } from './json.js';
import type { JsonObject } from './json.js';
import { isCondition, meetsCondition } from './type-condition.js';

/**
 * Carries out what a plan says of a representation or of an answer: a value set, or a key renamed, at the
 * end of a path of keys and type conditions (`... on T`), in every item of a list.
 */
export function rewrite(
  value: unknown,
  change: FetchDataRewrite,
  possibleTypes: SupergraphFacts['possibleTypes'],
): void {
  follow(value, change, 0, possibleTypes);
}

function follow(
  value: unknown,
  change: FetchDataRewrite,
  index: number,
  possibleTypes: SupergraphFacts['possibleTypes'],
): void {
  if (Array.isArray(value)) {
    for (const item of value) follow(item, change, index, possibleTypes);
    return;
  }
  const segment = change.path[index];
  if (!isObject(value) || segment === undefined) return;
  if (isCondition(segment)) {
    if (meetsCondition(value, segment, possibleTypes)) {
      follow(value, change, index + 1, possibleTypes);
    }
    return;
  }
  if (index < change.path.length - 1) {
    follow(value[segment], change, index + 1, possibleTypes);
  } else {
    apply(value, segment, change);
  }
}

function apply(object: JsonObject, key: string, change: FetchDataRewrite): void {
  if (change.kind === 'ValueSetter') {
    object[key] = change.setValueTo as unknown;
  } else if (key in object) {
    const value = object[key];
    delete object[key];
    object[change.renameKeyTo] = value;
  }
}
