import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, five seconds at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 5_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('the condition did not come true within 5 s');
    await pause(10);
  }
}
