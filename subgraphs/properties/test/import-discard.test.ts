import { asAdmin } from '@propertea/chassis/store';
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

const HEADER = 'Property Type,Property Name,Address,Zip Code,Management Company,Units';
const file = (count: number, units = 1) =>
  [
    HEADER,
    ...Array.from(
      { length: count },
      (_, index) => `Senior,Tower ${index},${index} Lake St.,60660,Acme,${units}`,
    ),
  ].join('\n');

async function acme() {
  const organizationId = newId();
  await house.company(organizationId, 'Acme', 'ACME');
  return { organizationId, admin: staff(organizationId) };
}

const refusal = (answer: Awaited<ReturnType<ImportRoom['discard']>>) =>
  (answer.data?.['discardImport'] as { errors: { code: string }[] } | null)?.errors[0]?.code ??
  answer.errors?.[0]?.extensions?.['code'];

test('an upload that is not wanted goes with its file and its findings, and leaves the list', async () => {
  const { admin, organizationId } = await acme();
  const { id } = await house.import(admin, file(3).replace('60660', 'x'), true);
  const files = await house.files();
  const discarded = {
    discardImport: { import: { id, state: 'DISCARDED', canImport: false }, errors: [] },
  };
  expect((await house.discard(admin, id)).data).toEqual(discarded);
  expect((await house.discard(admin, id)).data).toEqual(discarded);
  expect(await house.files()).toHaveLength(files.length - 1);
  expect(await house.read(admin, id)).toMatchObject({
    state: 'DISCARDED',
    rowsRejected: 0,
    rejectedRowsUrl: null,
    rows: { totalCount: 0 },
    history: { nodes: expect.arrayContaining([{ action: 'import.discarded' }]) },
  });
  expect(
    await house.sql(
      `select columns, proposal, (select count(*)::int from properties.import_rejections r where r.import_id = i.id) rejections
       from properties.imports i where organization_id = $1`,
      [organizationId],
    ),
  ).toEqual([{ columns: null, proposal: null, rejections: 0 }]);
  const listed = async (filter: string) =>
    (await house.ask(admin, `{ imports${filter} { totalCount } }`)).data;
  expect(await listed('')).toEqual({ imports: { totalCount: 0 } });
  expect(await listed('(filter: { state: DISCARDED })')).toEqual({ imports: { totalCount: 1 } });
  expect((await house.request(admin, id)).data).toMatchObject({
    importPortfolio: {
      errors: [{ code: 'CONFLICT', message: 'This import was discarded. Upload the file again.' }],
    },
  });
});

test('what was imported, or is not one’s own, is not discarded', async () => {
  const { admin, organizationId } = await acme();
  const { id } = await house.import(admin, file(1));
  expect(refusal(await house.discard(admin, id))).toBe('CONFLICT');
  expect(await house.read(admin, id)).toMatchObject({ state: 'COMPLETED', rowsAccepted: 1 });
  const mine = await house.uploaded(admin, file(1));
  const nowhere = refusal(await house.discard(admin, encodeId('Import', newId())));
  expect(nowhere).toBe('NOT_FOUND');
  expect(refusal(await house.discard(staff(newId()), mine))).toBe('NOT_FOUND');
  expect(refusal(await house.discard(staff(organizationId, 'VIEWER'), mine))).toBe('FORBIDDEN');
  const manager = staff(organizationId, 'PROPERTY_MANAGER', {
    kind: 'company',
    companyId: newId(),
  });
  expect(refusal(await house.discard(manager, mine))).toBe('NOT_FOUND');
});

test(
  'a dry run under way ends when its upload is discarded; rows that are being written stay',
  async () => {
    const { admin } = await acme();
    const tried = await house.uploaded(admin, file(40));
    await asAdmin(house.database.adminUrl, async (client) => {
      // The dry run waits for the companies while its upload is discarded.
      await client.query('begin');
      await client.query('lock table properties.companies in access exclusive mode');
      await house.request(admin, tried, true);
      await house.until(async () => (await house.read(admin, tried)).rowsTotal === 40);
      expect(refusal(await house.discard(admin, tried))).toBeUndefined();
      await client.query('commit');
    });
    await house.until(
      async () => (await house.sql(`select 1 from properties.import_jobs`)).length === 0,
    );
    expect(await house.read(admin, tried)).toMatchObject({
      state: 'DISCARDED',
      rowsTotal: null,
      rows: { totalCount: 0 },
    });

    const written = await house.uploaded(admin, file(60, 300));
    await house.request(admin, written);
    await house.until(async () => (await house.read(admin, written)).state === 'IMPORTING');
    expect(refusal(await house.discard(admin, written))).toBe('CONFLICT');
    expect(await house.finished(admin, written)).toMatchObject({ unitsCreated: 18_000 });
  },
  PATIENCE_MS,
);
