import { GraphQLError } from 'graphql';
import { clientPath } from '../shape/client-path.js';
import type { DeferredPlace } from '../shape/deferred-places.js';
import { partsOfPath } from '../shape/parts-of-path.js';
import type { PartId } from '../shape/parts-of-path.js';
import type { ObjectShape } from '../shape/shape.js';
import { toError } from './answer.js';
import type { JsonObject } from './json.js';
import { ErrorList } from './plan-error.js';
import type { PlanError } from './plan-error.js';

/** The errors of one part, told by nobody else. */
export interface PartErrors {
  readonly list: PlanError[];
  /** How many more there were. */
  readonly more: number;
}

/**
 * Which errors belong to which part of an answer. Each is told once: with the part of the fetch that it
 * came from where that has something at its path, else with the first part that has and is still to come.
 */
export class ErrorsByPart {
  readonly #lists = new Map<PartId, ErrorList>();
  readonly #told = new Set<PlanError>();
  readonly #delivered = new Set<PartId>();

  constructor(private readonly shape: ObjectShape) {}

  /** What the fetches of a part add to. */
  of(part: PartId): ErrorList {
    let list = this.#lists.get(part);
    if (!list) this.#lists.set(part, (list = new ErrorList()));
    return list;
  }

  /** What is to be told with a part, which is delivered with it. */
  take(part: PartId, data: JsonObject): PartErrors {
    const list: PlanError[] = [];
    for (const [origin, { list: errors }] of this.#lists) {
      for (const error of errors) {
        if (this.#told.has(error) || this.#ownerOf(error, origin, data) !== part) continue;
        this.#told.add(error);
        list.push(error);
      }
    }
    this.#delivered.add(part);
    return { list, more: this.of(part).more };
  }

  #ownerOf({ path = [] }: PlanError, origin: PartId, data: JsonObject): PartId {
    const parts = path.length > 0 ? partsOfPath(this.shape, data, path) : new Set<PartId>();
    if (parts.has(origin)) return origin;
    for (const part of parts) if (!this.#delivered.has(part)) return part;
    return origin;
  }
}

/** The errors of a part of which each is told with the place that it is about. */
export class ErrorsByPlace {
  readonly #byPlace = new Map<DeferredPlace | undefined, GraphQLError[]>();

  constructor(
    { list }: PartErrors,
    places: readonly DeferredPlace[],
    whole: { readonly shape: ObjectShape; readonly data: JsonObject },
  ) {
    const bySource = new Map<string, DeferredPlace>();
    if (list.length > 0) {
      for (const place of places) bySource.set(JSON.stringify(place.source), place);
    }
    for (const error of list) {
      const { path } = error;
      const place = path && placeOf(path, bySource);
      const shown = path && shownPath(path, place, whole);
      const known = this.#byPlace.get(place) ?? [];
      const { message, extensions } = error;
      this.#byPlace.set(place, [
        ...known,
        toError({ message, ...(shown && { path: shown }), extensions }),
      ]);
    }
  }

  /** Those of one place; without a place, those of no place in particular. */
  of(place: DeferredPlace | undefined): readonly GraphQLError[] {
    return this.#byPlace.get(place) ?? [];
  }
}

/** As far as the path leads through the part, or through what came first: keys and requirements are of neither. */
function shownPath(
  path: NonNullable<PlanError['path']>,
  place: DeferredPlace | undefined,
  whole: { readonly shape: ObjectShape; readonly data: JsonObject },
): (string | number)[] {
  const outside = clientPath(whole.shape, whole.data, path);
  if (!place) return outside;
  const inside = clientPath(place.shape, place.object, path.slice(place.source.length));
  const length = place.path.length + inside.length;
  return length >= outside.length ? [...place.path, ...inside] : outside;
}

function placeOf(
  path: NonNullable<PlanError['path']>,
  bySource: ReadonlyMap<string, DeferredPlace>,
): DeferredPlace | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = bySource.get(JSON.stringify(path.slice(0, length)));
    if (place) return place;
  }
  return undefined;
}
