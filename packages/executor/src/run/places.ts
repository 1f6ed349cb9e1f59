import { isObject } from './json.js';
import type { JsonObject } from './json.js';

/** A path of response keys and list indexes. */
export type Path = readonly (string | number)[];

/** Called with an object and where it hangs: `owner[slot]` is the object. */
type VisitObject = (
  object: JsonObject,
  owner: Record<string | number, unknown>,
  slot: string | number,
) => void;

/**
 * Calls back for each object at a path of keys, where `@` stands for each of a list; what is null on the
 * way is left out. The path is not empty.
 */
export function eachObject(root: JsonObject, path: readonly string[], visit: VisitObject): void {
  follow(root, path, 0, visit);
}

function follow(holder: object, path: readonly string[], index: number, visit: VisitObject): void {
  const segment = path[index] as string;
  const owner = holder as Record<string | number, unknown>;
  if (segment !== '@') {
    step(owner[segment], owner, segment, path, index, visit);
  } else if (Array.isArray(holder)) {
    for (let slot = 0; slot < holder.length; slot += 1) {
      step(holder[slot], owner, slot, path, index, visit);
    }
  }
}

function step(
  child: unknown,
  owner: Record<string | number, unknown>,
  slot: string | number,
  path: readonly string[],
  index: number,
  visit: VisitObject,
): void {
  if (typeof child !== 'object' || child === null) return;
  if (index < path.length - 1) follow(child, path, index + 1, visit);
  else if (!Array.isArray(child)) visit(child as JsonObject, owner, slot);
}

/**
 * As `eachObject`, with the way to each object: what is met from the root to the object itself, one more than
 * the path has segments. The list is the same each time.
 */
export function eachObjectBelow(
  root: JsonObject,
  path: readonly string[],
  visit: (way: readonly object[], ...object: Parameters<VisitObject>) => void,
): void {
  const way: object[] = [root];
  const descend = (holder: object, index: number): void => {
    const segment = path[index] as string;
    const owner = holder as Record<string | number, unknown>;
    const enter = (child: unknown, slot: string | number): void => {
      if (typeof child !== 'object' || child === null) return;
      way[index + 1] = child;
      if (index < path.length - 1) descend(child, index + 1);
      else if (!Array.isArray(child)) visit(way, child as JsonObject, owner, slot);
    };
    if (segment !== '@') enter(owner[segment], segment);
    else if (Array.isArray(holder)) holder.forEach(enter);
  };
  descend(root, 0);
}

/** Calls back for each object at a path with where it is. */
export function visitPlaces(
  root: JsonObject,
  path: readonly string[],
  found: (object: JsonObject, path: Path) => void,
): void {
  const seek = (value: unknown, index: number, here: Path): void => {
    const segment = path[index];
    if (typeof value !== 'object' || value === null) return;
    if (segment === undefined) {
      if (isObject(value)) found(value, here);
    } else if (segment === '@') {
      if (!Array.isArray(value)) return;
      value.forEach((item, position) => seek(item, index + 1, [...here, position]));
    } else {
      seek((value as JsonObject)[segment], index + 1, [...here, segment]);
    }
  };
  seek(root, 0, []);
}
