import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MigratableRoom, migrateRoom, provisionPlatform } from '@propertea/chassis/store';
import { startPostgres, waitUntilGone } from '@propertea/postgres';
import type { RoomDatabase } from './database.js';

const PASSWORD = 'test';

/** A PostgreSQL of a test's own, as durable as in production, that can be killed and started again. */
export interface OwnDatabase extends RoomDatabase {
  /** Ends it at once, with everything that is under way. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

export async function ownDatabase(rooms: readonly MigratableRoom[]): Promise<OwnDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'propertea-database-'));
  const options = { dataDirectory: join(directory, 'pg'), superuserPassword: PASSWORD };
  let server = await startPostgres(options);
  const { port } = server;
  const adminUrl = server.adminUrl();
  await provisionPlatform(adminUrl);
  for (const room of rooms) await migrateRoom(room, adminUrl, PASSWORD);
  return {
    adminUrl,
    urlFor(room) {
      const url = new URL(adminUrl);
      url.username = `${room}_login`;
      url.password = PASSWORD;
      return url.href;
    },
    async kill() {
      process.kill(server.pid, 'SIGQUIT');
      if (!(await waitUntilGone(server.pid, 30_000))) throw new Error('PostgreSQL does not end.');
    },
    async start() {
      server = await startPostgres({ ...options, port });
    },
    async drop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
