import { isObject } from '../run/json.js';
import type { JsonObject } from '../run/json.js';
import type { Path } from '../run/places.js';
import type { ObjectShape, ValueShape } from './shape.js';

/**
 * A path of the subgraphs' keys as the client knows it: aliases of the client's, and no further than what
 * it asked for. What is fetched only as a key or a requirement stays unnamed.
 */
export function clientPath(shape: ObjectShape, data: JsonObject, path: Path): (string | number)[] {
  const found: (string | number)[] = [];
  let value: ValueShape = { kind: 'object', nonNull: true, shape };
  let given: unknown = data;
  for (const segment of path) {
    if (value.kind === 'list' && typeof segment === 'number') {
      value = value.of;
      found.push(segment);
    } else {
      const fields = fieldsOf(value, given);
      const field = fields?.find(({ source }) => source === segment);
      if (!field) break;
      value = field.value;
      found.push(field.key);
    }
    given =
      typeof given === 'object' && given !== null ? (given as JsonObject)[segment] : undefined;
  }
  return found;
}

function fieldsOf(value: ValueShape, given: unknown): ObjectShape['fields'] | undefined {
  if (value.kind === 'object') return value.shape.fields;
  if (value.kind !== 'abstract') return undefined;
  const typeName = isObject(given) ? given['__typename'] : null;
  const isName = typeName === undefined || typeof typeName === 'string';
  return isName ? value.shapeOf(typeName)?.fields : undefined;
}
