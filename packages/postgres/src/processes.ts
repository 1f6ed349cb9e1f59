import { readFileSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { hasCode } from './errors.js';

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
  // A zombie is dead: its parent merely has not asked for the exit code.
  return statFields(pid)?.[0] !== 'Z';
}

/**
 * A text that differs between two processes that had the same id one after the other.
 * Empty on platforms without /proc, where only the id can be compared.
 */
export function startMark(pid: number): string {
  return statFields(pid)?.[19] ?? '';
}

/** Resolves to true once the process is gone, to false after `milliseconds`. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await delay(15);
  }
  return true;
}

/** The folder a process works in; undefined where the platform or the permissions do not tell. */
export async function workingDirectory(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

/** /proc/<pid>/stat from its third field on (state, ppid, …); the second may hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
