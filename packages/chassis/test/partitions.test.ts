import { asAdmin, migrateRoom, Store, workerSession } from '@propertea/chassis/store';
import { newId } from '@propertea/kernel';
import { roomDatabase, type RoomDatabase } from '@propertea/testkit';
import { chassisTablesSql } from '../src/store/platform.sql.js';
import { kiosk } from './kiosk/subgraph.js';

let database: RoomDatabase;
let store: Store;
beforeAll(async () => {
  database = await roomDatabase([kiosk]);
  const databaseUrl = database.urlFor('kiosk');
  store = await Store.open({ room: 'kiosk', databaseUrl, poolMax: 3, entities: [] });
});
afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const sql = <Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asAdmin(database.adminUrl, async (client) => (await client.query<Row>(text, values)).rows);
const asWorker = <Row extends object>(text: string, values: unknown[] = []) =>
  store.transaction(workerSession('kiosk'), (em) => em.execute<Row[]>(text, values));
const keep = async (clock = new Date()) => {
  const [row] = await asWorker<{ deleted: number }>(
    'select kiosk.keep_partitions(?, 100) as deleted',
    [clock],
  );
  return row?.deleted;
};
const partitions = async (table: string) => {
  const rows = await sql<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = $1::regclass order by 1`,
    [`kiosk.${table}`],
  );
  return rows.map(({ name }) => name);
};
/** Today and so many days on, in UTC, as in the name of a partition. */
const dayOf = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
/** A UUIDv7 of so many days ago. */
const idOf = (days: number) => {
  const time = (Date.now() - days * 86_400_000).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${newId().slice(13)}`;
};
const makePast = (table: string, days: number) =>
  sql(
    `set role kiosk_owner; create table kiosk.${table}_${dayOf(-days)} partition of kiosk.${table}
     for values from (kiosk.first_id('${dayOf(-days)}')) to (kiosk.first_id('${dayOf(1 - days)}'))`,
  );
const write = (id: string, published: string | null) =>
  sql(
    `insert into kiosk.outbox (id, type, subject, sequence, at, correlation_id, data, published_at)
     values ($1, 'paper.folded.v1', 'x', 1, now(), 'x', '{}', now() - $2::interval)`,
    [id, published],
  );
const receive = async (event: string, organization: string, age = '0 s') => {
  const rows = await sql(
    `insert into kiosk.inbox (organization_id, event_id, at) values ($1, $2, now() - $3::interval)
     on conflict do nothing returning 1`,
    [organization, event, age],
  );
  return rows.length === 1;
};
const placeOf = async (table: string, column: string, id: string) => {
  const [row] = await sql<{ place: string }>(
    `select tableoid::regclass::text as place from kiosk.${table} where ${column} = $1`,
    [id],
  );
  return row?.place.replace('kiosk.', '');
};

it('a room from before the partitions keeps every row, its order and everybody’s rights', async () => {
  const rights = () =>
    sql(`select tablename as name, policyname || roles::text || cmd || coalesce(qual, '') || coalesce(with_check, '') as what
       from pg_policies where schemaname = 'kiosk' and tablename in ('outbox', 'inbox')
     union all select table_name, grantee || privilege_type from information_schema.role_table_grants
       where table_schema = 'kiosk' and table_name in ('outbox', 'inbox') and grantee <> 'kiosk_owner'
     union all select relname, relrowsecurity::text || relforcerowsecurity::text || obj_description(oid, 'pg_class')
       from pg_class where relnamespace = 'kiosk'::regnamespace and relname in ('outbox', 'inbox') order by 1, 2`);
  const now = await rights();
  const before = chassisTablesSql('kiosk');
  await sql(`drop table kiosk.outbox, kiosk.inbox; drop function kiosk.keep_partitions, kiosk.first_id;
    delete from kiosk.migrations where name = '0000_chassis_5_partitions';
    grant usage, create on schema kiosk to kiosk_owner; set role kiosk_owner;
    ${before.slice(before.indexOf('create table kiosk.outbox'))}
    grant insert on kiosk.outbox to kiosk_snapshots;
    create policy snapshots on kiosk.outbox for insert to kiosk_snapshots with check (type like '%.snapshot.v%')`);
  expect(await rights()).toEqual(now);
  const written = Array.from({ length: 30 }, (_, days) => idOf(days));
  for (const [n, id] of written.entries()) await write(id, n % 2 === 0 ? null : '1 hour');
  const received = Array.from({ length: 30 }, (_, days) => ({
    event: idOf(days),
    organization: newId(),
  }));
  for (const { event, organization } of received) await receive(event, organization);
  const rows = () =>
    sql(`select to_jsonb(o)::text as row from kiosk.outbox o
      union all select to_jsonb(i)::text from kiosk.inbox i order by 1`);
  const all = await rows();
  expect(all).toHaveLength(60);

  expect(await migrateRoom(kiosk, database.adminUrl, 'test')).toEqual([
    '0000_chassis_5_partitions',
  ]);
  expect(await rows()).toEqual(all);
  expect(await rights()).toEqual(now);
  for (const { event, organization } of received) {
    expect(await receive(event, organization)).toBe(false);
  }
  const late = newId();
  await write(late, null);
  const [last] = await sql('select id from kiosk.outbox order by position desc limit 1');
  expect(last).toEqual({ id: late });
  await sql('truncate kiosk.outbox, kiosk.inbox');
});

