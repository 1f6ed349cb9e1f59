import { isPlain, setOwn } from './json.js';
import type { JsonObject } from './json.js';

/** Adds to an object what a subgraph said of it: those of its keys that were asked for. */
export function merge(target: JsonObject, source: JsonObject, keys: readonly string[]): void {
  for (const key of keys) {
    const value = source[key];
    if (value === undefined) continue;
    const present = target[key];
    target[key] = typeof present === 'object' && present !== null ? united(present, value) : value;
  }
}

/** Two answers about one value as one: objects by their keys, lists item by item, else the later one. */
export function united(present: unknown, value: unknown): unknown {
  if (Array.isArray(present) && Array.isArray(value)) {
    value.forEach((item, index) => {
      present[index] = index < present.length ? united(present[index], item) : item;
    });
    return present;
  }
  if (!isPlain(present) || !isPlain(value)) return value;
  for (const key of Object.keys(value)) {
    setOwn(
      present,
      key,
      Object.hasOwn(present, key) ? united(present[key], value[key]) : value[key],
    );
  }
  return present;
}

/** A copy that shares nothing with the value. */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (!isPlain(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, copied(value[key]));
  return copy as T;
}
