import { isObject } from '../run/json.js';
import type { JsonObject } from '../run/json.js';
import type { Path } from '../run/places.js';
import { shapeAt } from './shape.js';
import type { ObjectShape, ValueShape } from './shape.js';

/** An object of an answer to which a deferred fragment adds. */
export interface DeferredPlace {
  /** Of the fragment. */
  readonly id: string;
  readonly shape: ObjectShape;
  /** The object as the subgraphs told of it. */
  readonly object: JsonObject;
  /** Where it is in the answer, and by the keys of the subgraphs. */
  readonly path: Path;
  readonly source: Path;
}

/**
 * The places of the deferred fragments in a part of an answer that is `made` of `object`: what became null
 * has none. Those inside of deferred fragments follow with the parts of these.
 */
export function deferredPlaces(
  shape: ObjectShape,
  object: JsonObject,
  made: JsonObject,
  at: { readonly path: Path; readonly source: Path },
): DeferredPlace[] {
  const found: DeferredPlace[] = [];
  const followObject = (
    { fields, deferred = [] }: ObjectShape,
    given: JsonObject,
    told: JsonObject,
    path: Path,
    source: Path,
  ): void => {
    for (const { id, shape: later } of deferred) {
      found.push({ id, shape: later, object: given, path, source });
    }
    for (const field of fields) {
      if (!mayHoldObjects(field.value)) continue;
      const [below, value] = [given[field.source], told[field.key]];
      follow(field.value, below, value, [...path, field.key], [...source, field.source]);
    }
  };
  const follow = (
    value: ValueShape,
    given: unknown,
    told: unknown,
    path: Path,
    source: Path,
  ): void => {
    if (value.kind === 'list') {
      if (!Array.isArray(told) || !Array.isArray(given)) return;
      told.forEach((item, index) => {
        follow(value.of, given[index], item, [...path, index], [...source, index]);
      });
    } else if (isObject(told) && isObject(given)) {
      const below = shapeAt(value, given);
      if (below) followObject(below, given, told, path, source);
    }
  };
  followObject(shape, object, made, at.path, at.source);
  return found;
}

function mayHoldObjects(value: ValueShape): boolean {
  if (value.kind === 'list') return mayHoldObjects(value.of);
  return value.kind === 'object' || value.kind === 'abstract';
}
