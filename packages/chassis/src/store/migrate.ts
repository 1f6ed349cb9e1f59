import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { provisionRoom } from './provision.js';
import { CHASSIS_MIGRATIONS } from './chassis-migrations.js';

/** What migrating needs of a room's definition. */
export interface MigratableRoom {
  name: string;
  /** Folder of the room's `.sql` files, applied in the order of their names. */
  migrations: URL;
}

/**
 * Brings one room's schema up to date as its owner role, each file in a transaction of its own.
 * Returns the names of the migrations that ran.
 */
export async function migrateRoom(
  room: MigratableRoom,
  adminUrl: string,
  loginPassword: string,
): Promise<string[]> {
  await provisionRoom(adminUrl, room.name, loginPassword);
  return withMigrator(room, adminUrl, async (migrator) =>
    (await migrator.up()).map((migration) => migration.name),
  );
}

/** Names of the room's migrations that have not run yet. */
export async function pendingMigrations(room: MigratableRoom, adminUrl: string): Promise<string[]> {
  return withMigrator(room, adminUrl, async (migrator) =>
    (await migrator.getPending()).map((migration) => migration.name),
  );
}

async function withMigrator<T>(
  room: MigratableRoom,
  adminUrl: string,
  run: (migrator: Migrator) => Promise<T>,
): Promise<T> {
  const orm = await MikroORM.init({
    clientUrl: adminUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    schema: room.name,
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    // Without this list a generated diff would drop the schemas of the other rooms.
    schemaGenerator: { ignoreSchema: ['public', 'app', 'bus', 'gateway'] },
    migrations: {
      schema: room.name,
      tableName: 'migrations',
      migrationsList: await readMigrations(room),
      silent: true,
      snapshot: false,
    },
  });
  try {
    return await run(orm.migrator as Migrator);
  } finally {
    await orm.close(true);
  }
}

async function readMigrations(room: MigratableRoom) {
  const files = (await readdir(room.migrations)).filter((file) => file.endsWith('.sql')).toSorted();
  const sources = await Promise.all(
    files.map(async (file) => ({
      name: basename(file, '.sql'),
      sql: await readFile(new URL(file, room.migrations), 'utf8'),
    })),
  );
  const chassis = CHASSIS_MIGRATIONS.map(({ name, sql }) => ({ name, sql: sql(room.name) }));
  return [...chassis, ...sources].map((source) => ({
    name: source.name,
    class: class extends Migration {
      override up(): void {
        this.addSql(`set local role ${room.name}_owner`);
        this.addSql(source.sql);
        this.addSql('reset role');
      }
    },
  }));
}
