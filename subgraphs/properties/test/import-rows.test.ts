import { encodeId, newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { ImportRoom } from './import-room.js';

/** A machine that does other things as well needs its time for a whole portfolio. */
const PATIENCE_MS = 180_000;

let house: ImportRoom;
beforeAll(async () => {
  house = await ImportRoom.start();
});
afterAll(() => house?.stop());

const HEADER =
  'Property Type,Property Name,Address,Zip Code,Management Company,Units,Latitude,Longitude';
const row = (
  name: string,
  units: number | string = 2,
  company = 'Acme',
  street = `${name.length} Main St.`,
) => `Senior,${name},${street},60660,${company},${units},41.98,-87.65`;
const file = (...rows: string[]) => [HEADER, ...rows].join('\n');

const OWN =
  'company_code,property_code,property_name,property_type,street,postal_code,city,region,country,jurisdiction,time_zone,building_code,building_name,entrance,unit_code,category,bedrooms,bathrooms,area_m2,floor';
const YARD = 'ACME,YARD,Yard,MULTIFAMILY,1 Main St.,60660,Chicago,IL,US,US-IL,America/Chicago';
const SAME = 'ACME,YARD,,,,,,,,,';
const own = (...rows: string[]) => [OWN, ...rows].join('\n');

async function acme() {
  const organizationId = newId();
  const companyId = await house.company(organizationId, 'Acme', 'ACME');
  return { organizationId, companyId, admin: staff(organizationId) };
}

const codes = (outcome: { rows: { nodes: { row: number | null; code: string }[] } }) =>
  outcome.rows.nodes.map((node) => [node.row, node.code]);

test('only existing companies of the organization are written to; a near name is suggested', async () => {
  const { admin } = await acme();
  await house.company(newId(), 'Foreign', 'FOREIGN');
  const outcome = await house.import(
    admin,
    file(row('A'), row('B', 2, 'Acne'), row('C', 2, 'Foreign')),
  );
  expect(outcome).toMatchObject({
    rowsTotal: 3,
    rowsAccepted: 1,
    rowsRejected: 2,
    unitsCreated: 2,
  });
  expect(outcome.rows.nodes).toMatchObject([
    { row: 3, code: 'COMPANY_UNKNOWN', suggestion: 'Acme' },
    { row: 4, code: 'COMPANY_UNKNOWN', suggestion: null },
  ]);
});

test('reach decides: beyond one’s own company nothing exists, inside one property only it', async () => {
  const { organizationId, companyId, admin } = await acme();
  await house.company(organizationId, 'Beta', 'BETA');
  const manager = staff(organizationId, 'PROPERTY_MANAGER', { kind: 'company', companyId });
  const first = await house.import(manager, file(row('A'), row('B', 2, 'Beta')));
  expect(first).toMatchObject({ rowsAccepted: 1, rowsRejected: 1 });
  expect(codes(first)).toEqual([[3, 'COMPANY_UNKNOWN']]);

  await house.import(admin, own(`${YARD},A,,,1,APARTMENT,,,,`));
  const [yard] = await house.sql<{ id: string }>(
    `select id from properties.properties where organization_id = $1 and code = 'YARD'`,
    [organizationId],
  );
  const keeper = staff(organizationId, 'PROPERTY_MANAGER', {
    kind: 'property',
    companyId,
    propertyId: yard?.id ?? '',
  });
  const second = await house.import(
    keeper,
    own(
      `${YARD},A,,,2,APARTMENT,,,,`,
      `${YARD.replaceAll('YARD', 'COURT').replace('Yard', 'Court')},A,,,1,APARTMENT,,,,`,
    ),
  );
  expect(second).toMatchObject({ rowsAccepted: 1, unitsCreated: 1, rowsRejected: 1 });
  expect(codes(second)).toEqual([[3, 'NOT_PERMITTED']]);

  // Others' imports are seen with reach over the organization only.
  const own_ = 'query { imports { totalCount } }';
  expect((await house.ask(keeper, own_)).data).toEqual({ imports: { totalCount: 1 } });
  expect((await house.ask(admin, own_)).data).toEqual({ imports: { totalCount: 3 } });
  expect(
    (await house.ask(keeper, 'query($id: ID!) { import(id: $id) { id } }', { id: first.id })).data,
  ).toEqual({ import: null });
});

test('what exists is never changed: other facts are rejected and say what differs', async () => {
  const { admin, organizationId } = await acme();
  await house.import(admin, file(row('A', 3), row('B')));
  const outcome = await house.import(
    admin,
    file(row('A', 4), row('B').replace('Senior', 'Veterans'), row('C')),
  );
  expect(outcome).toMatchObject({ rowsAccepted: 1, rowsRejected: 2, rowsUnchanged: 0 });
  expect(outcome.rows.nodes.map(({ message }) => message)).toEqual([
    'The portfolio has this property with 3 units instead of 4.',
    'The portfolio has this property with type SENIOR instead of VETERANS.',
  ]);
  await house.sql(`update properties.units set retired_at = now() where organization_id = $1`, [
    organizationId,
  ]);
  await house.sql(
    `update properties.properties set retired_at = now() where organization_id = $1 and name = 'C'`,
    [organizationId],
  );
  const again = await house.import(admin, file(row('C')));
  expect(again.rows.nodes[0]).toMatchObject({
    code: 'PROPERTY_DIFFERS',
    suggestion: 'Restore it first.',
  });
});

test(
  'our own layout: entrances named in a later batch, units beside existing ones, the same file twice',
  async () => {
    const { admin, organizationId } = await acme();
    const units = Array.from(
      { length: 1500 },
      (_, index) => `${SAME},A,,E${1 + (index % 3)},U${index},APARTMENT,1,1.5,52.25,${index % 9}`,
    );
    const content = own(
      `${YARD},A,Front,E1,FIRST,APARTMENT,,,,`,
      ...units,
      `${SAME},A,,LAST,LAST,COMMERCIAL,,,120.5,0`,
      `${SAME},,,,P1,PARKING,,,,-1`,
    );
    expect(await house.import(admin, content)).toMatchObject({
      layout: 'UNITS',
      rowsAccepted: 1503,
      rowsRejected: 0,
      propertiesCreated: 1,
      buildingsCreated: 1,
      unitsCreated: 1503,
    });
    const [building] = await house.sql<{
      entrances: { code: string }[];
      after: { entrances: { code: string }[] };
    }>(
      `select b.entrances, a.after from properties.buildings b join properties.audit_entries a on a.aggregate_id = b.id where b.organization_id = $1`,
      [organizationId],
    );
    expect(building?.entrances.map(({ code }) => code)).toEqual(['E1', 'E2', 'E3', 'LAST']);
    expect(building?.after.entrances).toEqual(building?.entrances);
    expect(await house.import(admin, content)).toMatchObject({
      rowsAccepted: 0,
      rowsUnchanged: 1503,
      rowsRejected: 0,
    });

    const more = await house.import(
      admin,
      own(
        `${YARD},A,,,NEW,APARTMENT,,,,`,
        `${SAME},A,,NONE,OTHER,APARTMENT,,,,`,
        `${SAME},B,,,U1,APARTMENT,1,1.5,52.25,1`,
        `${SAME},,,,H,HOUSE,,,,`,
      ),
    );
    expect(more).toMatchObject({ rowsAccepted: 1, rowsRejected: 3, unitsCreated: 1 });
    expect(more.rows.nodes.map(({ code, message }) => [code, message])).toEqual([
      ['RULE_BROKEN', 'The building has no entrance of this code.'],
      ['UNIT_DIFFERS', 'The portfolio has this unit with another building.'],
      ['RULE_BROKEN', expect.stringContaining('house')],
    ]);
  },
  PATIENCE_MS,
);

test('two properties whose codes would be the same get different ones, the same each time', async () => {
  const { admin, organizationId } = await acme();
  const content = file(
    row('Park Douglas', 1, 'Acme', '12 N. First St.'),
    row('Park Douglas', 1, 'Acme', '12 S. Second St.'),
  );
  expect(await house.import(admin, content)).toMatchObject({ propertiesCreated: 2 });
  const rows = await house.sql<{ code: string }>(
    `select code from properties.properties where organization_id = $1 order by address_line1`,
    [organizationId],
  );
  expect(rows[0]?.code).toBe('PARKDOUG12');
  expect(rows[1]?.code).toMatch(/^PARK[0-9A-Z]{6}$/u);
});

test('asked twice it is imported once; a dry run may be followed by the import', async () => {
  const { admin, organizationId } = await acme();
  const importId = await house.uploaded(admin, file(row('A')));
  await house.request(admin, importId, true);
  await house.finished(admin, importId);
  await Promise.all([house.request(admin, importId), house.request(admin, importId)]);
  const outcome = await house.finished(admin, importId);
  expect(outcome).toMatchObject({ isDryRun: false, rowsAccepted: 1 });
  expect((await house.request(admin, importId)).data).toMatchObject({
    importPortfolio: { import: { state: 'COMPLETED' }, errors: [] },
  });
  expect((await house.request(admin, importId, true)).data).toMatchObject({
    importPortfolio: { errors: [{ code: 'CONFLICT' }] },
  });
  const [units] = await house.sql<{ n: number }>(
    `select count(*)::int n from properties.units where organization_id = $1`,
    [organizationId],
  );
  expect(units?.n).toBe(2);
});

test(
  'what a stop interrupts has written nothing and is carried out after the restart',
  async () => {
    const { admin, organizationId } = await acme();
    const rows = Array.from({ length: 60 }, (_, index) =>
      row(`Tower ${index}`, 300, 'Acme', `${index} Lake St.`),
    );
    const importId = await house.uploaded(admin, file(...rows));
    await house.request(admin, importId);
    await house.until(async () => (await house.read(admin, importId)).state === 'IMPORTING');
    await house.close();
    const [during] = await house.sql<{ n: number; state: string }>(
      `select (select count(*)::int from properties.units where organization_id = $1) n, state from properties.imports where organization_id = $1`,
      [organizationId],
    );
    expect(during).toEqual({ n: 0, state: 'IMPORTING' });
    await house.open();
    expect(await house.finished(admin, importId)).toMatchObject({
      state: 'COMPLETED',
      rowsAccepted: 60,
      unitsCreated: 18_000,
    });
    expect(await house.sql(`select 1 from properties.import_jobs`)).toEqual([]);
  },
  PATIENCE_MS,
);

test('a malformed or foreign id, and a role without the right, are refused', async () => {
  const { admin, organizationId } = await acme();
  for (const importId of ['nonsense', encodeId('Import', newId()), 'x'.repeat(500_000)]) {
    expect((await house.request(admin, importId)).data).toMatchObject({
      importPortfolio: {
        import: null,
        errors: [{ code: 'NOT_FOUND', path: ['input', 'importId'] }],
      },
    });
  }
  const { errors } = await house.request(staff(organizationId, 'VIEWER'), 'nonsense');
  expect(errors?.[0]?.extensions?.['code'] ?? 'NOT_FOUND').toBe('NOT_FOUND');
  const viewer = await house.request(staff(organizationId, 'VIEWER'), encodeId('Import', newId()));
  expect(viewer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});
