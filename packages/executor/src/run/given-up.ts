import { setMaxListeners } from 'node:events';

/**
 * Lets what was begun be left when a signal aborts, though it goes on: a subgraph in this process may not
 * be able to stop. One listener for all that an operation begins.
 */
export class GivenUp {
  readonly #ended: Promise<never> | undefined;
  #forget: (() => void) | undefined;

  constructor(private readonly signal: AbortSignal | undefined) {
    if (!signal) return;
    // Every fetch under way listens too.
    setMaxListeners(0, signal);
    this.#ended = new Promise((_, reject) => {
      const giveUp = (): void => reject(new Error('The operation was given up'));
      signal.addEventListener('abort', giveUp, { once: true });
      this.#forget = () => signal.removeEventListener('abort', giveUp);
    });
    this.#ended.catch(() => undefined);
  }

  /** Rejects as soon as the signal aborts. Nothing is begun after that. */
  unless<T>(begin: () => Promise<T>): Promise<T> {
    if (this.signal?.aborted) return Promise.reject(new Error('The operation was given up'));
    return this.#ended ? Promise.race([begin(), this.#ended]) : begin();
  }

  /** To be called when nothing is begun any more. */
  end(): void {
    this.#forget?.();
  }
}
