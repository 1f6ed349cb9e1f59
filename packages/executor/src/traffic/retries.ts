import type { RetryRules } from './rules.js';

/** So many retries may come at once after a quiet time, and as many failures before the first success. */
const RESERVE = 10;

/**
 * How long to wait before the retry after `failed` failed attempts, in ms: exponential backoff with full
 * jitter, random_between(0, min(cap, base * 2 ** attempt)), which spreads clients that failed together
 * (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 */
export function backoff(
  { baseMs, maxMs }: Pick<RetryRules, 'baseMs' | 'maxMs'>,
  failed: number,
  random: () => number = Math.random,
): number {
  return random() * Math.min(maxMs, baseMs * 2 ** (failed - 1));
}

/** Keeps retries a share of the requests, so that a subgraph in trouble is not asked many times as much. */
export class RetryBudget {
  #left = RESERVE;

  /** A request is sent for the first time. */
  earn(share: number): void {
    this.#left = Math.min(RESERVE, this.#left + share);
  }

  /** False where no retry is left. */
  spend(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
