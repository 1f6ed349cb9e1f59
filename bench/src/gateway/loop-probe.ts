import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before every gateway of the bench: measures inside of it how long its event loop is blocked. A time
 * between two ticks of a timer is a block by what the loop's thread worked in it, so that a busy machine, which
 * lets the thread wait, is no block. It does nothing until it is told to start.
 */
export interface LoopReport {
  /** The most that the loop's thread worked between two ticks, in ms. */
  longestBlock: number;
  /** The longest time between two ticks, whoever had the core, in ms. */
  longestGap: number;
}

export type LoopOrder = { loop: 'start' | 'read' };

const TICK_MS = 1;

let report: LoopReport = { longestBlock: 0, longestGap: 0 };
let timer: NodeJS.Timeout | undefined;

function start(): void {
  report = { longestBlock: 0, longestGap: 0 };
  let before = performance.now();
  let workedBefore = worked();
  timer = setInterval(() => {
    const now = performance.now();
    const workedNow = worked();
    report.longestGap = Math.max(report.longestGap, now - before);
    report.longestBlock = Math.max(report.longestBlock, workedNow - workedBefore);
    before = now;
    workedBefore = workedNow;
  }, TICK_MS).unref();
}

function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

if (isMainThread && process.send) {
  process.on('message', (order: Partial<LoopOrder>) => {
    if (!order.loop) return;
    clearInterval(timer);
    if (order.loop === 'start') start();
    process.send?.(report);
  });
  // The channel alone keeps no program running.
  process.channel?.unref();
}
