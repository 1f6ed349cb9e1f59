import type { JsonObject } from '../run/json.js';
import type { Path } from '../run/places.js';
import { shapeAt } from './shape.js';
import type { FieldShape, ObjectShape, ValueShape } from './shape.js';

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
      const field: FieldShape | undefined = shapeAt(value, given)?.fields.find(
        ({ source }) => source === segment,
      );
      if (!field) break;
      value = field.value;
      found.push(field.key);
    }
    given =
      typeof given === 'object' && given !== null ? (given as JsonObject)[segment] : undefined;
  }
  return found;
}
