import type { Freshness } from '@propertea/executor';

/** How long clients may keep the answer to one operation: the least of all its fetches. */
export class AnswerFreshness {
  #maxAge: number | undefined;
  #scope: Freshness['scope'] = 'PUBLIC';

  /** A fetch was answered; undefined where nobody may keep what it said. */
  note(fetch: Freshness | undefined): void {
    this.#maxAge = Math.min(this.#maxAge ?? Infinity, fetch?.maxAge ?? 0);
    if (fetch?.scope !== 'PUBLIC') this.#scope = 'PRIVATE';
  }

  /** The value of `cache-control` (RFC 9111). */
  get header(): string {
    const seconds = Math.floor(this.#maxAge ?? 0);
    return seconds > 0 ? `${this.#scope.toLowerCase()}, max-age=${seconds}` : 'no-store';
  }
}
