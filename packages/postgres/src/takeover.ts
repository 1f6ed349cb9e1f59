import { chown, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import { PostgresError } from './errors.js';
import { isAlive, startMark, waitUntilGone, workingDirectory } from './processes.js';

const LAUNCHER_FILE = 'propertea-launcher.json';

interface Launcher {
  readonly pid: number;
  readonly mark: string;
}

/**
 * Prepares a data directory that an earlier run may have left: stops a server whose launcher was killed,
 * neutralises a lock file whose process id now belongs to somebody else.
 * @throws PostgresError IN_USE while a living launcher runs the directory.
 */
export async function takeOver(dataDirectory: string): Promise<void> {
  const lockFile = join(dataDirectory, 'postmaster.pid');
  const text = await readFile(lockFile, 'utf8').catch(() => undefined);
  const pid = Number.parseInt(text ?? '', 10);
  if (text === undefined || !(pid > 0) || !isAlive(pid)) return;
  if (!(await servesDirectory(pid, dataDirectory))) {
    // The server takes its parent's id for stale and still checks the old shared memory, which deleting the file would skip.
    await writeFile(lockFile, text.replace(/^\d+/, String(process.pid)));
    return;
  }
  const launcher = await readLauncher(dataDirectory);
  if (launcher && isAlive(launcher.pid) && startMark(launcher.pid) === launcher.mark) {
    throw new PostgresError(
      'IN_USE',
      `The database in ${dataDirectory} is already running for process ${launcher.pid}; stop that one first.`,
    );
  }
  await stopServer(pid, dataDirectory);
}

/** Notes who runs the directory, so that the next start knows an orphan from a rival. */
export async function noteLauncher(dataDirectory: string, account?: Account): Promise<void> {
  const file = join(dataDirectory, LAUNCHER_FILE);
  const launcher: Launcher = { pid: process.pid, mark: startMark(process.pid) };
  await writeFile(file, JSON.stringify(launcher), { mode: 0o600 });
  if (account) await chown(file, account.uid, account.gid);
}

export async function forgetLauncher(dataDirectory: string): Promise<void> {
  await rm(join(dataDirectory, LAUNCHER_FILE), { force: true });
}

async function readLauncher(dataDirectory: string): Promise<Launcher | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(dataDirectory, LAUNCHER_FILE), 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value)) return undefined;
    return { pid: Number(value.pid), mark: 'mark' in value ? String(value.mark) : '' };
  } catch {
    return undefined;
  }
}

async function servesDirectory(pid: number, dataDirectory: string): Promise<boolean> {
  const folder = await workingDirectory(pid);
  // Without /proc there is no cheap proof either way, and believing the lock file is the safe answer. With it,
  // a folder that we may not read means another user's process, which cannot serve a directory of ours.
  if (folder === undefined) return process.platform !== 'linux';
  return folder === (await realpath(dataDirectory));
}

async function stopServer(pid: number, dataDirectory: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal);
    } catch (cause) {
      if (!isAlive(pid)) break;
      throw new PostgresError(
        'NO_PERMISSION',
        `A server left from an earlier run (process ${pid}) still uses ${dataDirectory} and may not be stopped by this user; stop it first.`,
        { cause },
      );
    }
    if (await waitUntilGone(pid, 15_000)) break;
  }
  if (isAlive(pid)) {
    throw new PostgresError(
      'IN_USE',
      `A server left from an earlier run (process ${pid}) still uses ${dataDirectory} and does not stop.`,
    );
  }
}
