import { setTimeout as pause } from 'node:timers/promises';
import { heapMb } from './heap.js';

const ATTEMPTS = 50;

/** How many of these objects live on, once no more than `expected` of them do; after 5 s, how many do all the same. */
export async function living(
  objects: readonly WeakRef<object>[],
  expected: number,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    // What was looked at through a WeakRef lives until the end of a turn.
    await pause(100);
    heapMb();
    const alive = objects.filter((object) => object.deref() !== undefined).length;
    if (alive <= expected || attempt === ATTEMPTS) return alive;
  }
}
