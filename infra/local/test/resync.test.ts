import { requestSnapshots, snapshotProgress } from '@propertea/chassis/messaging';
import { asAdmin } from '@propertea/chassis/store';
import { eventually, type MadeCompany, seedOf } from '@propertea/testkit';
import { startWholeHouse, type WholeHouse } from './support/house.js';

let house: WholeHouse;
let company: MadeCompany;
beforeAll(async () => {
  house = await startWholeHouse();
  const organization = seedOf(house, { issuer: house.parts.issuer }).organization();
  const planted = organization.company();
  const property = await planted.property();
  await planted.property().building().unit();
  await organization.member();
  company = await planted;
  const { administrator } = await organization;
  await house.settled();
  const retired = await house.as(administrator)(
    'mutation($input: RetirePropertyInput!) { retireProperty(input: $input) { errors { code } } }',
    { input: { propertyId: property.id, version: property.version } },
  );
  expect(retired).toEqual({ data: { retireProperty: { errors: [] } } });
  await house.settled();
});
afterAll(() => house?.stop());

/** Copies that one room keeps of another room's facts. */
const COPIES = [
  { of: 'organizations', table: 'properties.companies' },
  { of: 'organizations', table: 'identity.memberships' },
  { of: 'properties', table: 'organizations.properties' },
  { of: 'identity', table: 'organizations.people' },
];

const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  asAdmin(house.database.adminUrl, async (client) => (await client.query<Row>(text, values)).rows);
/** The rows as text, with the transaction that wrote them where it matters that none did. */
const rowsOf = async (table: string, withWriter = false) => {
  const rows = await sql<{ row: string }>(
    `select ${withWriter ? "xmin::text || ' ' ||" : ''} to_jsonb(copy)::text as row from ${table} copy order by 1`,
  );
  return rows.map(({ row }) => row);
};
const resync = async (room: string) => {
  await requestSnapshots(house.database.adminUrl, room);
  await house.settled();
};

it.each(COPIES)('a lost copy in $table is filled again by $of', async ({ of, table }) => {
  const before = await rowsOf(table);
  expect(before.length).toBeGreaterThan(0);
  // Foreign keys of the room's own rows are off, as where a table was lost.
  await sql(`set session_replication_role = replica; delete from ${table}`);
  await resync(of);
  expect(await rowsOf(table)).toEqual(before);
});

it('R50: what is retired is retired again in the copy', async () => {
  const states = await sql('select is_retired from organizations.properties order by is_retired');
  expect(states).toEqual([{ is_retired: false }, { is_retired: true }]);
});

it('published twice, the same state changes no row', async () => {
  const before = await Promise.all(COPIES.map(({ table }) => rowsOf(table, true)));
  for (const room of ['organizations', 'properties', 'identity']) await resync(room);
  expect(await Promise.all(COPIES.map(({ table }) => rowsOf(table, true)))).toEqual(before);
});

it('R50: a late snapshot does not beat newer state', async () => {
  await sql('update properties.companies set name = $2, sequence = sequence + 1 where id = $1', [
    company.uuid,
    'Newer',
  ]);
  await resync('organizations');
  const [copy] = await sql('select name from properties.companies where id = $1', [company.uuid]);
  expect(copy).toEqual({ name: 'Newer' });
});

it('how far a room is can be seen while it publishes and afterwards', async () => {
  const { adminUrl } = house.database;
  expect(await requestSnapshots(adminUrl, 'properties')).toEqual([
    'building.snapshot.v1',
    'property.snapshot.v1',
    'unit.snapshot.v1',
  ]);
  const progress = await eventually(
    async () => {
      await house.settled();
      return snapshotProgress(adminUrl, 'properties');
    },
    (seen) => seen.every(({ isFinished }) => isFinished),
  );
  expect(progress).toEqual([
    { type: 'building.snapshot.v1', published: 1, isFinished: true },
    { type: 'property.snapshot.v1', published: 2, isFinished: true },
    { type: 'unit.snapshot.v1', published: 1, isFinished: true },
  ]);
});
