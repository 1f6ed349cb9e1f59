import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, dropDatabase } from './databases.js';
import { startPostgres } from './server.js';
import type { RunningPostgres } from './server.js';

let folder: string;
let server: RunningPostgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-pg-'));
  server = await startPostgres({
    dataDirectory: join(folder, 'pg'),
    superuserPassword: 'secret',
    fsync: false,
  });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

it('a database made from a template holds what the template held', async () => {
  const original = new pg.Client({
    connectionString: await createDatabase(server.adminUrl(), 'the "original"'),
  });
  await original.connect();
  await original.query('create table kept as select 42 as answer');
  await original.end();

  const url = await createDatabase(server.adminUrl(), 'copy', { template: 'the "original"' });
  const copy = new pg.Client({ connectionString: url });
  await copy.connect();
  expect((await copy.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
  await copy.end();
});

it('dropping a database closes its connections, and dropping it again is no error', async () => {
  const client = new pg.Client({
    connectionString: await createDatabase(server.adminUrl(), 'doomed'),
  });
  const closed = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  await dropDatabase(server.adminUrl(), 'doomed');
  await closed;
  await dropDatabase(server.adminUrl(), 'doomed');
  await expect(client.query('select 1')).rejects.toThrow(/not queryable/);
});
