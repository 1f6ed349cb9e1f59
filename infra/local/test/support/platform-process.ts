import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive, startMark } from '@propertea/postgres';
import { eventually } from '@propertea/testkit';
import { connectRunning, type RunningHouse } from '../../src/running.js';
import { descendantsOf } from './processes.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** The first start of a changed clone builds it. */
const START_MS = 180_000;
const START_WITH_PORTALS_MS = 500_000;
const STOP_MS = 20_000;
/** From a gateway's port to the next; rooms, the database and metrics lie between. */
const STEP = 60;

/** `npm start` as a process of its own, running. */
export interface PlatformProcess {
  readonly pid: number;
  readonly house: RunningHouse;
  /** Everything that it printed so far. */
  output(): string;
  /** Process of a room; with rooms in one process that of the platform. */
  pidOf(room: string): number;
  /** Every process that it has started, by its mark, and itself. */
  family(): Family;
  /** Asks it to stop as Ctrl-C does; returns the exit code. */
  stop(): Promise<number | null>;
}

/** Processes as they were at some moment; an id that was given to another process since is not meant. */
export class Family {
  constructor(readonly members: readonly { pid: number; mark: string }[]) {}

  living(): number[] {
    return this.members
      .filter(({ pid, mark }) => isAlive(pid) && startMark(pid) === mark)
      .map(({ pid }) => pid);
  }

  /** Resolves once all are gone; throws after 20 s. */
  async gone(): Promise<void> {
    await eventually(
      () => this.living(),
      (pids) => pids.length === 0,
      STOP_MS,
    );
  }
}

/** A data directory with ports of its own, on which platforms are started one after the other. */
export interface Place {
  readonly dataDirectory: string;
  readonly portBase: number;
  start(options?: StartOptions): Promise<PlatformProcess>;
  /** Kills what still runs there and deletes it. */
  clear(): Promise<void>;
}

interface StartOptions {
  /** The portals as well, built before where they have to be. Default: none. */
  portals?: boolean;
  arguments?: readonly string[];
  environment?: Readonly<Record<string, string>>;
}

export async function newPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'propertea-faults-'));
  const dataDirectory = join(folder, 'data');
  const portBase = await freePortBase();
  const families: Family[] = [];
  return {
    dataDirectory,
    portBase,
    async start(options) {
      const platform = await startPlatform(dataDirectory, portBase, options);
      families.push(platform.family());
      return platform;
    },
    async clear() {
      for (const pid of families.flatMap((family) => family.living())) {
        process.kill(pid, 'SIGKILL');
      }
      await Promise.all(families.map((family) => family.gone()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startPlatform(
  dataDirectory: string,
  portBase: number,
  options: StartOptions = {},
): Promise<PlatformProcess> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'infra/local/bin/start.mjs'),
      '--data',
      dataDirectory,
      '--port-base',
      String(portBase),
      '--no-demo',
      ...(options.portals ? [] : ['--no-portals']),
      ...(options.arguments ?? []),
    ],
    {
      cwd: root,
      env: { ...plainEnvironment(), ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const pid = child.pid ?? 0;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await eventually(
    () => (hasEnded(child) ? 'ended' : output.includes('Stop it with Ctrl-C.')),
    (state) => state !== false,
    options.portals ? START_WITH_PORTALS_MS : START_MS,
  );
  if (hasEnded(child)) throw new Error(`npm start ended with ${child.exitCode}:\n${output}`);
  const house = await connectRunning(dataDirectory);
  return {
    pid,
    house,
    output: () => output,
    pidOf(room) {
      const found = house.runtime.rooms.find(({ name }) => name === room);
      if (!found) throw new Error(`There is no room ${room}.`);
      return found.pid;
    },
    family: () =>
      new Family([pid, ...descendantsOf(pid)].map((one) => ({ pid: one, mark: startMark(one) }))),
    async stop() {
      child.kill('SIGTERM');
      await eventually(() => hasEnded(child), Boolean, STOP_MS);
      return child.exitCode;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** What a terminal has: nothing of npm, of Jest or of a real service that is configured outside. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'NODE_EXTRA_CA_CERTS'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** The first of a row of port ranges in which nothing listens; each Jest worker has a row of its own. */
async function freePortBase(): Promise<number> {
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 1) % 2;
  for (let base = 4300 + worker * STEP; base < 8_000; base += 2 * STEP) {
    const ports = [
      base,
      base + 1,
      base + 11,
      base + 12,
      base + 13,
      base + 32,
      base + 41,
      base + 51,
    ];
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return base;
  }
  throw new Error('No range of ports is free.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => done(true)));
  });
}
