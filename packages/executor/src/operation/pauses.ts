import type { DocumentNode } from 'graphql';
import { setImmediate as others } from 'node:timers/promises';

/** For so long others wait at most, where the work can be left. */
const SLICE_MS = 10;
/** From so many characters on each reading of a document takes a slice. */
const LONG_DOCUMENT = 8_000;

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

/** Lets others go on after a reading of a document that is long. */
export async function afterReading({ loc }: DocumentNode): Promise<void> {
  if (loc && loc.end - loc.start > LONG_DOCUMENT) await others();
}
