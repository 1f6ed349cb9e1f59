import { freePort } from '@propertea/postgres';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInstalled } from './installed-suite.js';
import { end, sourceOf, untilListening } from './services.js';
import { recipes } from './services-recipes.js';

/** A Redis of a test's own that keeps its data while it is killed and started again. */
export interface OwnRedis {
  url: string;
  port: number;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** It stays connected and answers nothing, until it goes on. */
  pause(): void;
  goOn(): void;
  /** Deletes its data while it is down. */
  forget(): void;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

/** Every write is on the disk before it is answered. */
const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always'];

export async function startRedis(): Promise<OwnRedis> {
  const source = sourceOf('redis');
  const { launch, url, title } = recipes.redis;
  if (source?.kind !== 'installed' || !launch || !url) {
    throw new Error('Only an installed Redis can be killed and started again.');
  }
  const { path } = source;
  const directory = mkdtempSync(join(tmpdir(), 'propertea-redis-'));
  const port = await freePort();
  const { args } = await launch(path, port, directory);
  let child: ChildProcess | undefined;
  const redis: OwnRedis = {
    url: url(port),
    port,
    async kill() {
      const dying = child;
      child = undefined;
      if (!dying) return;
      const gone = once(dying, 'exit');
      dying.kill('SIGKILL');
      await gone;
    },
    async start() {
      const starting = spawn(path, [...args, ...DURABLE], {
        cwd: directory,
        detached: true,
        stdio: 'ignore',
      });
      child = starting;
      await untilListening(port, title, () =>
        starting.exitCode === null ? undefined : `exit code ${starting.exitCode}`,
      );
    },
    pause: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    forget: () => rmSync(join(directory, 'appendonlydir'), { recursive: true, force: true }),
    async stop() {
      redis.goOn();
      if (child) await end(child);
      child = undefined;
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

/** `describe` for a suite about a Redis that can be killed; skipped by name, or failed under `CI=true`, without. */
export function describeWithRedis(title: string, declare: (redis: () => OwnRedis) => void): void {
  describeInstalled('redis', title, startRedis, declare);
}
