import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { adminUrl } from './database-run.js';
import { roomDatabase } from './database.js';

let folder: string;
let room: { name: string; migrations: URL };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-migrations-'));
  room = { name: 'kiosk', migrations: pathToFileURL(`${folder}/`) };
  await writeFile(join(folder, '0001_papers.sql'), 'create table kiosk.papers (title text);');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('two files get the same tables and never each other’s rows', async () => {
  const [first, second] = await Promise.all([roomDatabase([room]), roomDatabase([room])]);
  await query(first.adminUrl, `insert into kiosk.papers values ('The Tribune')`);
  expect(await query(first.adminUrl, 'select title from kiosk.papers')).toEqual([
    { title: 'The Tribune' },
  ]);
  expect(await query(second.adminUrl, 'select title from kiosk.papers')).toEqual([]);
  await Promise.all([first.drop(), second.drop()]);
});

test('a room reaches its database as a login role without rights of its own', async () => {
  const database = await roomDatabase([room]);
  const url = database.urlFor('kiosk');
  expect(await query(url, 'select current_user as name')).toEqual([{ name: 'kiosk_login' }]);
  await expect(query(url, 'select * from kiosk.papers')).rejects.toThrow('permission denied');
  await database.drop();
});

test('a database is dropped under a connection that somebody forgot', async () => {
  const database = await roomDatabase([room]);
  const forgotten = new pg.Client({ connectionString: database.adminUrl });
  const lost = new Promise<void>((resolve) => void forgotten.on('error', () => resolve()));
  await forgotten.connect();
  await database.drop();
  await lost;
  const name = new URL(database.adminUrl).pathname.slice(1);
  expect(
    await query(adminUrl(), `select datname from pg_database where datname = '${name}'`),
  ).toEqual([]);
});
