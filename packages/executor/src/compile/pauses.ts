import { setImmediate as others } from 'node:timers/promises';

/** For so long others wait at most, where the work can be left. */
const SLICE_MS = 10;

/** Lets others go on while something takes long. */
export class Pauses {
  #since = performance.now();

  /** Resolves at once unless the last pause is long ago. */
  async afterLongWork(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await others();
    this.#since = performance.now();
  }
}
