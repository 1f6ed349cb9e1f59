import type { BreakerRules } from './rules.js';

export type BreakerState = 'closed' | 'open' | 'half-open';

/** Lets one request through; to be given back with what became of it. */
export type Pass = number;

/** So many parts of the window are forgotten one after the other. */
const SLICES = 10;

/**
 * A circuit breaker (M. Nygard, Release It!): closed, it counts outcomes over a rolling window; open, it lets
 * nothing through; half-open, it lets a few requests through and closes or opens by what becomes of them.
 * What was let through before the last change of state no longer counts.
 */
export class Breaker {
  #state: BreakerState = 'closed';
  #pass: Pass = 0;
  #openUntil = 0;
  #probing = 0;
  #succeeded = 0;
  readonly #successes = new Float64Array(SLICES);
  readonly #failures = new Float64Array(SLICES);
  #slice = 0;

  constructor(
    private readonly rules: () => BreakerRules,
    private readonly changed: (state: BreakerState) => void = () => undefined,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** What the next request will find. */
  get state(): BreakerState {
    return this.#state === 'open' && this.now() >= this.#openUntil ? 'half-open' : this.#state;
  }

  /** Undefined for a request that may not be sent. */
  admit(): Pass | undefined {
    if (this.#state === 'closed') return this.#pass;
    if (this.#state === 'open') {
      if (this.now() < this.#openUntil) return undefined;
      this.#become('half-open');
    }
    if (this.#probing >= this.rules().probes) return undefined;
    this.#probing += 1;
    return this.#pass;
  }

  /** The request is over or, what may last, begun: another one may be let through. */
  leave(pass: Pass): void {
    if (pass === this.#pass && this.#state === 'half-open') this.#probing -= 1;
  }

  judge(pass: Pass, succeeded: boolean): void {
    if (pass !== this.#pass) return;
    if (this.#state === 'closed') return this.#count(succeeded);
    if (!succeeded) return this.#become('open');
    this.#succeeded += 1;
    if (this.#succeeded >= this.rules().probes) this.#become('closed');
  }

  #count(succeeded: boolean): void {
    const { failureRate, minimum } = this.rules();
    const slice = this.#turn() % SLICES;
    const outcomes = succeeded ? this.#successes : this.#failures;
    outcomes[slice] = (outcomes[slice] ?? 0) + 1;
    if (succeeded) return;
    const failures = sum(this.#failures);
    const all = failures + sum(this.#successes);
    if (all >= minimum && failures / all >= failureRate) this.#become('open');
  }

  /** The present slice of the window, with those that have passed forgotten. */
  #turn(): number {
    const present = Math.floor(this.now() / (this.rules().windowMs / SLICES));
    const first = Math.max(this.#slice + 1, present - SLICES + 1);
    for (let slice = first; slice <= present; slice++) this.#clear(slice % SLICES);
    // A changed window numbers its slices anew.
    if (present < this.#slice) for (let slice = 0; slice < SLICES; slice++) this.#clear(slice);
    this.#slice = present;
    return present;
  }

  #clear(slice: number): void {
    this.#successes[slice] = 0;
    this.#failures[slice] = 0;
  }

  #become(state: BreakerState): void {
    this.#state = state;
    this.#pass += 1;
    this.#probing = 0;
    this.#succeeded = 0;
    this.#successes.fill(0);
    this.#failures.fill(0);
    if (state === 'open') this.#openUntil = this.now() + this.rules().openMs;
    this.changed(state);
  }
}

function sum(counts: Float64Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
