interface Waiting<Item> {
  resolve(result: IteratorResult<Item, undefined>): void;
  reject(reason: unknown): void;
}

/**
 * Items on their way from a source that pushes to a reader that pulls. It holds a bounded number of them,
 * and ends the moment its reader leaves: an async generator that waits for its source would first wait
 * for one more item. (The executor has one too: neither may import the other.)
 */
export class BoundedQueue<Item> implements AsyncIterableIterator<Item, undefined> {
  #items: Item[] = [];
  #waiting: Waiting<Item>[] = [];
  #ended = false;
  #failure: { reason: unknown } | undefined;

  /** `released` is called once, as soon as nothing more will be taken in. */
  constructor(
    private readonly limit: number,
    private readonly released: () => void = () => undefined,
  ) {}

  get ended(): boolean {
    return this.#ended;
  }

  /** Takes an item in; returns false, and takes nothing, where as many wait as may. */
  push(item: Item): boolean {
    if (this.#ended) return true;
    const reader = this.#waiting.shift();
    if (reader) reader.resolve({ value: item, done: false });
    else if (this.#items.length >= this.limit) return false;
    else this.#items.push(item);
    return true;
  }

  /** Nothing more comes; what waits is still read. */
  end(): void {
    this.#close();
  }

  /** The source is lost; what waits is still read, then the reader is told. */
  fail(reason: unknown): void {
    if (this.#ended) return;
    this.#failure = { reason };
    this.#close();
  }

  /** The reader is too slow: it is told at once, instead of what waits. */
  overflow(reason: unknown): void {
    this.#items = [];
    this.fail(reason);
  }

  /** Nothing is of interest any more, not even what waits. */
  drop(): void {
    this.#items = [];
    this.#failure = undefined;
    this.#close();
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    if (this.#items.length > 0) {
      return Promise.resolve({ value: this.#items.shift() as Item, done: false });
    }
    if (this.#failure) {
      const { reason } = this.#failure;
      this.#failure = undefined;
      return Promise.reject(reason);
    }
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  return(): Promise<IteratorResult<Item, undefined>> {
    this.drop();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #close(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const reader of this.#waiting.splice(0)) {
      if (this.#failure) reader.reject(this.#failure.reason);
      else reader.resolve({ value: undefined, done: true });
      this.#failure = undefined;
    }
    this.released();
  }
}
