import { migrateRoom } from '@propertea/chassis/store';
import { newId } from '@propertea/kernel';
import { roomDatabase, type RoomDatabase } from '@propertea/testkit';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';

const source = join(import.meta.dirname, '..', 'migrations');

let folder: string;
let database: RoomDatabase;
let admin: Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-migrations-'));
  for (const file of await readdir(source)) {
    if (file < '0004') await cp(join(source, file), join(folder, file));
  }
  database = await roomDatabase([{ name: 'properties', migrations: pathToFileURL(`${folder}/`) }]);
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

test('what was there before lists had these orders has its place in them, and is protected as before', async () => {
  const organizationId = newId();
  const [companyId, propertyId] = [newId(), newId()];
  await admin.query(
    `insert into properties.companies (organization_id, id, code, name, currency, is_retired, sequence)
     values ($1, $2, 'CO', 'Co', 'USD', false, 1)`,
    [organizationId, companyId],
  );
  await admin.query(
    `insert into properties.properties (organization_id, id, company_id, code, name, type, address_line1, city,
       postal_code, country, jurisdiction, time_zone, created_at, updated_at)
     values ($1, $3, $2, 'PROP', 'Court', 'MULTIFAMILY', 'Main Street', 'Évanston', '1', 'US', 'US-IL', 'UTC', now(), now())`,
    [organizationId, companyId, propertyId],
  );
  await admin.query(
    `insert into properties.units (organization_id, id, company_id, property_id, code, category, created_at, updated_at)
     select $1, gen_random_uuid(), $2, $3, 'U' || u, 'OTHER', now(), now() from generate_series(1, 3) u`,
    [organizationId, companyId, propertyId],
  );

  const { password } = new URL(database.urlFor('properties'));
  const room = { name: 'properties', migrations: pathToFileURL(`${source}/`) };
  expect(await migrateRoom(room, database.adminUrl, password)).toContain('0004_lists');

  const properties = await admin.query('select by_company, city_search from properties.properties');
  expect(properties.rows).toEqual([
    { by_company: `CO ${companyId} PROP`, city_search: 'évanston' },
  ]);
  const units = await admin.query('select by_property from properties.units order by by_property');
  expect(units.rows.map((row: { by_property: string }) => row.by_property)).toEqual(
    ['U1', 'U2', 'U3'].map((code) => `PROP ${propertyId} ${code}`),
  );
  const unprotected = await admin.query(
    `select relname from pg_class where relnamespace = 'properties'::regnamespace
       and relname in ('companies', 'properties', 'buildings', 'units') and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(unprotected.rows).toEqual([]);
});
