import { type MigratableRoom, migrateRoom, provisionPlatform } from '@propertea/chassis/store';
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { adminUrl, asAdmin, databasePrefix, dropDatabase } from './database-run.js';

/** A database of a test file's own, with the schemas of its rooms migrated and empty. */
export interface RoomDatabase {
  /** The superuser's URL: sees through row-level security, for what only a test may look at. */
  adminUrl: string;
  /** The URL a room starts with: its own login role. */
  urlFor(room: string): string;
  /** Removes the database, also under connections that are still open. */
  drop(): Promise<void>;
}

const loginPassword = 'test';
const templateLock = 7_205_759_403_792_794n;

async function createTemplate(
  client: pg.Client,
  template: string,
  rooms: readonly MigratableRoom[],
) {
  await client.query(`create database ${client.escapeIdentifier(template)}`);
  try {
    await provisionPlatform(adminUrl(template));
    for (const room of rooms) await migrateRoom(room, adminUrl(template), loginPassword);
    // A template can be copied only while nobody is connected to it: nobody may connect from here on.
    await client.query(
      'update pg_database set datistemplate = true, datallowconn = false where datname = $1',
      [template],
    );
  } catch (error) {
    await dropDatabase(client, template);
    throw error;
  }
}

/** The template of a set of rooms, made by the first file of the run that asks; the others wait. */
async function templateOf(client: pg.Client, rooms: readonly MigratableRoom[]): Promise<string> {
  // Two files may have rooms of one name with other tables.
  const names = rooms.map((room) => `${room.name} ${room.migrations.href}`).toSorted();
  const key = createHash('sha256').update(names.join(' ')).digest('hex').slice(0, 12);
  const template = `${databasePrefix()}template_${key}`;
  // One lock for all templates: migrations also create roles, which belong to the whole server.
  await client.query('select pg_advisory_lock($1)', [templateLock.toString()]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      template,
    ]);
    if (!rowCount) await createTemplate(client, template, rooms);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock.toString()]);
  }
  return template;
}

/**
 * A fresh database for one test file, cloned from a template that the run migrates once per set of
 * rooms (some 50 ms instead of seconds). Ask in `beforeAll`, `drop()` in `afterAll` after the rooms have
 * stopped.
 */
export async function roomDatabase(rooms: readonly MigratableRoom[]): Promise<RoomDatabase> {
  const name = `${databasePrefix()}${randomBytes(5).toString('hex')}`;
  await asAdmin(async (client) => {
    const template = await templateOf(client, rooms);
    await client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`,
    );
  });
  return {
    adminUrl: adminUrl(name),
    urlFor(room) {
      const url = new URL(adminUrl(name));
      url.username = `${room}_login`;
      url.password = loginPassword;
      return url.href;
    },
    drop: () => asAdmin((client) => dropDatabase(client, name)),
  };
}
