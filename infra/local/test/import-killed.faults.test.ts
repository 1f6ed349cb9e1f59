import { jest } from '@jest/globals';
import { join } from 'node:path';
import { eventually } from '@propertea/testkit';
import type pg from 'pg';
import { graphClient } from '../src/graph-client.js';
import { importPortfolio, uploadPortfolio } from '../src/portfolio-import.js';
import { createCompany, type Office, openOffice } from './support/office.js';
import { newPlace, type Place, type PlatformProcess } from './support/platform-process.js';
import { writePortfolio } from './support/portfolio-file.js';
import { openAdmin } from './support/rows.js';

jest.setTimeout(900_000);

const PROPERTIES = 250;
const UNITS_EACH = 100;
const KILLS = 2;
const UNITS = PROPERTIES * UNITS_EACH;
/** Until every room knows the units of two imports: on a busy machine a fact takes some ms. */
const FACTS_MS = 300_000;

let place: Place;
let file: string;

beforeEach(async () => {
  place = await newPlace();
});

afterEach(() => place?.clear());

async function newOffice({ house }: PlatformProcess, name: string): Promise<Office> {
  const office = await openOffice(house, name);
  await createCompany(office.send, 'ONE');
  await eventually(() => house.isIdle(), Boolean);
  return office;
}

function clientOf(office: Office) {
  return graphClient(office.url, office.organizationId, async () => office.token);
}

/** Uploads the file and asks for its import; does not wait for more. */
async function beginImport(office: Office): Promise<string> {
  const importId = await uploadPortfolio(clientOf(office), file);
  const answer = await office.send(
    `mutation ($input: ImportPortfolioInput!) {
      importPortfolio(input: $input) { import { id } errors { message } }
    }`,
    { input: { importId, dryRun: false } },
  );
  expect(answer).toMatchObject({ data: { importPortfolio: { errors: [] } } });
  return importId;
}

async function importState(office: Office, importId: string) {
  const answer = await office.send(
    'query ($id: ID!) { import(id: $id) { state rowsDone unitsCreated failure } }',
    { id: importId },
  );
  return answer.data?.['import'] as { state: string; rowsDone: number } | undefined;
}

/** Waits until rows of this attempt are being written, but are not all: a kill now meets its middle. */
async function untilHalfWay(admin: pg.Client, office: Office, attempt: number): Promise<void> {
  const look = async () => {
    const { rows } = await admin.query<{ state: string; rowsDone: number; attempts: number }>(
      `select i.state, i.rows_done as "rowsDone", (select count(*)::int from properties.audit_entries a
         where a.aggregate_id = i.id and a.action = 'import.started') as attempts
       from properties.imports i where organization_id = $1`,
      [office.uuid],
    );
    return rows[0];
  };
  const seen = await eventually(
    look,
    (now) =>
      now?.state === 'COMPLETED' ||
      now?.state === 'FAILED' ||
      (now?.attempts === attempt && now.rowsDone > 0),
    60_000,
  );
  expect(seen?.state).toBe('IMPORTING');
  expect(seen?.rowsDone).toBeLessThan(UNITS);
}

/** Every row that is the organization's in the room, counted by what it is. */
async function rowsOf(admin: pg.Client, { uuid }: Office): Promise<Record<string, number>> {
  const { rows } = await admin.query<{ what: string; count: number }>(
    `select 'properties' as what, count(*)::int from properties.properties where organization_id = $1
     union all select 'buildings', count(*)::int from properties.buildings where organization_id = $1
     union all select 'units', count(*)::int from properties.units where organization_id = $1
     union all select 'distinct units', count(distinct (building_id, code))::int from properties.units where organization_id = $1
     union all select 'audit ' || aggregate_type || ' ' || action, count(*)::int from properties.audit_entries
       where organization_id = $1 group by aggregate_type, action
     union all select 'outbox ' || type, count(*)::int from properties.outbox where organization_id = $1 group by type
     union all select 'unpublished', count(*)::int from properties.outbox where organization_id = $1 and published_at is null
     union all select 'jobs', count(*)::int from properties.import_jobs j join properties.imports i on i.id = j.import_id
       where i.organization_id = $1
     union all select 'reach', count(*)::int from organizations.properties where organization_id = $1`,
    [uuid],
  );
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

/** What a half import would have left: asked while no room runs that could write. */
async function expectNothingYet(admin: pg.Client, office: Office): Promise<void> {
  const rows = await eventually(
    () => rowsOf(admin, office),
    ({ properties, units }) => properties === 0 && units === 0,
  );
  expect(rows).toMatchObject({ properties: 0, buildings: 0, units: 0, jobs: 1 });
  const facts = Object.keys(rows).filter((name) => name.startsWith('outbox'));
  // That an import was uploaded, asked for and begun is true whatever comes of it.
  expect(facts).toEqual(['outbox audit.recorded.v1']);
}

test.each([
  ['the process of properties', ['--processes']],
  ['the one process of all rooms', []],
])(
  '%s is killed twice in the middle of an import, which is then carried out once',
  async (_, options) => {
    file = join(place.dataDirectory, '../portfolio.csv');
    await writePortfolio(file, 'ONE', PROPERTIES, UNITS_EACH);
    const isApart = options.length > 0;
    let platform = await place.start({ arguments: options });
    const office = await newOffice(platform, 'Import Killed');
    const calm = await newOffice(platform, 'Import Undisturbed');
    const importId = await beginImport(office);

    for (let attempt = 1; attempt <= KILLS; attempt++) {
      const admin = await openAdmin(platform.house.adminUrl);
      await untilHalfWay(admin, office, attempt);
      const family = platform.family();
      process.kill(platform.pidOf('properties'), 'SIGKILL');
      if (isApart) {
        await expectNothingYet(admin, office);
        await platform.stop();
      }
      await family.gone();
      await admin.end().catch(() => undefined);
      platform = await place.start({ arguments: options });
    }

    const done = await eventually(
      () => importState(office, importId),
      (now) => now?.state === 'COMPLETED' || now?.state === 'FAILED',
      90_000,
    );
    expect(done).toMatchObject({ state: 'COMPLETED', unitsCreated: UNITS, failure: null });

    const undisturbed = clientOf(calm);
    const calmId = await uploadPortfolio(undisturbed, file);
    const wanted = await importPortfolio(
      undisturbed,
      { importId: calmId, dryRun: false },
      () => {},
    );
    expect(wanted).toMatchObject({ state: 'COMPLETED', unitsCreated: UNITS });
    await eventually(() => platform.house.isIdle(), Boolean, FACTS_MS);
    const admin = await openAdmin(platform.house.adminUrl);
    const [killed, calmly] = [await rowsOf(admin, office), await rowsOf(admin, calm)];
    await admin.end();
    expect(calmly).toMatchObject({
      properties: PROPERTIES,
      units: UNITS,
      'distinct units': UNITS,
      unpublished: 0,
      jobs: 0,
    });
    const begun = 'audit Import import.started';
    const told = 'outbox audit.recorded.v1';
    // Each beginning is on record; all else is as if nothing had happened.
    expect(killed).toEqual({
      ...calmly,
      [begun]: KILLS + 1,
      [told]: (calmly[told] ?? 0) + KILLS,
    });
    const family = platform.family();
    expect(await platform.stop()).toBe(0);
    await family.gone();
  },
);
