import { asAdmin, checkCatalog, Store, workerSession } from '@propertea/chassis/store';
import { roomDatabase } from '@propertea/testkit';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type KioskStore, openKioskStore } from './kiosk/open-store.js';

let kiosk: KioskStore;
beforeAll(async () => {
  kiosk = await openKioskStore();
});
afterAll(() => kiosk?.close());

const holes = () =>
  kiosk.store.transaction(workerSession('kiosk'), (em) => checkCatalog(em, 'kiosk'));

const PROTECTED = `create table kiosk.t (id uuid primary key, organization_id uuid not null);
  create index t_of_organization on kiosk.t (organization_id); select app.protect('kiosk.t', 'organization');`;
const READABLE = 'grant select on kiosk.t to kiosk_staff;';

it('a room as it is migrated has no hole', async () => {
  expect(await holes()).toEqual([]);
});

it.each([
  [
    'a table without row-level security',
    `create table kiosk.t (id uuid); ${READABLE}`,
    [
      'kiosk.t is reachable without forced row-level security.',
      'kiosk.t declares no table class (app.protect).',
    ],
  ],
  [
    'a column that can be read',
    'create table kiosk.t (id uuid, secret text); grant select (secret) on kiosk.t to kiosk_person;',
    [
      'kiosk.t is reachable without forced row-level security.',
      'kiosk.t declares no table class (app.protect).',
    ],
  ],
  [
    'security that does not bind its owner',
    `${PROTECTED} alter table kiosk.t no force row level security;`,
    ['kiosk.t is reachable without forced row-level security.'],
  ],
  [
    'security without a policy',
    `${PROTECTED} drop policy organization on kiosk.t;`,
    ['kiosk.t is reachable without forced row-level security.'],
  ],
  [
    'a view with its owner’s rights',
    'create view kiosk.t as select 1 as one; grant select on kiosk.t to kiosk_staff;',
    ['kiosk.t is reachable without forced row-level security.'],
  ],
  [
    'a materialized view',
    `create materialized view kiosk.t as select 1 as one; ${READABLE}`,
    ['kiosk.t is reachable without forced row-level security.'],
  ],
  [
    'a table without a class',
    `${PROTECTED} comment on table kiosk.t is null;`,
    ['kiosk.t declares no table class (app.protect).'],
  ],
  [
    'a policy that shows everything to staff',
    `${PROTECTED} create policy loose on kiosk.t for select to kiosk_staff using (true);`,
    ['kiosk.t.loose has a policy that asks neither organization nor person.'],
  ],
  [
    'a policy that shows everything to everybody',
    `${PROTECTED} create policy loose on kiosk.t using (true);`,
    ['kiosk.t.loose has a policy that asks neither organization nor person.'],
  ],
  [
    'a policy that lets rows move to another organization',
    `${PROTECTED} create policy loose on kiosk.t to kiosk_staff
       using (organization_id = (select app.organization_id())) with check (true);`,
    ['kiosk.t.loose has a policy that asks neither organization nor person.'],
  ],
  [
    'a foreign key that accepts another organization’s row',
    `${PROTECTED} alter table kiosk.t add paper_id uuid constraint t_paper references kiosk.papers (id);`,
    ['kiosk.t_paper is a foreign key that does not carry the organization.'],
  ],
  [
    'a table without an index for its organization',
    `${PROTECTED} drop index kiosk.t_of_organization;`,
    ['kiosk.t has no index that begins with the organization.'],
  ],
  [
    'a unique index that tells of other organizations',
    `${PROTECTED} alter table kiosk.t add code text constraint t_code unique;`,
    ['kiosk.t_code is a unique index that does not begin with the organization.'],
  ],
  [
    'a definer function for everybody',
    `create function kiosk.t() returns int language sql security definer as 'select 1';`,
    ['kiosk.t is a definer function that everybody may call.'],
  ],
])('%s is found', async (_what, sql, found) => {
  await kiosk.sql(sql);
  expect(await holes()).toEqual(found);
  await kiosk.sql(
    sql.includes('create function')
      ? 'drop function kiosk.t'
      : `do $$ begin execute (select format('drop %s kiosk.t', case relkind when 'r' then 'table' when 'v' then 'view'
           else 'materialized view' end) from pg_class where oid = 'kiosk.t'::regclass); end $$`,
  );
  expect(await holes()).toEqual([]);
});

// Roles belong to the whole server: these are of a room that no other test starts.
it.each([
  ['vault_login inherit', 'vault_login'],
  ['vault_person bypassrls', 'vault_person'],
])('a role that is too strong is found: %s', async (strong, role) => {
  const folder = await mkdtemp(join(tmpdir(), 'propertea-vault-'));
  const vault = await roomDatabase([{ name: 'vault', migrations: pathToFileURL(`${folder}/`) }]);
  const store = await Store.open({
    room: 'vault',
    databaseUrl: vault.urlFor('vault'),
    poolMax: 1,
    entities: [],
  });
  const look = () => store.transaction(workerSession('vault'), (em) => checkCatalog(em, 'vault'));
  expect(await look()).toEqual([]);
  await asAdmin(vault.adminUrl, (client) => client.query(`alter role ${strong}`));
  expect(await look()).toEqual([`${role} bypasses row-level security or inherits rights.`]);
  await asAdmin(vault.adminUrl, (client) =>
    client.query('alter role vault_login noinherit; alter role vault_person nobypassrls'),
  );
  await store.close();
  await vault.drop();
  await rm(folder, { recursive: true });
});

it('a connection with more rights than the room has is found', async () => {
  const look = async (databaseUrl: string) => {
    const store = await Store.open({ room: 'kiosk', databaseUrl, poolMax: 1, entities: [] });
    try {
      return await store.transaction(workerSession('kiosk'), (em) => checkCatalog(em, 'kiosk'));
    } finally {
      await store.close();
    }
  };
  const { adminUrl } = kiosk.database;
  const superuser = `${new URL(adminUrl).username} bypasses row-level security or inherits rights.`;
  expect(await look(adminUrl)).toEqual([superuser]);

  const role = `shared_${randomBytes(5).toString('hex')}`;
  const other = `${role}_worker`;
  await kiosk.sql(`create role ${other} nologin; create role ${role} login noinherit password 'test';
    grant kiosk_worker, ${other} to ${role};`);
  const url = new URL(adminUrl);
  url.username = role;
  url.password = 'test';
  expect(await look(url.href)).toEqual(['kiosk connects as a role that other rooms share.']);
  await kiosk.sql(`revoke ${other} from ${role}`);
  expect(await look(url.href)).toEqual([]);
  await kiosk.sql(`drop role ${role}; drop role ${other}`);
});
