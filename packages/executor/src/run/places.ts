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
  let owners: unknown[] = [root];
  const last = path.length - 1;
  for (let index = 0; index < last; index += 1) {
    const next: unknown[] = [];
    eachChild(owners, path[index] as string, (child) => void next.push(child));
    owners = next;
  }
  eachChild(owners, path[last] as string, (child, owner, slot) => {
    if (!Array.isArray(child)) visit(child as JsonObject, owner, slot);
  });
}

function eachChild(
  owners: readonly unknown[],
  segment: string,
  visit: (child: object, owner: Record<string | number, unknown>, slot: string | number) => void,
): void {
  for (const owner of owners as Record<string | number, unknown>[]) {
    if (segment !== '@') {
      const child = owner[segment];
      if (typeof child === 'object' && child !== null) visit(child, owner, segment);
    } else if (Array.isArray(owner)) {
      for (let slot = 0; slot < owner.length; slot += 1) {
        const child: unknown = owner[slot];
        if (typeof child === 'object' && child !== null) visit(child, owner, slot);
      }
    }
  }
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
