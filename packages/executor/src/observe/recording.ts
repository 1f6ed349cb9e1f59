import type { Step } from '../compile/steps.js';
import type { SubgraphAnswer } from '../subgraph.js';
import { planSteps } from './recorder.js';
import type { PlanStep, Recorder } from './recorder.js';

/** Tells a recorder of the fetches of one operation. */
export class Recording {
  readonly #steps: ReadonlyMap<Step, PlanStep>;

  constructor(
    private readonly recorder: Recorder,
    plans: readonly (readonly Step[])[],
    isKnown: boolean,
  ) {
    this.#steps = planSteps(plans);
    recorder.planned([...this.#steps.values()], isKnown);
  }

  /** For so many entities. `send` is given what to call where the answer is another fetch's. */
  async fetch(
    step: Step,
    entities: number,
    send: (shared: () => void) => Promise<SubgraphAnswer>,
  ): Promise<SubgraphAnswer> {
    const ended = this.recorder.fetching(this.#steps.get(step)?.id ?? step.index, entities);
    let isShared = false;
    try {
      const answer = await send(() => (isShared = true));
      const bytes = Buffer.byteLength(JSON.stringify(answer));
      ended({ bytes, isShared, error: undefined });
      return answer;
    } catch (error) {
      ended({ bytes: 0, isShared, error });
      throw error;
    }
  }
}
