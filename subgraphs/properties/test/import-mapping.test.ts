import { parse } from 'csv-parse/sync';
import { type Identity, newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { ImportRoom } from './import-room.js';

let house: ImportRoom;
beforeAll(async () => {
  house = await ImportRoom.start();
});
afterAll(() => house?.stop());

async function acme() {
  const organizationId = newId();
  await house.company(organizationId, 'Acme', 'ACME');
  return { organizationId, admin: staff(organizationId) };
}

const HEADINGS = 'Street Name,ZIP,Apt No,Beds,Kind,Notes';
const RENT_ROLL = [
  HEADINGS,
  '1 Main St.,10115,101,2,APARTMENT,sunny',
  '1 Main St.,10115,102,1,APARTMENT,',
  '1 Main St.,10115,103,x,APARTMENT,sunny',
  '1 Main St.,10115,104,3,APARTMENT,"a, b"',
].join('\n');

const column = (field: string, title: string) => ({ field, column: title });
const value = (field: string, text: string) => ({ field, value: text });
const MAPPING = [
  column('STREET', 'Street Name'),
  column('POSTAL_CODE', 'ZIP'),
  column('UNIT_CODE', 'Apt No'),
  column('BEDROOMS', 'Beds'),
  column('CATEGORY', 'Kind'),
  value('COMPANY', 'acme'),
  value('PROPERTY_CODE', 'YARD'),
  value('PROPERTY_NAME', 'Yard'),
  value('PROPERTY_TYPE', 'MULTIFAMILY'),
  value('CITY', 'Berlin'),
  value('COUNTRY', 'DE'),
  value('JURISDICTION', 'DE'),
  value('TIME_ZONE', 'Europe/Berlin'),
  value('BUILDING_CODE', 'A'),
];

interface Wizard {
  state: string;
  layout: string | null;
  canImport: boolean;
  fileKeptUntil: string | null;
  proposedLayout: string | null;
  proposedMapping: { field: string; column: string | null; value: string | null }[];
  mapping: { field: string; column: string | null; value: string | null }[];
  findingCounts: { code: string; severity: string; count: number }[];
  columns: {
    position: number;
    title: string;
    samples: string[];
    proposedField: string | null;
    isProposalSure: boolean;
  }[];
}

async function wizard(who: Identity, id: string, layout?: string): Promise<Wizard> {
  const { data, errors } = await house.ask(
    who,
    `query($id: ID!, $layout: ImportLayout) { import(id: $id) {
      state layout canImport fileKeptUntil proposedLayout proposedMapping { field column value } mapping { field column value }
      findingCounts { code severity count }
      columns(layout: $layout) { position title samples proposedField isProposalSure } } }`,
    { id, layout },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.['import'] as Wizard;
}

const complaints = (answer: Awaited<ReturnType<ImportRoom['request']>>) =>
  (
    answer.data?.['importPortfolio'] as
      | { errors: { code: string; message: string; path: string[] }[] }
      | undefined
  )?.errors ?? answer.errors;

test('a file with headings of its own shows its columns, examples, and what each probably holds', async () => {
  const { admin } = await acme();
  const id = await house.uploaded(admin, RENT_ROLL);
  const found = await wizard(admin, id);
  expect(found).toMatchObject({
    state: 'UPLOADED',
    layout: null,
    mapping: [],
    findingCounts: [],
    canImport: false,
    proposedLayout: 'UNITS',
  });
  expect(found.columns).toEqual([
    expect.objectContaining({
      title: 'Street Name',
      proposedField: 'STREET',
      isProposalSure: false,
    }),
    expect.objectContaining({ title: 'ZIP', proposedField: 'POSTAL_CODE', isProposalSure: true }),
    {
      position: 3,
      title: 'Apt No',
      samples: ['101', '102', '103'],
      proposedField: 'UNIT_CODE',
      isProposalSure: true,
    },
    expect.objectContaining({ title: 'Beds', proposedField: 'BEDROOMS' }),
    expect.objectContaining({ title: 'Kind', proposedField: 'CATEGORY' }),
    expect.objectContaining({ title: 'Notes', samples: ['sunny', 'a, b'], proposedField: null }),
  ]);
  expect((await wizard(admin, id, 'DEVELOPMENTS')).columns[2]?.proposedField).toBeNull();
});

test('the layouts say which fields there are and what each needs', async () => {
  const { data } = await house.ask(
    staff(newId(), 'VIEWER'),
    '{ importLayouts { layout description fields { field title description isRequired canBeFixed choices } } }',
  );
  const layouts = data?.['importLayouts'] as {
    layout: string;
    fields: { field: string; choices: string[] }[];
  }[];
  expect(layouts.map(({ layout, fields }) => [layout, fields.length])).toEqual([
    ['DEVELOPMENTS', 8],
    ['UNITS', 22],
  ]);
  const units = layouts[1]?.fields ?? [];
  expect(units.at(0)).toMatchObject({ field: 'COMPANY', isRequired: true, canBeFixed: true });
  expect(units.find(({ field }) => field === 'UNIT_CODE')).toMatchObject({ canBeFixed: false });
  expect(units.find(({ field }) => field === 'CATEGORY')?.choices).toContain('APARTMENT');
});

test('mapped and with values for all rows it is tried, read again after a reload, and imported', async () => {
  const { admin, organizationId } = await acme();
  const id = await house.uploaded(admin, RENT_ROLL);
  await house.request(admin, id, true, { layout: 'UNITS', mapping: MAPPING });
  const tried = await house.finished(admin, id);
  expect(tried).toMatchObject({
    state: 'COMPLETED',
    layout: 'UNITS',
    rowsTotal: 4,
    rowsAccepted: 3,
    rowsRejected: 1,
    unitsCreated: 3,
    rows: { nodes: [{ row: 4, column: 'Beds', code: 'INVALID', value: 'x' }] },
  });
  const reloaded = await wizard(admin, id);
  expect(reloaded).toMatchObject({ layout: 'UNITS', canImport: true });
  expect(reloaded.mapping).toEqual(MAPPING.map((one) => ({ column: null, value: null, ...one })));
  expect(reloaded.findingCounts).toEqual([
    { code: 'INVALID', severity: 'ERROR', count: 1 },
    expect.objectContaining({ severity: 'NOTICE' }),
    expect.objectContaining({ severity: 'NOTICE' }),
  ]);
  expect(reloaded.findingCounts).toContainEqual({
    code: 'UNUSED_COLUMN',
    severity: 'NOTICE',
    count: 1,
  });

  await house.request(admin, id);
  expect(await house.finished(admin, id)).toMatchObject({
    isDryRun: false,
    rowsAccepted: 3,
    propertiesCreated: 1,
    buildingsCreated: 1,
  });
  expect(await wizard(admin, id)).toMatchObject({ canImport: false, fileKeptUntil: null });
  expect(
    await house.sql(
      `select u.code, u.bedrooms, p.city from properties.units u join properties.properties p on p.id = u.property_id
       where u.organization_id = $1 order by u.code`,
      [organizationId],
    ),
  ).toEqual([
    { code: '101', bedrooms: 2, city: 'Berlin' },
    { code: '102', bedrooms: 1, city: 'Berlin' },
    { code: '104', bedrooms: 3, city: 'Berlin' },
  ]);
  expect(complaints(await house.request(admin, id, false, { mapping: [] }))).toMatchObject([
    { code: 'CONFLICT', path: ['input', 'mapping'] },
  ]);
  await house.until(async () => !(await house.files()).some((name) => name.startsWith(id)));
});

test('rejected rows keep the headings of the file; mended, they are proposed the same mapping', async () => {
  const { admin } = await acme();
  const id = await house.uploaded(admin, RENT_ROLL);
  await house.request(admin, id, false, { layout: 'UNITS', mapping: MAPPING });
  const { rejectedRowsUrl } = await house.finished(admin, id);
  const csv = await (
    await fetch(house.url + rejectedRowsUrl, { headers: house.headers(admin) })
  ).text();
  const [head, row] = parse(csv, { bom: true });
  expect(head).toEqual([...HEADINGS.split(','), 'Import row', 'Import reason']);
  expect(row?.slice(0, 4)).toEqual(['1 Main St.', '10115', '103', 'x']);

  const again = await house.uploaded(admin, csv.replace('"x"', '"4"'));
  const proposed = await wizard(admin, again);
  expect(proposed).toMatchObject({ proposedLayout: 'UNITS', mapping: [], canImport: false });
  expect(proposed.proposedMapping).toEqual(
    MAPPING.map((one) => ({ column: null, value: null, ...one })),
  );
  expect(proposed.columns[0]).toMatchObject({ proposedField: 'STREET', isProposalSure: true });
  await house.request(admin, again, false, {
    layout: 'UNITS',
    mapping: proposed.proposedMapping,
  });
  expect(await house.finished(admin, again)).toMatchObject({ rowsAccepted: 1, rowsRejected: 0 });
});

test('a mapping that cannot be followed is refused entry by entry, and nothing runs', async () => {
  const { admin } = await acme();
  const id = await house.uploaded(admin, `${HEADINGS},Notes\n1,2,3,4,5,6,7`);
  const wrong = [
    column('UNIT_CODE', 'Apt Nr'),
    column('STREET', 'ZIP'),
    column('POSTAL_CODE', 'ZIP'),
    column('STREET', 'Street Name'),
    column('UNIT_COUNT', 'Beds'),
    { field: 'CITY' },
    { field: 'COUNTRY', column: 'Kind', value: 'DE' },
    value('BEDROOMS', '2'),
    column('REGION', 'Notes'),
  ];
  const errors = complaints(
    await house.request(admin, id, true, { layout: 'UNITS', mapping: wrong }),
  ) as { message: string; path: string[]; code: string }[];
  expect(errors.map(({ path, message }) => [path.slice(2).join('.'), message])).toEqual([
    ['0.column', 'The file has no column “Apt Nr”. Did you mean “Apt No”?'],
    ['2.column', '“ZIP” is mapped to another field already. Choose another column.'],
    ['3.field', 'STREET is mapped twice. Keep one of the two.'],
    ['4.field', 'The layout UNITS has no field UNIT_COUNT. Leave it out.'],
    ['5.column', 'Give either a column or a value for all rows.'],
    ['6.column', 'Give either a column or a value for all rows.'],
    ['7.value', 'BEDROOMS differs from row to row: map a column to it.'],
    [
      '8.column',
      'The file has several columns called “Notes”. Rename one and upload the file again.',
    ],
    ...[
      'COMPANY',
      'PROPERTY_CODE',
      'PROPERTY_NAME',
      'PROPERTY_TYPE',
      'JURISDICTION',
      'TIME_ZONE',
      'CATEGORY',
    ].map((field) => ['', expect.stringContaining(`${field} is required`)]),
  ]);
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['INVALID_INPUT']));
  expect(await wizard(admin, id)).toMatchObject({ state: 'UPLOADED', mapping: [], layout: null });
  const many = Array.from({ length: 31 }, () => column('CITY', 'ZIP'));
  expect(complaints(await house.request(admin, id, true, { mapping: many }))).toMatchObject([
    { code: 'INVALID_INPUT', path: ['input', 'mapping'] },
  ]);
  const unknown = await house.uploaded(admin, 'q,w\n1,2');
  expect(complaints(await house.request(admin, unknown, true, { mapping: MAPPING }))).toMatchObject(
    [{ code: 'INVALID_INPUT', path: ['input', 'layout'] }],
  );
});

