import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

export interface CommandResult {
  code: number;
  /** Standard output and error in the order of arrival; empty where they were shown directly. */
  output: string;
}

export interface CommandOptions {
  env?: Record<string, string | undefined>;
  /** Shows the output while it comes instead of keeping it. */
  show?: boolean;
  /** Milliseconds until the command is killed and counts as failed; default ten minutes. */
  timeout?: number;
  cwd?: string;
}

const tenMinutes = 600_000;

const running = new Set<ChildProcess>();

/** Whoever stops the gate stops what it runs: a signal to us alone would leave Jest behind. */
export function stopWithChildren(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill(signal);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}

/** Runs a program without a shell. Never rejects: what cannot be started has code 127. */
export function run(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const timeout = options.timeout ?? tenMinutes;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    let expired = false;
    const timer = setTimeout(() => {
      expired = true;
      child.kill('SIGKILL');
    }, timeout);
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
    child.once('error', (error) => {
      running.delete(child);
      clearTimeout(timer);
      resolve({ code: 127, output: `${program}: ${error.message}` });
    });
    child.once('close', (code) => {
      running.delete(child);
      clearTimeout(timer);
      if (expired) output += `\nkilled after ${Math.round(timeout / 1000)} s\n`;
      resolve({ code: expired ? 124 : (code ?? 1), output });
    });
  });
}

/** Runs a JavaScript file of the repository with this same Node. */
export function runNode(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return run(process.execPath, args, options);
}
