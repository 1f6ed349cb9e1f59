import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { serverAccount } from './account.js';
import type { Account } from './account.js';
import { findBinaries } from './binaries.js';
import {
  cannotRun,
  cleanEnvironment,
  ensureCluster,
  explain,
  notPermitted,
  reach,
  run,
} from './cluster.js';
import { PostgresError, hasCode } from './errors.js';
import { freePort, listenOnce } from './free-port.js';
import { forgetLauncher, noteLauncher, takeOver } from './takeover.js';

export interface PostgresOptions {
  /** Folder of the cluster; created when missing. */
  readonly dataDirectory: string;
  /** TCP port on 127.0.0.1; 0 takes a free one. */
  readonly port?: number;
  /** False trades durability for speed: throw-away databases of tests only. Default true. */
  readonly fsync?: boolean;
  /** Password of the superuser `postgres`; must stay the same over the life of the data directory. */
  readonly superuserPassword: string;
  /** Default 100. */
  readonly maxConnections?: number;
  /** Where the server writes its log. Default `server.log` inside the data directory. */
  readonly logFile?: string;
}

export interface RunningPostgres {
  readonly port: number;
  readonly pid: number;
  /** Connection string of the superuser for `database` (default `postgres`). */
  adminUrl(database?: string): string;
  /** Fast shutdown; resolves when the process is gone. Safe to call twice. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts a real PostgreSQL on 127.0.0.1, creating its cluster at first, and resolves when it answers.
 * A server left by a killed run is stopped first. The server stops when this process ends for any reason.
 * @throws PostgresError, whose message is one sentence for the user.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDirectory = resolve(options.dataDirectory);
  const fsync = options.fsync ?? true;
  await mkdir(dirname(dataDirectory), { recursive: true }).catch((error) => {
    throw notPermitted(dataDirectory, error);
  });
  const account = await serverAccount(dataDirectory);
  const binaries = await findBinaries(account);
  await takeOver(dataDirectory);
  await ensureCluster(dataDirectory, binaries, {
    account,
    superuserPassword: options.superuserPassword,
    fsync,
  });

  const wanted = options.port ?? 0;
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted === 0 ? await freePort() : await requirePort(wanted);
    const adminUrl = (database = 'postgres') =>
      `postgres://postgres:${encodeURIComponent(options.superuserPassword)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    try {
      const server = await launch({ ...options, dataDirectory, fsync }, port, account, binaries);
      try {
        await checkPassword(adminUrl(), dataDirectory);
      } catch (error) {
        await server.stop();
        throw error;
      }
      return { port, pid: server.pid, adminUrl, stop: server.stop };
    } catch (error) {
      const retry =
        error instanceof PostgresError &&
        error.code === 'FAILED' &&
        // Somebody took the free port in between, or processes of a killed server are just going.
        ((wanted === 0 && /could not bind|could not create any TCP/.test(error.message)) ||
          /pre-existing shared memory/.test(error.message));
      if (!retry || attempt >= 20) throw error;
      await delay(200);
    }
  }
}

async function launch(
  options: PostgresOptions & { fsync: boolean },
  port: number,
  account: Account | undefined,
  binaries: { postgres: string; pgCtl: string },
): Promise<{ pid: number; stop: () => Promise<void> }> {
  const { dataDirectory } = options;
  const logFile = options.logFile ?? join(dataDirectory, 'server.log');
  const size = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  const log = await open(logFile, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600).catch((error) => {
    throw notPermitted(dataDirectory, error);
  });
  const logStart = size > LOG_LIMIT_BYTES ? 0 : size;
  const place = await reach(dataDirectory, account, 3);
  let child: ChildProcess;
  try {
    await noteLauncher(dataDirectory, account);
    child = spawn(binaries.postgres, ['-D', place.path, ...settings(options, port)], {
      stdio: ['ignore', log.fd, log.fd, ...place.descriptors],
      env: cleanEnvironment(),
      // Its own session: Ctrl-C goes to us, and we stop the rooms before the database.
      detached: true,
      ...account,
    });
    await new Promise<void>((done, fail) => {
      child.once('spawn', done);
      child.once('error', (cause) => fail(cannotRun(binaries.postgres, cause)));
    });
  } finally {
    await log.close();
    await place.close();
  }
  const pid = child.pid ?? 0;
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const watcher = watchOver(pid, account);
  child.unref();

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      child.ref();
      if (child.exitCode === null && child.signalCode === null) {
        if (process.platform === 'win32') {
          await run(binaries.pgCtl, ['stop', '-D', dataDirectory, '-m', 'fast', '-w'], undefined);
        } else {
          child.kill('SIGINT');
        }
        await exited;
      }
      watcher?.kill('SIGKILL');
      await forgetLauncher(dataDirectory);
    })());

  try {
    await untilReady(child, pid, dataDirectory, async () => {
      const text = (await readFile(logFile, 'utf8').catch(() => '')).slice(logStart);
      return explain(text, dataDirectory);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid, stop };
}

function settings(options: PostgresOptions & { fsync: boolean }, port: number): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: options.maxConnections ?? 100,
    shared_buffers: '128MB',
    // One writer on one machine: no replication, small answers, no compiled plans, no helper processes.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    io_method: 'sync',
    max_parallel_workers_per_gather: 0,
    max_logical_replication_workers: 0,
    jit: 'off',
    random_page_cost: 1.1,
    max_locks_per_transaction: 256,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_line_prefix: '%m [%p] %q%u@%d ',
  };
  if (!options.fsync) {
    Object.assign(values, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  }
  return Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

/**
 * A shell that waits for our end of a pipe to close, which the kernel does even after SIGKILL,
 * and then asks the server for a fast shutdown. Windows goes without: the next start takes over.
 */
function watchOver(pid: number, account: Account | undefined): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const watcher = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: cleanEnvironment(),
    detached: true,
    ...account,
  });
  // Without a shell only the comfort is lost.
  watcher.on('error', () => {});
  watcher.stdin?.on('error', () => {});
  watcher.unref();
  const pipe: unknown = watcher.stdin;
  if (typeof pipe === 'object' && pipe !== null && 'unref' in pipe) {
    (pipe as { unref: () => void }).unref();
  }
  return watcher;
}

/** The server writes "ready" into the eighth line of its lock file. */
async function untilReady(
  child: ChildProcess,
  pid: number,
  dataDirectory: string,
  failure: () => Promise<PostgresError>,
): Promise<void> {
  const end = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw await failure();
    const lines = (
      await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => '')
    ).split('\n');
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return;
    if (Date.now() > end) {
      throw new PostgresError(
        'FAILED',
        `PostgreSQL in ${dataDirectory} was not ready after ${START_TIMEOUT_MS / 1000} seconds; see its log.`,
      );
    }
    await delay(10);
  }
}

async function checkPassword(adminUrl: string, dataDirectory: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
  } catch (cause) {
    if (!hasCode(cause, '28P01')) throw cause;
    throw new PostgresError(
      'WRONG_PASSWORD',
      `The database in ${dataDirectory} was created with another password; restore the secrets that belong to it or start anew with --reset.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => {});
  }
}

async function requirePort(port: number): Promise<number> {
  try {
    await listenOnce(port);
    return port;
  } catch (cause) {
    if (hasCode(cause, 'EADDRINUSE')) {
      throw new PostgresError(
        'PORT_TAKEN',
        `Port ${port} on 127.0.0.1, wanted by PostgreSQL, is used by another program.`,
        { cause },
      );
    }
    throw new PostgresError('NO_PERMISSION', `Port ${port} on 127.0.0.1 may not be opened.`, {
      cause,
    });
  }
}
