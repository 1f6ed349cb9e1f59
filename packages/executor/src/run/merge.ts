import { isPlain, setOwn } from './json.js';
import type { JsonObject } from './json.js';

/** The names of interfaces. */
export type Interfaces = ReadonlySet<string>;

/** Adds to an object what a subgraph said of it: those of its keys that were asked for. */
export function merge(
  target: JsonObject,
  source: JsonObject,
  keys: readonly string[],
  interfaces: Interfaces,
): void {
  for (const key of keys) {
    const value = source[key];
    if (value === undefined) continue;
    const present = target[key];
    if (present === undefined || present === null) target[key] = value;
    else if (key === '__typename') target[key] = knownType(present, value, interfaces);
    else target[key] = typeof present === 'object' ? united(present, value, interfaces) : value;
  }
}

/** Two answers about one value as one: objects by their keys, lists item by item, else the later one. */
export function united(present: unknown, value: unknown, interfaces: Interfaces): unknown {
  if (Array.isArray(present) && Array.isArray(value)) {
    value.forEach((item, index) => {
      present[index] = index < present.length ? united(present[index], item, interfaces) : item;
    });
    return present;
  }
  if (!isPlain(present) || !isPlain(value)) return value;
  for (const key of Object.keys(value)) {
    const said = value[key];
    if (!Object.hasOwn(present, key)) setOwn(present, key, said);
    else if (key === '__typename') present[key] = knownType(present[key], said, interfaces);
    else setOwn(present, key, united(present[key], said, interfaces));
  }
  return present;
}

/** A subgraph that knows an interface only as an object calls it by its name: that says less than a type. */
function knownType(present: unknown, said: unknown, interfaces: Interfaces): unknown {
  return typeof said === 'string' && interfaces.has(said) ? present : said;
}

/** A copy that shares nothing with the value. */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (!isPlain(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, copied(value[key]));
  return copy as T;
}
