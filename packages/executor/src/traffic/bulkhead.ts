import { whenAborted } from '../fetch/when-aborted.js';
import type { ConcurrencyRules } from './rules.js';
import { TrafficRefusal } from './refusal.js';

/** Bounds the requests under way and those that wait for their turn, which comes in order. */
export class Bulkhead {
  #underWay = 0;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly rules: () => ConcurrencyRules) {}

  get underWay(): number {
    return this.#underWay;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Undefined for who may go on at once. Throws `TrafficRefusal`; rejects where the signal aborts. */
  enter(signal: AbortSignal): Promise<void> | undefined {
    const { requests, waiting } = this.rules();
    if (this.#underWay < requests) {
      this.#underWay += 1;
      return undefined;
    }
    if (this.#waiting.size >= waiting) {
      throw new TrafficRefusal('too many requests to it are under way');
    }
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        settle();
        resolve();
      };
      const settle = whenAborted(signal, () => {
        this.#waiting.delete(enter);
        settle();
        reject(signal.reason as Error);
      });
      this.#waiting.add(enter);
    });
  }

  /** To be called once by everybody who entered. */
  leave(): void {
    this.#underWay -= 1;
    for (const enter of this.#waiting) {
      if (this.#underWay >= this.rules().requests) return;
      this.#waiting.delete(enter);
      this.#underWay += 1;
      enter();
    }
  }
}
