import { defineSubgraph } from '@propertea/chassis/graph';
import { asAdmin } from '@propertea/chassis/store';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  eventually,
  roomDatabase,
  type RoomDatabase,
  startTestRoom,
  statementsOf,
} from '@propertea/testkit';
import { z } from 'zod';
import { kiosk } from './kiosk/subgraph.js';

let database: RoomDatabase;
let taken: Server;
beforeAll(async () => {
  database = await roomDatabase([kiosk]);
  taken = createServer();
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  taken?.close();
  await database?.drop();
});

const connections = () =>
  asAdmin(database.adminUrl, async (client) => {
    const { rows } = await client.query(
      `select application_name from pg_stat_activity where datname = current_database() and application_name like 'propertea kiosk%'`,
    );
    return rows.length;
  });
const nothingLeft = () => eventually(connections, (open) => open === 0);

it('a room that stops gives every connection back, and stopping twice does no harm', async () => {
  const room = await startTestRoom(kiosk, {}, { database });
  expect(await connections()).toBeGreaterThan(0);
  expect(await room.room.ready()).toBe(true);
  await room.stop();
  await nothingLeft();
  expect(await room.room.ready()).toBe(false);
  await room.room.stop();
});

it('a room whose port is taken says so and leaves nothing open', async () => {
  const { port } = taken.address() as AddressInfo;
  await expect(startTestRoom(kiosk, {}, { database, port })).rejects.toThrow('EADDRINUSE');
  await nothingLeft();
});

it('a room whose background work cannot begin leaves nothing open', async () => {
  const broken = defineSubgraph({
    ...kiosk,
    background: () => {
      throw new Error('no worker today');
    },
  });
  await expect(startTestRoom(broken, {}, { database })).rejects.toThrow('no worker today');
  await nothingLeft();
});

it('a room with a hole in its second wall does not start, and names it', async () => {
  await asAdmin(database.adminUrl, (client) =>
    client.query('create table kiosk.hole (id int); grant select on kiosk.hole to kiosk_staff'),
  );
  await expect(startTestRoom(kiosk, {}, { database })).rejects.toThrow(
    'kiosk.hole is reachable without forced row-level security.',
  );
  await nothingLeft();
  await asAdmin(database.adminUrl, (client) => client.query('drop table kiosk.hole'));
});

it('settings that are not of their shape are refused before anything is opened', async () => {
  const { routes: _, background: __, ...plain } = kiosk;
  const wanting = { ...plain, settings: z.object({ wanted: z.string() }) };
  const statements = await statementsOf(async () => {
    await expect(startTestRoom(wanting, {} as never, { database })).rejects.toThrow('wanted');
  });
  expect(statements).toEqual([]);
});

it('background work is stopped while the store is still there', async () => {
  const seen: string[] = [];
  const working = defineSubgraph({
    ...kiosk,
    background: ({ store }) => ({
      async stop() {
        await store.orm.em.getConnection().execute('select 1');
        seen.push('stopped');
      },
    }),
  });
  const room = await startTestRoom(working, {}, { database });
  await room.stop();
  expect(seen).toEqual(['stopped']);
  await nothingLeft();
});
