import type { JsonObject } from './json.js';
import type { Path } from './places.js';

/** Parts of an answer in which errors have made objects null that were told before. */
export class NulledPlaces {
  readonly #parts = new Map<string, JsonObject[]>();

  add(path: Path, part: JsonObject): void {
    const key = JSON.stringify(path);
    this.#parts.set(key, [...(this.#parts.get(key) ?? []), part]);
  }

  /** Whether a part has told that something on the way is null. */
  has(path: Path): boolean {
    if (this.#parts.size === 0) return false;
    return path.some((_, length) => {
      const parts = this.#parts.get(JSON.stringify(path.slice(0, length)));
      return parts?.some((part) => leadsToNull(part, path.slice(length))) ?? false;
    });
  }
}

function leadsToNull(part: JsonObject, path: Path): boolean {
  let value: unknown = part;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return value === null;
}
