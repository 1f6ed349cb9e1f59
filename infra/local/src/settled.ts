import { setTimeout as delay } from 'node:timers/promises';
import type { HouseDoor } from './door.js';
import { Refusal } from './failure.js';

const SETTLE_MS = 120_000;
const SETTLE_POLL_MS = 50;

/** Waits until every fact has reached every room that waits for it. @throws Refusal after two minutes. */
export async function settled(door: HouseDoor, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + SETTLE_MS;
  // oxlint-disable-next-line no-await-in-loop -- polling
  while (!(await door.isIdle())) {
    signal?.throwIfAborted();
    if (Date.now() > deadline)
      throw new Refusal('The rooms do not hear of each other; see the log.');
    // oxlint-disable-next-line no-await-in-loop -- polling
    await delay(SETTLE_POLL_MS);
  }
}

/** Works on the items in their order, so many at a time; the first failure ends it. */
export async function eachAtOnce<T>(
  atOnce: number,
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- the workers run side by side
    for (const [index, item] of queue) await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
