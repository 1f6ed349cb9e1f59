import type { ErrorList } from '../run/plan-error.js';
import type { Path } from '../run/places.js';

/** Knows which nulls the errors of the subgraphs explain: those above, at and below their paths. */
export class Explanations {
  readonly #errors = new Set<string>();
  readonly #above = new Set<string>();
  readonly #everything: boolean;

  constructor({ list, more }: ErrorList) {
    // Where not all errors could be kept, and for one without a path, nobody can tell.
    this.#everything = more > 0 || list.some(({ path }) => !path || path.length === 0);
    for (const { path = [] } of list) {
      this.#errors.add(JSON.stringify(path));
      for (let length = 0; length <= path.length; length += 1) {
        this.#above.add(JSON.stringify(path.slice(0, length)));
      }
    }
  }

  explain(path: Path): boolean {
    if (this.#everything) return true;
    if (this.#errors.size === 0) return false;
    if (this.#above.has(JSON.stringify(path))) return true;
    for (let length = path.length - 1; length > 0; length -= 1) {
      if (this.#errors.has(JSON.stringify(path.slice(0, length)))) return true;
    }
    return false;
  }
}
