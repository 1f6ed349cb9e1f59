import type { ErrorList } from '../run/plan-error.js';
import type { Path } from '../run/places.js';
import type { ObjectShape } from './shape.js';

/** Knows which nulls the errors of the subgraphs explain: those above, at and below their paths. */
export class Explanations {
  readonly #errors = new Set<string>();
  /** What is next on the way to an error, by the path so far. */
  readonly #next = new Map<string, Set<string | number | undefined>>();
  readonly #everything: boolean;

  constructor({ list, more }: Pick<ErrorList, 'list' | 'more'>) {
    // Where not all errors could be kept, and for one without a path, nobody can tell.
    this.#everything = more > 0 || list.some(({ path }) => !path || path.length === 0);
    for (const { path = [] } of list) {
      this.#errors.add(JSON.stringify(path));
      for (let length = 0; length <= path.length; length += 1) {
        const here = JSON.stringify(path.slice(0, length));
        const next = this.#next.get(here) ?? new Set();
        this.#next.set(here, next.add(path[length]));
      }
    }
  }

  explain(path: Path): boolean {
    if (this.#everything) return true;
    if (this.#errors.size === 0) return false;
    if (this.#next.has(JSON.stringify(path))) return true;
    for (let length = path.length - 1; length > 0; length -= 1) {
      if (this.#errors.has(JSON.stringify(path.slice(0, length)))) return true;
    }
    return false;
  }

  /** Whether an object lacks what was needed for it and not asked for: other fields may be missing for that. */
  explainAbsence(path: Path, { fields }: ObjectShape): boolean {
    const next = this.#next.get(JSON.stringify(path)) ?? new Set();
    return [...next].some((key) => fields.every(({ source }) => source !== key));
  }
}
