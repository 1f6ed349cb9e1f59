import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { availableParallelism, platform } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The gateway has one core for itself; load and subgraphs share the other. */
export const CORES = { gateway: 0, load: 1 } as const;

const TICKS_PER_SECOND = 100;
const END_WITHIN_MS = 5000;

/** Whether processes can be pinned as the bench wants it. */
export const canPin = platform() === 'linux' && availableParallelism() >= 2;

export interface StartOptions {
  core: number;
  nodeArguments?: readonly string[];
  env?: Record<string, string>;
  cwd?: string;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A Node program on a core of its own, with a channel for messages. What it prints is kept for `failure`. */
export class Program {
  private said = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly pid: number,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.said = (this.said + String(chunk)).slice(-4000)));
    }
  }

  static start(script: string, parameters: readonly string[], options: StartOptions): Program {
    const node = [process.execPath, ...(options.nodeArguments ?? []), script, ...parameters];
    const [command = '', ...rest] = canPin
      ? ['taskset', '-c', String(options.core), ...node]
      : node;
    const child = spawn(command, rest, {
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        APOLLO_TELEMETRY_DISABLED: '1',
        ...options.env,
      },
    });
    if (child.pid === undefined) throw new Error(`${command} did not start`);
    child.on('error', () => undefined);
    running.add(child);
    child.once('exit', () => running.delete(child));
    return new Program(child, child.pid);
  }

  /** A script of this folder. */
  static ours(name: string, parameters: readonly string[], core: number): Program {
    return Program.start(fileURLToPath(new URL(name, import.meta.url)), parameters, { core });
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  failure(about: string): Error {
    return new Error(`${about}; the process said:\n${this.said}`);
  }

  async message<T>(): Promise<T> {
    const settled = new AbortController();
    const { signal } = settled;
    const exited = once(this.child, 'exit', { signal }).then(() => {
      throw this.failure('a process of the bench ended before its time');
    });
    try {
      const [message] = (await Promise.race([once(this.child, 'message', { signal }), exited])) as [
        T & { error?: string },
      ];
      if (message.error) throw new Error(message.error);
      return message;
    } finally {
      exited.catch(() => undefined);
      settled.abort();
    }
  }

  ask<T>(question: object): Promise<T> {
    this.child.send(question);
    return this.message<T>();
  }

  /** Asks it to end by its process id, and ends it after a while. */
  async stop(): Promise<void> {
    if (this.ended) return;
    const exited = once(this.child, 'exit');
    const impatient = setTimeout(() => this.child.kill('SIGKILL'), END_WITHIN_MS);
    this.child.kill('SIGTERM');
    await exited;
    clearTimeout(impatient);
  }
}

export interface Usage {
  cpuSeconds: number;
  rssMb: number;
  peakMb: number;
}

/** What a process and its children have used so far; zeros where the system does not tell. */
export async function usageOf(pid: number): Promise<Usage> {
  if (platform() !== 'linux') return { cpuSeconds: 0, rssMb: 0, peakMb: 0 };
  const [stat, status, children] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => ''),
  ]);
  // The name of the program, in parentheses, may hold spaces; user and system ticks are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
    rssMb: megabytes(status, 'VmRSS'),
    peakMb: megabytes(status, 'VmHWM'),
  };
  const pids = children.split(' ').filter(Boolean).map(Number);
  const theirs = await Promise.all(pids.map((child) => usageOf(child)));
  return theirs.reduce(
    (sum, used) => ({
      cpuSeconds: sum.cpuSeconds + used.cpuSeconds,
      rssMb: sum.rssMb + used.rssMb,
      peakMb: sum.peakMb + used.peakMb,
    }),
    own,
  );
}

/** Seconds for which the two cores have worked so far, for whomever. */
export async function busySeconds(): Promise<number> {
  if (platform() !== 'linux') return Number.NaN;
  const lines = (await readFile('/proc/stat', 'utf8')).split('\n');
  return Object.values(CORES).reduce<number>((sum, core) => {
    const line = lines.find((each) => each.startsWith(`cpu${core} `)) ?? '';
    const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = line
      .split(' ')
      .slice(1)
      .map(Number);
    return sum + (user + nice + system + irq + softIrq + steal) / TICKS_PER_SECOND;
  }, 0);
}

function megabytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
}
