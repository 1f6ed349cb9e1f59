import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { messageOf } from './failure.js';

export interface LeashedOptions {
  /** What it is called in messages, such as `The room identity`. */
  readonly title: string;
  /** The module it runs, with its arguments. */
  readonly program: readonly string[];
  /** Modules that are loaded before it. */
  readonly preload?: readonly string[];
  /** Nothing of ours is inherited beside it but PATH and its like and the telemetry variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its output goes here, or to our own error output where undefined. */
  readonly logFile: string | undefined;
  readonly isReady: () => Promise<boolean>;
  readonly signal: AbortSignal;
}

/** A Node process beside ours that ends when we do, however we end. */
export interface LeashedProcess {
  readonly pid: number;
  /** Resolves when it has ended, by itself or because it was told to. */
  readonly ended: Promise<void>;
  /** Asks it to stop, and makes it after 8 s. */
  stop(): Promise<void>;
}

/** Beside this file, in dist and, for tests, in the sources. */
const leash = new URL(`./leash${extname(fileURLToPath(import.meta.url))}`, import.meta.url).href;

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 8_000;

/** Starts the process and resolves when it is ready; throws with the end of its complaint where it is not. */
export async function startLeashed(options: LeashedOptions): Promise<LeashedProcess> {
  const log = options.logFile === undefined ? undefined : await open(options.logFile, 'a', 0o600);
  const preload = [...(options.preload ?? []), leash];
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      ...preload.flatMap((module) => ['--import', module]),
      ...options.program,
    ],
    {
      env: { ...inherited(), ...options.environment },
      stdio: ['ignore', log?.fd ?? 2, 'pipe', 'ipc'],
    },
  );
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
    // A program that cannot be started has no exit.
    child.once('error', () => done());
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4_000);
    if (log) void log.appendFile(chunk).catch(() => undefined);
    else process.stderr.write(chunk);
  });
  child.stderr?.once('close', () => void log?.close().catch(() => undefined));
  const stop = () => stopProcess(child, ended);
  try {
    await untilReady(child, options);
  } catch (error) {
    await stop();
    throw new Error(`${options.title} did not start: ${messageOf(error)}\n${complaint}`.trimEnd(), {
      cause: error,
    });
  }
  return { pid: child.pid ?? 0, ended, stop };
}

async function untilReady(
  child: ChildProcess,
  { isReady, signal }: Pick<LeashedOptions, 'isReady' | 'signal'>,
): Promise<void> {
  const end = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (hasEnded(child)) throw new Error(`its process ended with ${child.exitCode}`);
    if (await isReady()) return;
    signal.throwIfAborted();
    if (Date.now() > end) throw new Error(`it was not ready after ${READY_TIMEOUT_MS / 1000} s`);
    await delay(40);
  }
}

async function stopProcess(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        /^(PATH|HOME|TMPDIR|TEMP|TMP|SystemRoot|TZ|NODE_EXTRA_CA_CERTS)$/.test(name) ||
        name.startsWith('OTEL_'),
    ),
  );
}