it('there are partitions for today and the days to come, and nobody reaches one directly', async () => {
  await keep();
  const ahead = [0, 1, 2].map((days) => `_${dayOf(days)}`);
  for (const table of ['outbox', 'inbox']) {
    expect(await partitions(table)).toEqual([...ahead, '_default'].map((end) => table + end));
  }
  const id = newId();
  await write(id, null);
  expect(await placeOf('outbox', 'id', id)).toBe(`outbox_${dayOf(0)}`);
  for (const part of [`outbox_${dayOf(0)}`, 'outbox_default', `inbox_${dayOf(0)}`]) {
    await expect(asWorker(`select from kiosk.${part}`)).rejects.toThrow('permission denied');
  }
});

it('R50: a missing partition loses nothing, and what came before it was made is known behind it', async () => {
  await sql(`drop table kiosk.inbox_${dayOf(0)}, kiosk.outbox_${dayOf(0)}`);
  const [id, event, organization] = [newId(), newId(), newId()];
  await write(id, null);
  expect(await receive(event, organization)).toBe(true);
  expect(await receive(event, organization)).toBe(false);
  expect(await placeOf('inbox', 'event_id', event)).toBe('inbox_default');
  await keep();
  expect(await placeOf('inbox', 'event_id', event)).toBe(`inbox_${dayOf(0)}`);
  expect(await placeOf('outbox', 'id', id)).toBe(`outbox_${dayOf(0)}`);
  expect(await receive(event, organization)).toBe(false);
});

it('R50: a day goes when all of it is done with, and never while a row of it is not', async () => {
  for (const days of [9, 10, 11]) await makePast('outbox', days);
  for (const days of [37, 38]) await makePast('inbox', days);
  await write(idOf(9), '8 days');
  await write(idOf(10), '6 days');
  await write(idOf(11), null);
  await receive(idOf(37), newId(), '36 days');
  // It came late: its receipt is young.
  const late = { event: idOf(38), organization: newId() };
  await receive(late.event, late.organization, '34 days');
  await keep();
  const outbox = await partitions('outbox');
  expect(outbox).not.toContain(`outbox_${dayOf(-9)}`);
  expect(outbox).toEqual(expect.arrayContaining([`outbox_${dayOf(-10)}`, `outbox_${dayOf(-11)}`]));
  const inbox = await partitions('inbox');
  expect(inbox).not.toContain(`inbox_${dayOf(-37)}`);
  expect(await receive(late.event, late.organization)).toBe(false);
});

it('a clock that is ahead drops no day', async () => {
  const before = [...(await partitions('outbox')), ...(await partitions('inbox'))];
  await keep(new Date(Date.now() + 90 * 86_400_000));
  expect([...(await partitions('outbox')), ...(await partitions('inbox'))]).toEqual(before);
});

it('what has no day is deleted by its age, a batch at a time', async () => {
  await sql(`insert into kiosk.inbox (organization_id, event_id, at)
    select gen_random_uuid(), ('ffffffff-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now() - interval '36 days' from generate_series(1, 150) n`);
  const young = { event: 'ffffffff-1111-4000-8000-000000000000', organization: newId() };
  await receive(young.event, young.organization);
  expect([await keep(), await keep(), await keep()]).toEqual([100, 50, 0]);
  expect(await receive(young.event, young.organization)).toBe(false);
});

it('a day that is in use is left for the next time, and nobody waits for long', async () => {
  await makePast('outbox', 20);
  await write(idOf(20), '19 days');
  const relay = await store.begin(workerSession('kiosk'));
  await relay.em.execute('select from kiosk.outbox where published_at is null for update');
  try {
    await keep();
    expect(await partitions('outbox')).toContain(`outbox_${dayOf(-20)}`);
  } finally {
    await relay.rollback();
  }
  await keep();
  expect(await partitions('outbox')).not.toContain(`outbox_${dayOf(-20)}`);
});