test('a dry run may be repeated with another mapping, and by the header again', async () => {
  const { admin } = await acme();
  const content =
    'Property Type,Property Name,Address,Zip Code,Management Company,Units,Flats\nSenior,A,1 Main St.,60660,Acme,2,3\n';
  const id = await house.uploaded(admin, content);
  const { proposedMapping, ...found } = await wizard(admin, id);
  expect(found).toMatchObject({ canImport: true, proposedLayout: 'DEVELOPMENTS' });
  expect(found.columns).toHaveLength(7);
  const other = proposedMapping.map((one) =>
    one.field === 'UNIT_COUNT' ? { ...one, column: 'Flats' } : one,
  );
  const runs: [object[] | null, number][] = [
    [null, 2],
    [other, 3],
    [null, 3],
    [[], 2],
  ];
  for (const [mapping, units] of runs) {
    await house.request(admin, id, true, { mapping });
    expect(await house.finished(admin, id)).toMatchObject({ unitsCreated: units });
  }
  // Another layout takes the mapping of the first one back.
  await house.request(admin, id, true, { mapping: other });
  await house.finished(admin, id);
  await house.request(admin, id, true, { layout: 'UNITS' });
  expect(await house.finished(admin, id)).toMatchObject({
    state: 'FAILED',
    failure: expect.stringContaining('“company_code”'),
  });
  expect((await wizard(admin, id)).mapping).toEqual([]);
});

