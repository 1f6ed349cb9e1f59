import { openSync, readSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before every gateway of the bench: measures inside of it how long its event loop is blocked. That is the
 * time between two ticks of a timer less the time for which the loop's thread waited for a core, so that a busy
 * machine is no block; a gateway's own other threads on its core are none either. It does nothing until it is told
 * to start.
 */
export interface LoopReport {
  /** The longest time between two ticks in which the thread worked or slept, in ms. */
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
  let waitedBefore = waited();
  timer = setInterval(() => {
    const now = performance.now();
    const waitedNow = waited();
    const gap = now - before;
    report.longestGap = Math.max(report.longestGap, gap);
    report.longestBlock = Math.max(report.longestBlock, gap - (waitedNow - waitedBefore));
    before = now;
    waitedBefore = waitedNow;
  }, TICK_MS).unref();
}

const schedule = openSchedule();
const line = Buffer.alloc(100);

/** For how many ms this thread was ready and had no core; 0 where the system does not tell. */
function waited(): number {
  if (schedule === undefined) return 0;
  const text = line.toString('latin1', 0, readSync(schedule, line, 0, line.length, 0));
  return Number(text.split(' ')[1]) / 1e6;
}

function openSchedule(): number | undefined {
  try {
    return openSync('/proc/self/schedstat', 'r');
  } catch {
    return undefined;
  }
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
