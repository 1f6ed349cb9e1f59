/** What all values are called that come after the bound. */
export const OTHER = 'other';

/** Values of a label that come from outside: the first so many as they are, the rest together. */
export class BoundedValues {
  readonly #known = new Set<string>();

  constructor(private readonly bound: number) {}

  of(value: string): string {
    if (this.#known.has(value)) return value;
    if (this.#known.size >= this.bound) return OTHER;
    this.#known.add(value);
    return value;
  }
}
