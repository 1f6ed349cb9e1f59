import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { overHttp } from '@propertea/chassis/runtime';
import type { RoomTransport } from '@propertea/chassis/runtime';
import { messageOf } from './failure.js';

export interface RoomProcessOptions {
  readonly name: string;
  readonly port: number;
  /** The room's environment; nothing of ours is inherited but PATH and the telemetry variables. */
  readonly environment: Record<string, string>;
  /** Its structured log goes here, or to our own output where undefined. */
  readonly logFile: string | undefined;
  readonly signal: AbortSignal;
}

export interface RoomProcess {
  readonly pid: number;
  readonly url: string;
  readonly transport: RoomTransport;
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 8_000;

/** Runs `subgraphs/<name>/dist/main.js` in a process of its own and resolves when it is ready. */
export async function startRoomProcess(options: RoomProcessOptions): Promise<RoomProcess> {
  const { name, port } = options;
  const url = `http://127.0.0.1:${port}`;
  const log = options.logFile === undefined ? undefined : await open(options.logFile, 'a', 0o600);
  const main = fileURLToPath(new URL(`../../../subgraphs/${name}/dist/main.js`, import.meta.url));
  const preload = [new URL('./leash.js', import.meta.url).href];
  if (process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) preload.unshift('@propertea/chassis/telemetry');
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', ...preload.flatMap((module) => ['--import', module]), main],
    {
      env: { ...inherited(), ...options.environment, PORT: String(port), HOST: '127.0.0.1' },
      stdio: ['ignore', log?.fd ?? 2, 'pipe', 'ipc'],
    },
  );
  let complaint = '';
  child.stderr?.on('data', (chunk) => (complaint = (complaint + String(chunk)).slice(-4_000)));
  await log?.close();
  const stop = () => stopProcess(child);
  const transport = overHttp(name, url);
  try {
    await untilReady(child, transport, options.signal);
  } catch (error) {
    await stop();
    throw new Error(`The room ${name} did not start: ${messageOf(error)}\n${complaint}`.trimEnd(), {
      cause: error,
    });
  }
  return { pid: child.pid ?? 0, url, transport, stop };
}

async function untilReady(
  child: ChildProcess,
  transport: RoomTransport,
  signal: AbortSignal,
): Promise<void> {
  const end = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (hasEnded(child)) throw new Error(`its process ended with ${child.exitCode}`);
    if ((await transport.ready()).ready) return;
    signal.throwIfAborted();
    if (Date.now() > end) throw new Error(`it was not ready after ${READY_TIMEOUT_MS / 1000} s`);
    await delay(40);
  }
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
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
