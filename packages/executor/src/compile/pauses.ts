import { setImmediate as others } from 'node:timers/promises';

/** For so long others wait at most, where the work can be left. */
const SLICE_MS = 10;

/** Lets others go on while something takes long. */
export class Pauses {
  #since: number;

  constructor(private readonly now = () => performance.now()) {
    this.#since = now();
  }

  /** Resolves at once unless the last pause is long ago. */
  async afterLongWork(): Promise<void> {
    if (this.now() - this.#since < SLICE_MS) return;
    await others();
    this.#since = this.now();
  }
}
