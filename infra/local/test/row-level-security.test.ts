import pg from 'pg';
import { startWholeHouse, type WholeHouse } from './support/house.js';
import { openAdmin, tablesOf } from './support/rows.js';
import { asRole, type Role, rolesOf } from './support/roles.js';
import {
  foreignKeysOf,
  insertInto,
  referenceTo,
  type TableColumns,
  collisionsWith,
  columnsOf,
  uniquesOf,
} from './support/constraints.js';
import {
  aMinuteAgo,
  leakIn,
  MARK,
  type Portfolio,
  tracesOf,
  twoOrganizations,
} from './support/two-organizations.js';

let house: WholeHouse;
let admin: pg.Client;
let tables: string[];
let roles: Role[];
let columns: TableColumns;
let a: Portfolio;
let b: Portfolio;
let mine: string;

// Every role meets every table of its room, a transaction each.
beforeAll(async () => {
  await aMinuteAgo(async () => {
    house = await startWholeHouse();
    ({ a, b } = await twoOrganizations(house));
  });
  admin = await openAdmin(house.database.adminUrl);
  const rooms = house.rooms.map(({ name }) => name);
  tables = await tablesOf(admin, rooms);
  columns = await columnsOf(admin, tables);
  mine = `${a.organization.uuid}|${a.organization.user.uuid}`;
  roles = await rolesOf(house.database, rooms, a);
});

afterAll(async () => {
  await Promise.all(roles?.map((role) => role.client.end()) ?? []);
  await admin?.end();
  await house?.stop();
});

const CHECK_VIOLATION = '23514';

function staffOf(table: string): Role {
  const name = `${table.split('.')[0]}_staff`;
  const role = roles.find((candidate) => candidate.name === name);
  if (!role) throw new Error(`There is no role ${name}.`);
  return role;
}

/** B's rows of a table as the superuser sees them, newest first. */
async function rowsOfB(table: string): Promise<Record<string, unknown>[]> {
  const traces = [...tracesOf(b), MARK].join('|');
  const { rows } = await admin.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t where t::text ~ $1 and t::text !~ $2 limit 3`,
    [traces, mine],
  );
  return rows.map(({ row }) => row);
}

test('B has rows in the tables of every room, so that there is something to hide', async () => {
  const filled = await Promise.all(tables.map(async (table) => [table, await rowsOfB(table)]));
  const names = filled.filter(([, rows]) => rows?.length).map(([table]) => table);
  expect(names).toEqual(
    expect.arrayContaining([
      'identity.users',
      'organizations.companies',
      'organizations.members',
      'organizations.invitations',
      'properties.properties',
      'properties.buildings',
      'properties.units',
      'properties.imports',
    ]),
  );
});

test('R46: no table shows a row of B, counts it, joins it, changes it or removes it', async () => {
  const found: string[] = [];
  let refused = 0;
  for (const role of roles) {
    for (const table of tables.filter((name) => name.startsWith(`${role.room}.`))) {
      const first = columns[table]?.find(({ always }) => !always);
      const statements = [
        `select to_jsonb(t)::text as text from ${table} t`,
        `select count(*)::text || ' rows of ${MARK}' as text from ${table} t
         where t::text ~ '${b.organization.uuid}' having count(*) > 0`,
        `select to_jsonb(o)::text as text from ${table} t right join ${table} o on t.ctid = o.ctid and t.tableoid = o.tableoid`,
        `update ${table} set ${first?.name} = ${first?.name} returning to_jsonb(${table.split('.')[1]})::text as text`,
        `delete from ${table} returning to_jsonb(${table.split('.')[1]})::text as text`,
      ];
      for (const sql of statements) {
        const { rows, code } = await asRole<{ text: string }>(role, sql);
        if (code === '42501') refused++;
        else if (code !== undefined && !code.startsWith('23'))
          found.push(`${role.name}: ${sql}: ${code}`);
        const leak = leakIn(rows.map(({ text }) => text).join(), tracesOf(b));
        if (leak) found.push(`${role.name} sees ${leak} in ${table} by ${sql}`);
      }
    }
  }
  expect(found).toEqual([]);
  // Both kinds of wall were met: rights that are missing and rows that are not there.
  expect(refused).toBeGreaterThan(0);
});

test('R46: nobody writes a row into B, and nobody moves one there', async () => {
  const found: string[] = [];
  let tried = 0;
  for (const role of roles) {
    for (const table of tables.filter((name) => name.startsWith(`${role.room}.`))) {
      for (const row of await rowsOfB(table)) {
        if (!Object.values(row).includes(b.organization.uuid)) continue;
        tried++;
        const written = await asRole(role, insertInto(table, columns), [JSON.stringify(row)]);
        if (written.code !== '42501') found.push(`${role.name} into ${table}: ${written.code}`);
        if (!('organization_id' in row)) continue;
        const moved = await asRole(
          role,
          `update ${table} set organization_id = $1 where organization_id = $2`,
          [b.organization.uuid, a.organization.uuid],
        );
        const none = moved.code === undefined && moved.count === 0;
        if (!none && moved.code !== '42501' && moved.code !== '428C9')
          found.push(`${role.name} moves ${moved.count} in ${table}: ${moved.code}`);
      }
    }
  }
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThan(20);
});

test('R46: no unique constraint tells what B has', async () => {
  const found: string[] = [];
  const uniques = await uniquesOf(admin, tables);
  let tried = 0;
  for (const unique of uniques) {
    const role = staffOf(unique.table);
    for (const row of await rowsOfB(unique.table)) {
      for (const pair of collisionsWith(unique, row, columns[unique.table] ?? [], a, b)) {
        const sql = insertInto(unique.table, columns);
        const taken = await asRole(role, sql, [JSON.stringify(pair.ofB)]);
        const free = await asRole(role, sql, [JSON.stringify(pair.ofNobody)]);
        // The other value is not one that this column takes.
        if (free.code === CHECK_VIOLATION) continue;
        tried++;
        if (taken.code === free.code) continue;
        const told = `${taken.code}, and for nothing ${free.code}`;
        found.push(`${unique.name} of ${unique.table}: ${told}`);
      }
    }
  }
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThan(5);
});

test('R46: no foreign key tells what B has, and none reaches into B', async () => {
  const found: string[] = [];
  let tried = 0;
  for (const key of await foreignKeysOf(admin, tables)) {
    const role = staffOf(key.table);
    for (const row of await rowsOfB(key.table)) {
      const [ofB, ofNobody] = referenceTo(key, row, a);
      if (!ofB || !ofNobody) continue;
      tried++;
      const sql = insertInto(key.table, columns);
      const existing = await asRole(role, sql, [JSON.stringify(ofB)]);
      const missing = await asRole(role, sql, [JSON.stringify(ofNobody)]);
      const told = existing.code !== missing.code || existing.message !== missing.message;
      if (told || existing.code === undefined) {
        found.push(
          `${key.name} of ${key.table}: ${existing.code}, and for nothing ${missing.code}`,
        );
      }
    }
  }
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThan(5);
});
