/**
 * In which order operations begin: one in each round of the event loop, after what has come for those under
 * way. Of many that arrive together few are half done at a time then, and little is held that the collector
 * would copy. Equal ones begin together, for they share what they fetch.
 */
export class Turns {
  readonly #waiting = new Map<string, (() => void)[]>();

  /** Resolves when an operation may begin; equal ones have equal keys. */
  next(key: string): Promise<void> {
    return new Promise((begin) => {
      const equal = this.#waiting.get(key);
      if (equal) return void equal.push(begin);
      this.#waiting.set(key, [begin]);
      if (this.#waiting.size === 1) setImmediate(() => this.#begin());
    });
  }

  #begin(): void {
    const [first] = this.#waiting;
    if (!first) return;
    const [key, equal] = first;
    this.#waiting.delete(key);
    if (this.#waiting.size > 0) setImmediate(() => this.#begin());
    for (const begin of equal) begin();
  }
}
