import type { OperationTypeNode } from 'graphql';
import { QuickAbortController, unlessAborted, whenAborted } from '../fetch/when-aborted.js';
import { Breaker } from './breaker.js';
import type { BreakerState } from './breaker.js';
import { Bulkhead } from './bulkhead.js';
import { CapReached, TrafficRefusal } from './refusal.js';
import { backoff, RetryBudget } from './retries.js';
import type { TrafficRules } from './rules.js';
import { isUnanswered } from './unanswered.js';

type Attempt<T> = (signal: AbortSignal) => Promise<T>;

export interface LaneState {
  readonly breaker: BreakerState;
  readonly underWay: number;
  readonly waiting: number;
}

/**
 * The way of all requests to one subgraph: a cap of their time, a bound of those under way, a breaker, and
 * retries of queries. What it refuses rejects with `TrafficRefusal`, what takes too long with `CapReached`.
 */
export class TrafficLane {
  readonly #bulkhead = new Bulkhead(() => this.rules.concurrency);
  readonly #budget = new RetryBudget();
  readonly #breaker: Breaker;

  constructor(
    /** May be replaced at any time. */
    public rules: TrafficRules,
    onBreaker?: (state: BreakerState) => void,
    now?: () => number,
  ) {
    this.#breaker = new Breaker(() => this.rules.breaker, onBreaker, now);
  }

  get state(): LaneState {
    const { underWay, waiting } = this.#bulkhead;
    return { breaker: this.#breaker.state, underWay, waiting };
  }

  /** `attempt` rejects where there is no answer; it is begun anew for each attempt. */
  async run<T>(
    kind: `${OperationTypeNode}`,
    signal: AbortSignal | undefined,
    attempt: Attempt<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const { timeoutMs } = this.rules;
    const controller = new QuickAbortController();
    const timer = setTimeout(() => controller.abort(new CapReached(timeoutMs)), timeoutMs);
    const unlink = signal && whenAborted(signal, () => controller.abort(signal.reason));
    try {
      if (kind !== 'query') return await this.#once(controller.signal, attempt);
      return await this.#again(controller.signal, attempt);
    } finally {
      clearTimeout(timer);
      unlink?.();
    }
  }

  /** A subscription counts by whether it gets as far as its first answer. Throws `TrafficRefusal`. */
  subscribe<T>(
    signal: AbortSignal | undefined,
    open: () => AsyncIterator<T>,
  ): AsyncIterableIterator<T, undefined> {
    const breaker = this.#breaker;
    const pass = this.#admit();
    breaker.leave(pass);
    const answers = open();
    let isOpen = false;
    return {
      async next() {
        try {
          const answer = await answers.next();
          if (!isOpen && !signal?.aborted) breaker.judge(pass, true);
          isOpen = true;
          return answer.done ? { done: true, value: undefined } : answer;
        } catch (error) {
          if (!isOpen && !signal?.aborted) breaker.judge(pass, false);
          isOpen = true;
          throw error;
        }
      },
      async return() {
        await answers.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  async #again<T>(signal: AbortSignal, attempt: Attempt<T>): Promise<T> {
    this.#budget.earn(this.rules.retries.budget);
    for (let failed = 1; ; failed++) {
      try {
        return await this.#once(signal, attempt);
      } catch (error) {
        const { retries } = this.rules;
        const isLast = failed > retries.count || signal.aborted || !isUnanswered(error);
        if (isLast || !this.#budget.spend()) throw error;
        await pause(backoff(retries, failed), signal);
      }
    }
  }

  async #once<T>(signal: AbortSignal, attempt: Attempt<T>): Promise<T> {
    const turn = this.#enter(signal);
    if (turn) await turn;
    try {
      return await this.#judged(signal, attempt);
    } finally {
      this.#bulkhead.leave();
    }
  }

  /** Nobody queues for a subgraph that is not asked at the moment. */
  #enter(signal: AbortSignal): Promise<void> | undefined {
    if (this.#breaker.state === 'open') throw notAsked();
    return this.#bulkhead.enter(signal);
  }

  async #judged<T>(signal: AbortSignal, attempt: Attempt<T>): Promise<T> {
    const pass = this.#admit();
    try {
      // Not every attempt can be stopped.
      const answer = await unlessAborted(
        signal,
        () => attempt(signal),
        () => signal.reason as Error,
      );
      this.#breaker.judge(pass, true);
      return answer;
    } catch (error) {
      // Who leaves says nothing about the subgraph.
      const isFailure = !signal.aborted || signal.reason instanceof CapReached;
      if (isFailure) this.#breaker.judge(pass, false);
      throw error;
    } finally {
      this.#breaker.leave(pass);
    }
  }

  #admit(): number {
    const pass = this.#breaker.admit();
    if (pass === undefined) throw notAsked();
    return pass;
  }
}

const notAsked = () => new TrafficRefusal('it failed too often, its breaker is open');

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle();
      resolve();
    }, ms);
    const settle = whenAborted(signal, () => {
      clearTimeout(timer);
      settle();
      reject(signal.reason as Error);
    });
  });
}
