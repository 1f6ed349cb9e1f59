import {
  asAdmin,
  migrateRoom,
  pendingMigrations,
  provisionPlatform,
} from '@propertea/chassis/store';
import { roomDatabase, type RoomDatabase } from '@propertea/testkit';
import { kiosk } from './kiosk/subgraph.js';

let database: RoomDatabase;
beforeAll(async () => {
  database = await roomDatabase([kiosk]);
});
afterAll(() => database?.drop());

it('a room from before the latest tables of the chassis gets them and keeps what it has', async () => {
  await asAdmin(database.adminUrl, (client) =>
    client.query(`
      drop table kiosk.schedules; drop table kiosk.snapshots; drop policy snapshots on kiosk.outbox;
      delete from kiosk.migrations where name in ('0000_chassis_2_schedules', '0000_chassis_4_snapshots');
      insert into kiosk.papers (id, organization_id, code, title, copies, created_at, updated_at)
      values (gen_random_uuid(), gen_random_uuid(), 'OLD', 'Old paper', 1, now(), now())`),
  );
  await provisionPlatform(database.adminUrl);
  expect(await migrateRoom(kiosk, database.adminUrl, 'test')).toEqual([
    '0000_chassis_2_schedules',
    '0000_chassis_4_snapshots',
  ]);
  expect(await pendingMigrations(kiosk, database.adminUrl)).toEqual([]);
  const { rows } = await asAdmin(database.adminUrl, (client) =>
    client.query(
      `select title, (select count(*)::int from kiosk.schedules) as due from kiosk.papers`,
    ),
  );
  expect(rows).toEqual([{ title: 'Old paper', due: 0 }]);
});
