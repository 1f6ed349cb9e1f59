import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { type Identity, newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { ImportRoom } from './import-room.js';

/** A machine that does other things as well needs its time for a whole portfolio. */
const PATIENCE_MS = 180_000;

let house: ImportRoom;
let chicago: Buffer;
let companies: string[];

beforeAll(async () => {
  house = await ImportRoom.start();
  chicago = await readFile('data/chicago-affordable-rental-housing.csv');
  const rows = parse<Record<string, string>>(chicago, { columns: true });
  companies = [...new Set(rows.map((row) => row['Management Company'] ?? ''))];
});
afterAll(() => house?.stop());

/** An organization with all management companies of the Chicago list. */
async function wholeHouse(): Promise<Identity> {
  const organizationId = newId();
  for (const [index, name] of companies.entries())
    await house.company(organizationId, name, `C${index}`);
  return staff(organizationId);
}

const count = async (table: string, organizationId: string | null) =>
  (
    await house.sql<{ n: number }>(
      `select count(*)::int n from properties.${table} where organization_id = $1`,
      [organizationId],
    )
  )[0]?.n;

describe('the Chicago list', () => {
  let admin: Identity;
  beforeAll(async () => {
    admin = await wholeHouse();
  }, PATIENCE_MS);

  test(
    'a dry run reports every row and writes nothing to the portfolio',
    async () => {
      const outcome = await house.import(admin, chicago, true);
      expect(outcome).toMatchObject({
        state: 'COMPLETED',
        isDryRun: true,
        rowsTotal: 488,
        rowsAccepted: 487,
        rowsUnchanged: 0,
        rowsRejected: 1,
        propertiesCreated: 487,
        unitsCreated: 24_398,
        corrections: 4,
      });
      expect(outcome.rows.nodes).toMatchObject([
        { row: 483, column: 'Units', code: 'CONFLICTING_ROW', value: '42' },
      ]);
      for (const table of ['properties', 'buildings', 'units'])
        expect(await count(table, admin.organizationId)).toBe(0);
    },
    PATIENCE_MS,
  );

  test(
    'is imported with its history and facts, as if each unit had been created by itself',
    async () => {
      const outcome = await house.import(admin, chicago);
      expect(outcome).toMatchObject({
        state: 'COMPLETED',
        isDryRun: false,
        rowsAccepted: 487,
        rowsRejected: 1,
        unitsCreated: 24_398,
        rowsDone: 488,
        failure: null,
        layout: 'DEVELOPMENTS',
      });
      expect(outcome.history.nodes.map(({ action }) => action)).toEqual([
        'import.completed',
        'import.started',
        'import.requested',
        'import.uploaded',
      ]);
      expect(await count('units', admin.organizationId)).toBe(24_398);
      expect(await count('properties', admin.organizationId)).toBe(487);
      const audits = await house.sql(
        `select aggregate_type, action, count(*)::int n, count(distinct actor_id)::int actors from properties.audit_entries
       where organization_id = $1 and aggregate_type <> 'Import' group by 1, 2 order by 1`,
        [admin.organizationId],
      );
      expect(audits).toEqual([
        { aggregate_type: 'Building', action: 'building.created', n: 487, actors: 1 },
        { aggregate_type: 'Property', action: 'property.created', n: 487, actors: 1 },
        { aggregate_type: 'Unit', action: 'unit.created', n: 24_398, actors: 1 },
      ]);
      const facts = await house.sql(
        `select type, count(*)::int n from properties.outbox where organization_id = $1 and type <> 'audit.recorded.v1' group by 1 order by 1`,
        [admin.organizationId],
      );
      expect(facts).toEqual([
        { type: 'building.created.v1', n: 487 },
        { type: 'property.created.v1', n: 487 },
        { type: 'unit.created.v1', n: 24_398 },
      ]);
      expect(
        await house.sql(
          `select sum(unit_count)::int n from properties.properties where organization_id = $1`,
          [admin.organizationId],
        ),
      ).toEqual([{ n: 24_398 }]);
    },
    PATIENCE_MS,
  );

  test(
    'a second time nothing changes',
    async () => {
      const outcome = await house.import(admin, chicago);
      expect(outcome).toMatchObject({
        rowsAccepted: 0,
        rowsUnchanged: 487,
        rowsRejected: 1,
        unitsCreated: 0,
      });
      expect(await count('units', admin.organizationId)).toBe(24_398);
    },
    PATIENCE_MS,
  );

  test(
    'its rejected row comes back with its cells and the reason',
    async () => {
      const outcome = await house.import(admin, chicago, true);
      const response = await fetch(house.url + outcome.rejectedRowsUrl, {
        headers: house.headers(admin),
      });
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const rows = parse<Record<string, string>>(await response.text(), {
        columns: true,
        bom: true,
      });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        'Property Name': 'Dicksons Estates Apts.',
        Units: '42',
        Longitude: expect.stringMatching(/^'-87/u),
        'Import row': '483',
        'Import reason': expect.stringContaining('Row 119 lists this property'),
      });
    },
    PATIENCE_MS,
  );
});
