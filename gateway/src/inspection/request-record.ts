import type { FetchEnd, PlanStep, Recorder } from '@propertea/executor';

/** A stretch of a request. */
export interface Phase {
  readonly name: string;
  /** Since the request came, in ms. */
  readonly startMs: number;
  readonly durationMs: number;
}

/** A fetch of a room. */
export interface TracedFetch extends Phase {
  /** Of the plan, by its id. */
  readonly step: number;
  readonly subgraph: string;
  /** How many entities were asked for. */
  readonly entities: number;
  /** Of the answer. */
  readonly bytes: number;
  /** `shared`: it came with an equal fetch that was under way already. */
  readonly outcome: 'answered' | 'shared' | 'failed' | 'under way';
}

/** When what happened. */
export interface Trace {
  readonly totalMs: number;
  readonly phases: readonly Phase[];
  readonly fetches: readonly TracedFetch[];
}

/** Takes down what happens to one request. */
export class RequestRecord implements Recorder {
  readonly #begun = performance.now();
  readonly #phases: Phase[] = [];
  readonly #fetches: TracedFetch[] = [];
  #last = 0;
  plan: { steps: readonly PlanStep[]; isKnown: boolean } | undefined;

  /** What went on until now, since the last such call, is called so. */
  passed(name: string): void {
    const now = this.#now();
    this.#phases.push({ name, startMs: this.#last, durationMs: rounded(now - this.#last) });
    this.#last = now;
  }

  planned(steps: readonly PlanStep[], isKnown: boolean): void {
    this.plan = { steps, isKnown };
    this.passed('plan');
  }

  fetching(step: number, entities: number): (end: FetchEnd) => void {
    const subgraph = this.plan?.steps.find(({ id }) => id === step)?.subgraph ?? '';
    const startMs = this.#now();
    const fetch = { name: `fetch ${subgraph}`, step, subgraph, entities, startMs };
    const place =
      this.#fetches.push({ ...fetch, durationMs: 0, bytes: 0, outcome: 'under way' }) - 1;
    return ({ bytes, isShared, error }) => {
      const durationMs = rounded(this.#now() - startMs);
      const outcome = error !== undefined ? 'failed' : isShared ? 'shared' : 'answered';
      this.#fetches[place] = { ...fetch, durationMs, bytes, outcome };
    };
  }

  /** To be asked once. */
  trace(): Trace {
    this.passed('run');
    return { totalMs: this.#last, phases: this.#phases, fetches: this.#fetches };
  }

  #now(): number {
    return rounded(performance.now() - this.#begun);
  }
}

const rounded = (ms: number): number => Math.round(ms * 1_000) / 1_000;
