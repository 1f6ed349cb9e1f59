import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, open, readFile, readdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Account } from './account.js';
import { canReach } from './account.js';
import type { Binaries } from './binaries.js';
import { PostgresError, hasCode } from './errors.js';

const MINIMUM_FREE_BYTES = 150 * 1024 * 1024;

/** What a child process gets to reach a path through: the path itself, or an inherited descriptor. */
export interface Reachable {
  readonly path: string;
  readonly descriptors: number[];
  close(): Promise<void>;
}

/**
 * Makes `path` usable by a server under `account`. Below a folder that this account cannot enter (a clone in
 * /root or in mktemp's folder), the child inherits a descriptor and goes through /proc/self/fd, which needs
 * no right on the parents. `slot` is the descriptor's number in the child (first extra one: 3).
 */
export async function reach(
  path: string,
  account: Account | undefined,
  slot: number,
): Promise<Reachable> {
  if (!account || (await canReach(path, account, false))) {
    return { path, descriptors: [], close: async () => {} };
  }
  if (process.platform !== 'linux') {
    throw new PostgresError(
      'NO_PERMISSION',
      `The folder ${path} lies below a folder that only root may enter; choose another data directory or do not run as root.`,
    );
  }
  const handle = await open(path, 'r');
  return {
    path: `/proc/self/fd/${slot}`,
    descriptors: [handle.fd],
    close: () => handle.close(),
  };
}

/** The environment of the server's programs: nothing of ours (PGDATA, PGPORT, locales) may change them. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'];
  const values = kept.flatMap((key) => {
    const value = process.env[key];
    return value === undefined ? [] : [[key, value]];
  });
  return { ...Object.fromEntries(values), LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Creates the cluster in `dataDirectory` unless there is one; a run killed half-way leaves none.
 * @throws PostgresError WRONG_VERSION, DISK_FULL, NO_PERMISSION or FAILED.
 */
export async function ensureCluster(
  dataDirectory: string,
  binaries: Binaries,
  options: { account: Account | undefined; superuserPassword: string; fsync: boolean },
): Promise<void> {
  await checkSpace(dataDirectory);
  const version = await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8').catch((error) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw notPermitted(dataDirectory, error);
  });
  if (version !== undefined) {
    if (version.trim() === binaries.major) return;
    throw new PostgresError(
      'WRONG_VERSION',
      `The database in ${dataDirectory} was made by PostgreSQL ${version.trim()}, this is ${binaries.major}; move it away or choose another data directory.`,
    );
  }
  const strangers = await readdir(dataDirectory).catch(() => []);
  if (strangers.length > 0) {
    throw new PostgresError(
      'FAILED',
      `The folder ${dataDirectory} holds other files and no database; choose another data directory.`,
    );
  }
  const draft = `${dataDirectory}.new`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    await chmod(draft, 0o700);
    if (options.account) await chown(draft, options.account.uid, options.account.gid);
    await runInitdb(draft, binaries, options);
    await rm(dataDirectory, { recursive: true, force: true });
    await rename(draft, dataDirectory);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => {});
    if (hasCode(error, 'ENOSPC')) throw diskFull(dataDirectory, error);
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) throw notPermitted(dataDirectory, error);
    throw error;
  }
}

async function runInitdb(
  draft: string,
  binaries: Binaries,
  options: { account: Account | undefined; superuserPassword: string; fsync: boolean },
): Promise<void> {
  const { account } = options;
  const passwordFile = `${draft}.password`;
  const handle = await open(passwordFile, 'w', 0o600);
  let target: Reachable | undefined;
  let secret: Reachable | undefined;
  try {
    await handle.writeFile(`${options.superuserPassword}\n`);
    if (account) await handle.chown(account.uid, account.gid);
    await handle.close();
    target = await reach(draft, account, 3);
    secret = await reach(passwordFile, account, 4);
    const output = await run(
      binaries.initdb,
      [
        '-D',
        target.path,
        '--username=postgres',
        `--pwfile=${secret.path}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        // The built-in provider sorts the same on every platform, whatever libc or ICU it has.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(options.fsync ? [] : ['--no-sync']),
      ],
      account,
      [...target.descriptors, ...secret.descriptors],
    );
    if (output.code !== 0) throw explain(output.text, draft);
  } finally {
    await target?.close();
    await secret?.close();
    await rm(passwordFile, { force: true });
  }
}

/** Runs a program to its end; `text` is what it wrote to both outputs. */
export async function run(
  program: string,
  args: string[],
  account: Account | undefined,
  descriptors: number[] = [],
): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe', ...descriptors],
      env: cleanEnvironment(),
      // Ctrl-C in the terminal must not stop it half-way; the caller decides.
      detached: true,
      ...account,
    });
    let text = '';
    child.stdout?.on('data', (chunk) => (text += String(chunk)));
    child.stderr?.on('data', (chunk) => (text += String(chunk)));
    child.on('error', (cause) => reject(cannotRun(program, cause)));
    child.on('close', (code) => resolve({ code, text }));
  });
}

export function cannotRun(program: string, cause: unknown): PostgresError {
  if (hasCode(cause, 'EACCES', 'EPERM')) {
    return new PostgresError(
      'NO_PERMISSION',
      `The program ${program} may not be run by this user; check the permissions of node_modules.`,
      { cause },
    );
  }
  return new PostgresError(
    'UNSUPPORTED_PLATFORM',
    `The program ${program} cannot be run on this machine; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    { cause },
  );
}

/** One sentence for what a program of PostgreSQL wrote when it failed. */
export function explain(text: string, dataDirectory: string): PostgresError {
  if (/No space left on device|Disk quota exceeded/.test(text)) return diskFull(dataDirectory);
  if (/Permission denied|Read-only file system/.test(text)) return notPermitted(dataDirectory);
  if (/error while loading shared libraries|GLIBC_|cannot execute binary/.test(text)) {
    return new PostgresError(
      'UNSUPPORTED_PLATFORM',
      'The embedded PostgreSQL does not run on this system (a system library is missing or too old); set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause: new Error(text) },
    );
  }
  const reason = /(?:FATAL|PANIC|error):\s*(.+)/.exec(text)?.[1] ?? text.trim().split('\n').at(-1);
  return new PostgresError(
    'FAILED',
    `PostgreSQL did not start in ${dataDirectory}: ${reason || 'it gave no reason'}.`,
    { cause: new Error(text) },
  );
}

async function checkSpace(dataDirectory: string): Promise<void> {
  for (let folder = dataDirectory; ; folder = dirname(folder)) {
    const space = await statfs(folder).catch(() => undefined);
    if (space) {
      if (space.bavail * space.bsize < MINIMUM_FREE_BYTES) throw diskFull(dataDirectory);
      return;
    }
    if (folder === dirname(folder)) return;
  }
}

export function diskFull(dataDirectory: string, cause?: unknown): PostgresError {
  return new PostgresError(
    'DISK_FULL',
    `The disk of ${dataDirectory} is full (a database needs at least ${MINIMUM_FREE_BYTES / 1024 / 1024} MB free); make room or choose another data directory.`,
    { cause },
  );
}

export function notPermitted(dataDirectory: string, cause?: unknown): PostgresError {
  return new PostgresError(
    'NO_PERMISSION',
    `The data directory ${dataDirectory} may not be read or written by this user; choose another data directory or fix its owner.`,
    { cause },
  );
}
