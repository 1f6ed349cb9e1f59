import { setTimeout as delay } from 'node:timers/promises';
import { flushTraces } from '@propertea/observability';
import { Listr } from 'listr2';
import { firstDemo } from './demo-at-first-start.js';
import { readEnvironment, refuseProduction } from './environment.js';
import { reportFailure } from './failure.js';
import type { Step } from './house.js';
import { startPlatform } from './platform.js';
import type { Platform } from './platform.js';
import type { StartOptions } from './start-options.js';
import { summary } from './summary.js';
import { Timings } from './timings.js';

const STOP_LIMIT_MS = 15_000;
/** npm passes a Ctrl-C on that the terminal sent us already: two within this time are one. */
const SAME_PRESS_MS = 700;

/** Runs the platform until it is told to stop; sets the exit code of the process. */
export async function runPlatform(options: StartOptions): Promise<void> {
  const timings = earlierTimings();
  const stopped = new AbortController();
  onStopSignals(stopped);
  const step: Step = (title, work) =>
    timings.measure(title, () => showStep(title, work, options.verbose));
  let platform: Platform | undefined;
  try {
    const environment = readEnvironment();
    refuseProduction(environment);
    platform = await startPlatform(options, environment, step, stopped.signal);
    const accounts = await firstDemo(platform.house, options, step, stopped.signal);
    process.stdout.write(summary(platform, options, environment, accounts));
    if (options.verbose) process.stdout.write(`What each step took:\n${timings.table()}\n`);
    await new Promise<void>((done) => {
      if (stopped.signal.aborted) done();
      stopped.signal.addEventListener('abort', () => done(), { once: true });
    });
  } catch (error) {
    if (!stopped.signal.aborted) process.exitCode = reportFailure(error);
  }
  await stopWithin(platform);
  await flushTraces();
  // Sockets of clients that keep their connection open must not keep us.
  process.exit();
}

async function stopWithin(platform: Platform | undefined): Promise<void> {
  if (!platform) return;
  try {
    await Promise.race([
      platform.stop(),
      delay(STOP_LIMIT_MS, undefined, { ref: false }).then(() => {
        throw new Error(`Stopping took longer than ${STOP_LIMIT_MS / 1000} seconds.`);
      }),
    ]);
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

function onStopSignals(stopped: AbortController): void {
  let first = 0;
  const stop = (): void => {
    if (first === 0) {
      first = Date.now();
      console.error('\nStopping … (once more to stop at once)');
      stopped.abort(new Error('stopped by the user'));
    } else if (Date.now() - first > SAME_PRESS_MS) {
      // The database and the room processes notice that we are gone and end by themselves.
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  stopWithParent(stop);
  // Started by the bootstrap under an older Node: when that one is killed, so are we.
  process.on('disconnect', stop);
  process.channel?.unref();
}

/**
 * npm runs us through a shell that dies of a signal to npm without passing it on: its end is our signal.
 * Only under npm, since whoever starts us directly may well go and leave us running.
 */
function stopWithParent(stop: () => void): void {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 300);
  timer.unref();
}

async function showStep<T>(
  title: string,
  work: (say: (text: string) => void) => Promise<T>,
  verbose: boolean,
): Promise<T> {
  let outcome: { value: T } | { error: unknown } | undefined;
  const isLive = process.stdout.isTTY && !verbose;
  const tasks = new Listr(
    [
      {
        title,
        task: async (_context, task) => {
          try {
            outcome = { value: await work((text) => isLive && (task.output = text)) };
          } catch (error) {
            outcome = { error };
            // The whole sentence follows once everything is stopped.
            throw new Error('the reason is below', { cause: error });
          }
        },
      },
    ],
    {
      renderer: isLive ? 'default' : 'simple',
      registerSignalListeners: false,
      exitOnError: false,
    },
  );
  await tasks.run();
  if (outcome && 'value' in outcome) return outcome.value;
  throw outcome?.error ?? new Error(`The step "${title}" gave no result.`);
}

function earlierTimings(): Timings {
  const timings = new Timings();
  const text = process.env['PROPERTEA_BOOTSTRAP_TIMINGS'];
  if (!text) return timings;
  const steps: unknown = JSON.parse(text);
  if (typeof steps !== 'object' || steps === null) return timings;
  for (const [name, milliseconds] of Object.entries(steps)) {
    timings.add(name, Number(milliseconds));
  }
  return timings;
}
