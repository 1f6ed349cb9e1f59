import { type Command, executeCommand, sessionFor, Store } from '@propertea/chassis/store';
import { type Identity, newId, systemClock } from '@propertea/kernel';
import { roomDatabase, type RoomDatabase } from '@propertea/testkit';
import pg from 'pg';
import type { z } from 'zod';
import { Paper } from './paper.js';
import { kiosk } from './subgraph.js';

/** The kiosk's tables without the kiosk: what a command does, seen from below. */
export interface KioskStore {
  store: Store;
  database: RoomDatabase;
  run<Schema extends z.ZodType, Result>(
    command: Command<Schema, Result>,
    input: unknown,
    identity: Identity,
  ): Promise<Result>;
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  read(identity: Identity): ReturnType<Store['begin']>;
  close(): Promise<void>;
}

export async function openKioskStore(): Promise<KioskStore> {
  const database = await roomDatabase([kiosk]);
  const databaseUrl = database.urlFor('kiosk');
  const store = await Store.open({ room: 'kiosk', databaseUrl, poolMax: 3, entities: [Paper] });
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 1 });
  const services = {
    store,
    clock: systemClock,
    violations: kiosk.violations,
    published: () => undefined,
  };
  return {
    store,
    database,
    run: (command, input, identity) =>
      executeCommand(services, command, input, { identity, requestId: newId(), traceparent: null }),
    sql: async (text, values = []) => (await admin.query(text, values)).rows,
    read: (identity) => store.begin(sessionFor('kiosk', identity), { readOnly: true }),
    async close() {
      await store.close();
      await admin.end();
      await database.drop();
    },
  };
}
