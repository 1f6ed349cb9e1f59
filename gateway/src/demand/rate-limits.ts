import type { Logger } from '@propertea/chassis/runtime';
import { inTime } from '../key-value/in-time.js';
import { memoryWindows } from '../key-value/memory-windows.js';
import type { SlidingWindows, Spending, Window } from '../key-value/sliding-windows.js';

/** Longer than this nobody waits for a decision. */
const PATIENCE_MS = 500;
/** How long a store that failed is not asked. */
const PAUSE_MS = 2_000;

export interface Charge extends Spending {
  /** Puts right what was charged. Nobody waits for it. */
  correct(difference: number): void;
}

/**
 * Budgets of callers, shared by all gateways. While the store cannot be reached each gateway counts by
 * itself, so that no request fails for it.
 */
export class RateLimits {
  readonly #own = memoryWindows();
  #pausedUntil = 0;

  constructor(
    private readonly shared: SlidingWindows,
    readonly window: Window,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  async charge(caller: string, units: number): Promise<Charge> {
    const key = `units:${caller}`;
    const { windows, spending } = await this.#spend(key, units);
    return {
      ...spending,
      correct: (difference) => {
        if (difference === 0 || !spending.allowed) return;
        windows
          .correct(key, spending.slice, difference, this.window)
          .catch((error: unknown) => this.#failed(error));
      },
    };
  }

  async #spend(key: string, units: number) {
    if (performance.now() >= this.#pausedUntil) {
      try {
        const spending = await inTime(this.shared.spend(key, units, this.window), PATIENCE_MS);
        return { windows: this.shared, spending };
      } catch (error) {
        this.#failed(error);
      }
    }
    return { windows: this.#own, spending: await this.#own.spend(key, units, this.window) };
  }

  #failed(error: unknown): void {
    const now = performance.now();
    if (now < this.#pausedUntil) return;
    this.#pausedUntil = now + PAUSE_MS;
    this.logger.warn({ err: error }, 'rate limits are kept by this gateway alone for a while');
  }
}
