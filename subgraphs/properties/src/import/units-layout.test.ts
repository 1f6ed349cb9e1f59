import { CompanyDirectory } from './company-names.js';
import { openPortfolio, type PortfolioRow } from './portfolio-reader.js';

const HEADER =
  'company_code,property_code,property_name,property_type,street,postal_code,city,country,jurisdiction,time_zone,building_code,building_name,entrance,unit_code,category,bedrooms,bathrooms,area_m2,floor';
const HOME = 'ACME,P1,Yard,MULTIFAMILY,1 Main St,10115,Berlin,DE,DE,Europe/Berlin';
const NONE = 'ACME,P1,,,,,,,,';
const companies = new CompanyDirectory([
  { id: 'c1', code: 'ACME', name: 'Acme Homes' },
  { id: 'c2', code: 'BETA', name: 'Beta Homes' },
]);

async function* text(content: string): AsyncGenerator<Buffer> {
  yield Buffer.from(content);
}

async function read(...rows: string[]): Promise<PortfolioRow[]> {
  const file = await openPortfolio(text([HEADER, ...rows].join('\n')), companies);
  expect(file.layout).toBe('UNITS');
  const read: PortfolioRow[] = [];
  for await (const row of file.rows) read.push(row);
  return read;
}

const codesOf = (row: PortfolioRow | undefined) =>
  row?.findings.all.map(({ code, column }) => [code, column]);

test('units below a property inherit what its first row says', async () => {
  const [first, second] = await read(
    `${HOME},A,Front,1,101,apartment,1,1.5,52.25,1`,
    `${NONE},A,,,102,APARTMENT,,,,-1`,
  );
  expect(first?.proposal).toMatchObject({
    property: { code: 'P1', timeZone: 'Europe/Berlin', latitude: null },
    building: { code: 'A', name: 'Front' },
    units: [
      {
        code: '101',
        category: 'APARTMENT',
        entrance: '1',
        bathrooms: 1.5,
        areaSquareMetres: 52.25,
      },
    ],
  });
  expect(second?.proposal).toMatchObject({
    property: { name: 'Yard' },
    building: { code: 'A', name: 'Front' },
    units: [{ code: '102', floor: -1, bedrooms: null }],
  });
});

test.each([
  ['an apartment without a building', `${HOME},,,,1,APARTMENT,,,,`, 'building_code'],
  ['a house in a building', `${HOME},A,,,1,HOUSE,,,,`, 'building_code'],
  ['an entrance without a building', `${HOME},,,E1,1,OTHER,,,,`, 'building_code'],
])('%s breaks a rule of the portfolio', async (_, row, column) => {
  const [only] = await read(row);
  expect(codesOf(only)).toContainEqual(['RULE_BROKEN', column]);
  expect(only?.proposal).toBeUndefined();
});

test('a house is the only unit of its property', async () => {
  const rows = await read(`${HOME},,,,1,HOUSE,,,,`, `${NONE},,,,2,PARKING,,,,`);
  expect(codesOf(rows[1])).toEqual([['RULE_BROKEN', 'category']]);
});

test('a row that contradicts an earlier one is rejected with its number; one that repeats it is unchanged', async () => {
  const rows = await read(
    `${HOME},A,Front,,1,OTHER,1,,,`,
    `${HOME.replace('Yard', 'Court')},A,,,2,OTHER,,,,`,
    `${NONE},A,Back,,2,OTHER,,,,`,
    `${NONE},A,,,1,OTHER,2,,,`,
    `${NONE},A,Front,,1,OTHER,1,,,`,
    `${HOME.replace('P1', 'P2')},,,,,,,,,`,
  );
  expect(rows.slice(1).map((row) => row.findings.all.at(-1))).toMatchObject([
    { code: 'CONFLICTING_ROW', column: 'property_name', suggestion: 'Yard' },
    { code: 'CONFLICTING_ROW', column: 'building_name', suggestion: 'Front' },
    { code: 'CONFLICTING_ROW', column: 'unit_code' },
    { code: 'REPEATED_ROW', severity: 'NOTICE' },
    { code: 'CONFLICTING_ROW', column: 'property_code', suggestion: 'P1' },
  ]);
});

test('rows below a rejected property say which row to mend first', async () => {
  const rows = await read(
    `${HOME.replace('Europe/Berlin', 'Europe/Berln')},,,,1,OTHER,,,,`,
    `${NONE},,,,2,OTHER,,,,`,
  );
  expect(rows[0]?.findings.all.at(0)).toMatchObject({
    column: 'time_zone',
    suggestion: 'Europe/Berlin',
  });
  expect(codesOf(rows[1])).toEqual([['DEPENDS_ON_REJECTED', 'property_code']]);
});

test('an unknown company is an error with the nearest as suggestion; a name does as well as a code', async () => {
  const rows = await read(
    `${HOME.replace('ACME', 'acme homes')},,,,,,,,,`,
    `${HOME.replace('ACME', 'Betta Homes')},,,,,,,,,`,
  );
  expect(rows[0]?.proposal?.property.company.id).toBe('c1');
  expect(rows[1]?.findings.all).toMatchObject([
    { code: 'COMPANY_UNKNOWN', suggestion: 'Beta Homes' },
  ]);
});

test('codes are upper-case letters and digits; what they could be is suggested', async () => {
  const [row] = await read(`${HOME.replace('P1', 'wörk-hof 12')},,,,,,,,,`);
  expect(row?.findings.all).toMatchObject([
    { code: 'INVALID', column: 'property_code', suggestion: 'WRKHOF12' },
  ]);
});
