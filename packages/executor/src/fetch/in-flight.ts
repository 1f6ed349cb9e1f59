import { QuickAbortController, unlessAborted } from './when-aborted.js';

/** One piece of work, and who waits for it. */
interface Shared<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Lets equal work that is asked for while it is under way be done once. Each caller may leave on its own:
 * the work is given up when the last one has.
 */
export class InFlight<T> {
  readonly #underWay = new Map<string, Shared<T>>();

  /**
   * `key` must hold everything that may influence the result. The result is the same object for all, or
   * with `copy` a copy for each but one.
   */
  share(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
    copy?: (value: T) => T,
  ): Promise<T> {
    let shared = this.#underWay.get(key);
    if (!shared) {
      const controller = new QuickAbortController();
      shared = { result: start(controller.signal), controller, waiting: 0 };
      this.#underWay.set(key, shared);
      const forget = (): void => this.#forget(key, shared);
      shared.result.then(forget, forget);
    }
    // All copies are made as soon as the result is there, before anybody goes on with it.
    const result = copy && shared.waiting > 0 ? shared.result.then(copy) : shared.result;
    return this.#join(key, shared, result, signal);
  }

  /** How many pieces of work are under way. */
  get size(): number {
    return this.#underWay.size;
  }

  #forget(key: string, shared: Shared<T> | undefined): void {
    if (this.#underWay.get(key) === shared) this.#underWay.delete(key);
  }

  #join(
    key: string,
    shared: Shared<T>,
    result: Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    shared.waiting += 1;
    const leave = (): Error => {
      shared.waiting -= 1;
      if (shared.waiting === 0) {
        this.#forget(key, shared);
        shared.controller.abort(signal?.reason);
      }
      return new Error('The operation was given up', { cause: signal?.reason });
    };
    return unlessAborted(signal, () => result, leave);
  }
}
