import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import type { JsonObject } from './json.js';

const CONDITION = '... on ';

/** Whether a segment of a plan's path is a type condition, and no key. */
export const isCondition = (segment: string): boolean => segment.startsWith(CONDITION);

/** Whether an object is of the type of such a segment. Where no type was asked for, there is only the one. */
export function meetsCondition(
  object: JsonObject,
  segment: string,
  possibleTypes: SupergraphFacts['possibleTypes'],
): boolean {
  const typeName = object['__typename'];
  const condition = segment.slice(CONDITION.length);
  return (
    typeof typeName !== 'string' ||
    typeName === condition ||
    (possibleTypes.get(condition)?.has(typeName) ?? false)
  );
}
