interface Reader<Result> {
  resolve(result: IteratorResult<Result>): void;
  reject(error: unknown): void;
}

/**
 * What waits for one reader, in order and never more than `limit`. Ending it, with or without an error, lets
 * go of what waits: the reader asks anew for the present state.
 */
export class Mailbox<Item, Result> implements AsyncIterableIterator<Result> {
  readonly #waiting: Item[] = [];
  readonly #readers: Reader<Result>[] = [];
  #end: { error?: Error } | undefined;

  constructor(
    private readonly parts: {
      limit: number;
      /** Makes of an item what its reader gets, once that is asked for. */
      read(item: Item): Result;
      /** Why a reader that is too slow is sent away. */
      overflow(): Error;
      /** Called once, when it has ended for whatever reason. */
      ended(): void;
    },
  ) {}

  put(item: Item): void {
    if (this.#end) return;
    const reader = this.#readers.shift();
    if (reader) reader.resolve({ done: false, value: this.parts.read(item) });
    else if (this.#waiting.length < this.parts.limit) this.#waiting.push(item);
    else this.fail(this.parts.overflow());
  }

  /** The reader is told this error, at once, and then that nothing follows. */
  fail(error: Error): void {
    this.#close({ error });
  }

  /** Nothing follows. */
  close(): void {
    this.#close({});
  }

  next(): Promise<IteratorResult<Result>> {
    if (this.#end) {
      const { error } = this.#end;
      this.#end = {};
      return error ? Promise.reject(error) : Promise.resolve({ done: true, value: undefined });
    }
    if (this.#waiting.length > 0) {
      const [item] = this.#waiting.splice(0, 1) as [Item];
      return Promise.resolve({ done: false, value: this.parts.read(item) });
    }
    return new Promise((resolve, reject) => this.#readers.push({ resolve, reject }));
  }

  async return(): Promise<IteratorResult<Result>> {
    this.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #close(end: { error?: Error }): void {
    if (this.#end) return;
    this.#waiting.length = 0;
    const [first, ...others] = this.#readers.splice(0);
    // The one error is for the first who waits.
    this.#end = first ? {} : end;
    if (first && end.error) first.reject(end.error);
    else first?.resolve({ done: true, value: undefined });
    for (const reader of others) reader.resolve({ done: true, value: undefined });
    this.parts.ended();
  }
}