test('findings are listed by their kind', async () => {
  const { admin } = await acme();
  const row = (type: string, name: string) => `${type},${name},${name} St.,60660,Acme,2`;
  const outcome = await house.import(
    admin,
    [
      'Property Type,Property Name,Address,Zip Code,Management Company,Units',
      row('Multfamily', 'A'),
      row('Mutifamily', 'B'),
      row('Senoir', 'C'),
      row('Senior', 'D').replace('Acme', 'Acne'),
    ].join('\n'),
    true,
  );
  expect((await wizard(admin, outcome.id)).findingCounts).toEqual([
    { code: 'TYPE_UNKNOWN', severity: 'ERROR', count: 1 },
    { code: 'COMPANY_UNKNOWN', severity: 'ERROR', count: 1 },
    { code: 'TYPE_CORRECTED', severity: 'CORRECTION', count: 2 },
    expect.objectContaining({ code: 'NO_COORDINATES' }),
  ]);
  const { data } = await house.ask(
    admin,
    'query($id: ID!) { import(id: $id) { rows(first: 10, filter: { code: TYPE_CORRECTED }) { totalCount nodes { row value suggestion } } } }',
    { id: outcome.id },
  );
  expect(data?.['import']).toEqual({
    rows: {
      totalCount: 2,
      nodes: [
        { row: 2, value: 'Multfamily', suggestion: 'MULTIFAMILY' },
        { row: 3, value: 'Mutifamily', suggestion: 'MULTIFAMILY' },
      ],
    },
  });
});
