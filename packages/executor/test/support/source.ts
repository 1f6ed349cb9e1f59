import type { SubgraphAnswer } from '../../src/index.js';

/**
 * A stream of events that a test feeds. Like a real one it ends at once when its signal aborts or its
 * reader returns, and it tells whether that happened.
 */
export class Source implements AsyncIterableIterator<SubgraphAnswer> {
  closed = false;
  /** Events that were handed out. */
  taken = 0;
  readonly #waiting: PromiseWithResolvers<IteratorResult<SubgraphAnswer>>[] = [];
  readonly #events: (SubgraphAnswer | Error)[] = [];
  #ended = false;

  constructor(signal?: AbortSignal) {
    if (signal?.aborted) this.#close();
    signal?.addEventListener('abort', () => this.#close(), { once: true });
  }

  /** Events that nobody took yet. */
  get buffered(): number {
    return this.#events.length;
  }

  push(...events: (SubgraphAnswer | Error)[]): void {
    this.#events.push(...events);
    this.#settle();
  }

  end(): void {
    this.#ended = true;
    this.#settle();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<SubgraphAnswer>> {
    const waiting = Promise.withResolvers<IteratorResult<SubgraphAnswer>>();
    this.#waiting.push(waiting);
    this.#settle();
    return waiting.promise;
  }

  return(): Promise<IteratorResult<SubgraphAnswer>> {
    this.#close();
    return Promise.resolve({ done: true, value: undefined });
  }

  #close(): void {
    this.closed = true;
    this.#events.length = 0;
    this.end();
  }

  #settle(): void {
    while (this.#waiting.length > 0 && (this.#events.length > 0 || this.#ended)) {
      const waiting = this.#waiting.shift();
      const event = this.#events.shift();
      if (event instanceof Error) waiting?.reject(event);
      else if (event) {
        this.taken += 1;
        waiting?.resolve({ done: false, value: event });
      } else waiting?.resolve({ done: true, value: undefined });
    }
  }
}
