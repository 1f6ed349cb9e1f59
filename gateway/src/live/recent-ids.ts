/** Knows the last `limit` ids: what is delivered at least once is told once. */
export class RecentIds {
  readonly #known = new Set<string>();

  constructor(private readonly limit: number) {}

  /** Whether the id is new among the last ones; from now on it is known. */
  isNew(id: string): boolean {
    if (this.#known.has(id)) return false;
    this.#known.add(id);
    if (this.#known.size > this.limit) {
      const [oldest] = this.#known;
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    return true;
  }
}
