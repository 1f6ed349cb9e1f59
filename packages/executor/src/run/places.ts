import { isObject } from './json.js';
import type { JsonObject } from './json.js';

/** A path of response keys and list indexes. */
export type Path = readonly (string | number)[];

/** The objects at a path of keys, where `@` stands for each of a list; what is null on the way is left out. */
export function placesAt(root: JsonObject, path: readonly string[]): JsonObject[] {
  let values: unknown[] = [root];
  for (const segment of path) {
    const next: unknown[] = [];
    if (segment === '@') {
      for (const value of values) {
        if (!Array.isArray(value)) continue;
        for (const item of value) if (typeof item === 'object' && item !== null) next.push(item);
      }
    } else {
      for (const value of values) {
        const child = (value as JsonObject)[segment];
        if (typeof child === 'object' && child !== null) next.push(child);
      }
    }
    values = next;
  }
  return values.filter(isObject);
}

/** Calls back for each object at a path with where it is. */
export function visitPlaces(
  root: JsonObject,
  path: readonly string[],
  found: (object: JsonObject, path: Path) => void,
): void {
  const follow = (value: unknown, index: number, here: Path): void => {
    const segment = path[index];
    if (typeof value !== 'object' || value === null) return;
    if (segment === undefined) {
      if (isObject(value)) found(value, here);
    } else if (segment === '@') {
      if (!Array.isArray(value)) return;
      value.forEach((item, position) => follow(item, index + 1, [...here, position]));
    } else {
      follow((value as JsonObject)[segment], index + 1, [...here, segment]);
    }
  };
  follow(root, 0, []);
}
