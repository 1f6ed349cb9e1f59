import { isObject } from '../run/json.js';
import type { JsonObject } from '../run/json.js';
import type { Path } from '../run/places.js';
import { shapeAt } from './shape.js';
import type { ObjectShape, ValueShape } from './shape.js';

/** The id of a deferred fragment, undefined for what of an answer comes first. */
export type PartId = string | undefined;

/**
 * The parts of an answer in which there is something at a path of source keys, or a null on the way to it,
 * the outermost first. None of them has what is fetched only as a key or a requirement.
 */
export function partsOfPath(shape: ObjectShape, data: JsonObject, path: Path): Set<PartId> {
  const found = new Set<PartId>();
  const inObject = (
    { fields, deferred = [] }: ObjectShape,
    object: JsonObject,
    index: number,
    part: PartId,
  ): void => {
    const segment = path[index];
    if (segment === undefined) return void found.add(part);
    const field = fields.find(({ source }) => source === segment);
    if (field) inValue(field.value, object[segment], index + 1, part);
    for (const { id, shape: later } of deferred) inObject(later, object, index, id);
  };
  const inValue = (value: ValueShape, given: unknown, index: number, part: PartId): void => {
    const segment = path[index];
    if (segment === undefined || given === null || given === undefined) {
      found.add(part);
    } else if (value.kind === 'list') {
      const item = Array.isArray(given) && typeof segment === 'number' ? given[segment] : null;
      if (Array.isArray(given)) inValue(value.of, item, index + 1, part);
    } else if (isObject(given)) {
      const below = shapeAt(value, given);
      if (below) inObject(below, given, index, part);
    }
  };
  inObject(shape, data, 0, undefined);
  return found;
}
