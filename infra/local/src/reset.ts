import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { takeOver } from '@propertea/postgres';
import pg from 'pg';

/** What we keep in a data directory; nothing else in it is ever touched. */
const OURS = [
  'pg',
  'pg.new',
  'pg.new.password',
  'uploads',
  'keys.json',
  'runtime.json',
  'demo.json',
];

/** Deletes the embedded database, the secrets and the uploads of a data directory that no instance uses. */
export async function resetDataDirectory(dataDirectory: string): Promise<void> {
  await takeOver(join(dataDirectory, 'pg'));
  await Promise.all(
    OURS.map((name) => rm(join(dataDirectory, name), { recursive: true, force: true })),
  );
}

/** Drops the schemas of the rooms from the database of DATABASE_URL; everything else there stays. */
export async function resetDatabase(databaseUrl: string, rooms: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const schema of [...rooms, 'gateway', 'bus', 'app']) {
      await client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`);
    }
  } finally {
    await client.end();
  }
}
