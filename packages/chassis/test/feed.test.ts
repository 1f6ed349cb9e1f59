import { newId } from '@propertea/kernel';
import { eventually, staff, startTestRoom, type TestRoom } from '@propertea/testkit';
import pg from 'pg';
import { kiosk } from './kiosk/subgraph.js';

let room: TestRoom;
let listener: pg.Client;
const told: string[] = [];

beforeAll(async () => {
  room = await startTestRoom(kiosk, {});
  listener = new pg.Client({ connectionString: room.database.adminUrl });
  await listener.connect();
  listener.on('notification', ({ payload }) => told.push(payload ?? ''));
  await listener.query('listen bus_feed');
});
afterAll(async () => {
  await listener?.end();
  await room?.stop();
});

const print = (title: string) =>
  room.as(staff(newId()))(
    'mutation($input: PrintPaperInput!) { printPaper(input: $input) { id } }',
    { input: { code: newId().slice(-10).toUpperCase(), title } },
  );
const feed = () =>
  room.sql<{ transaction: string; title: string; source: string }>(
    `select transaction::text, envelope->'data'->>'title' as title, envelope->>'source' as source
     from bus.feed order by position`,
  );

it('holds nothing while nobody wants it, and nobody is told', async () => {
  await print('unwanted');
  await room.settled();
  expect(await feed()).toEqual([]);
  expect(told).toEqual([]);
});

it('holds what is wanted in the order of writing, and tells of the transactions that wrote it', async () => {
  await room.sql(`insert into bus.feed_types values ('paper.printed.v1')`);
  for (const title of ['one', 'two', 'three']) await print(title);
  await room.settled();
  const rows = await eventually(feed, ({ length }) => length === 3);
  expect(rows.map(({ title, source }) => [title, source])).toEqual([
    ['one', '/rooms/kiosk'],
    ['two', '/rooms/kiosk'],
    ['three', '/rooms/kiosk'],
  ]);
  const transactions = [...new Set(rows.map(({ transaction }) => transaction))];
  await eventually(
    () => told.length,
    (count) => count >= transactions.length,
  );
  expect(told).toEqual(transactions);
});

it('forgets what is older than some minutes, as soon as more is written', async () => {
  await room.sql(`update bus.feed set at = now() - interval '6 minutes'`);
  await print('later');
  await eventually(feed, (rows) => rows.map(({ title }) => title).join() === 'later');
});

it('takes from a room only its own events, and shows it none', async () => {
  const client = new pg.Client({ connectionString: room.database.urlFor('kiosk') });
  await client.connect();
  const asWorker = async (sql: string) => {
    await client.query('begin; set local role kiosk_worker');
    try {
      return await client.query(sql);
    } finally {
      await client.query('rollback');
    }
  };
  const laid = (source: string) =>
    asWorker(`insert into bus.feed (envelope) values ('{"source": "${source}"}')`);
  expect((await laid('/rooms/kiosk')).rowCount).toBe(1);
  await expect(laid('/rooms/elsewhere')).rejects.toThrow('row-level security');
  for (const sql of [
    'select from bus.feed',
    'delete from bus.feed',
    `insert into bus.feed_types values ('a.b.v1')`,
  ]) {
    await expect(asWorker(sql)).rejects.toThrow('permission denied');
  }
  await client.end();
});
