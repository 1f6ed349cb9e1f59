import { startPostgres } from '@propertea/postgres';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adminUrlVariable, dropDatabasesOfRun, runVariable } from './database-run.js';
import { probeServices } from './services.js';
import { openStageDesk } from './stage/desk.js';

const folder = 'propertea-test-';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A run that was killed could not remove its database; the next one does. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^(\d+)-/.exec(name.startsWith(folder) ? name.slice(folder.length) : '')?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/**
 * Starts what all test files of one run share and returns how to stop it: a PostgreSQL of the run's
 * own in a temporary directory, without fsync – or the server of TEST_DATABASE_URL (a superuser's
 * URL, PostgreSQL ≥ 15), where only databases are made and dropped. Addresses go to the workers
 * through the environment. The stage of the end-to-end suites is raised when the first of them asks.
 */
export async function startRun(): Promise<{ stop(): Promise<void> }> {
  await probeServices();
  process.env[runVariable] = `${Date.now().toString(36)}${process.pid.toString(36)}`;

  const desk = await openStageDesk();
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    process.env[adminUrlVariable] = given;
    return {
      async stop() {
        await desk.stop();
        await dropDatabasesOfRun();
      },
    };
  }

  await removeLeftovers();
  const directory = await mkdtemp(join(tmpdir(), `${folder}${process.pid}-`));
  const postgres = await startPostgres({
    dataDirectory: join(directory, 'pg'),
    fsync: false,
    superuserPassword: randomBytes(12).toString('base64url'),
    maxConnections: 200,
  });
  process.env[adminUrlVariable] = postgres.adminUrl();
  return {
    stop: async () => {
      await desk.stop();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
