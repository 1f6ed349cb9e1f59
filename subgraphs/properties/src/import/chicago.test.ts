import { createReadStream } from 'node:fs';
import { FindingSeverity, type Finding, type FindingCode } from './finding.js';
import { surveyPortfolio, type Survey } from './survey.js';

let survey: Survey;
const of = (code: FindingCode): Finding[] =>
  survey.findings.filter((finding) => finding.code === code);

beforeAll(async () => {
  survey = await surveyPortfolio(createReadStream('data/chicago-affordable-rental-housing.csv'));
});

test('every row of the Chicago list is accepted or rejected, and the numbers add up', () => {
  expect(survey).toMatchObject({
    rows: 488,
    accepted: 487,
    repeated: 0,
    rejected: 1,
    properties: 487,
    units: 24_398,
  });
});

test('the second Dicksons Estates is rejected with the row of the first', () => {
  expect(of('CONFLICTING_ROW')).toEqual([
    {
      row: 483,
      column: 'Units',
      severity: FindingSeverity.ERROR,
      code: 'CONFLICTING_ROW',
      message: 'Row 119 lists this property (same company, name and address) with 48 units.',
      value: '42',
      suggestion: 'Keep one of rows 119 and 483.',
    },
  ]);
});

test('misspelt types are corrected, each with its row, its spelling and what was read', () => {
  expect(
    of('TYPE_CORRECTED').map(({ row, value, suggestion }) => [row, value, suggestion]),
  ).toEqual([
    [112, 'Multfamily', 'MULTIFAMILY'],
    [164, 'Multigfamily', 'MULTIFAMILY'],
    [255, 'Mutifamily', 'MULTIFAMILY'],
    [380, 'Multfamily', 'MULTIFAMILY'],
  ]);
  expect(survey.corrections).toBe(4);
});

test('a type that says more than the portfolio keeps is told', () => {
  expect(of('TYPE_NARROWED')).toHaveLength(19);
});

test('64 ranges of house numbers and 4 lists of addresses are noted', () => {
  expect(of('ADDRESS_RANGE')).toHaveLength(64);
  expect(of('ADDRESS_SEVERAL').map(({ row }) => row)).toEqual([2, 121, 122, 194]);
});

test('Hilliard Phase I and II both claim 30 W. Cermak, and both are accepted', () => {
  const shared = of('ADDRESS_SHARED');
  expect(shared).toHaveLength(9);
  expect(shared.at(-1)).toMatchObject({
    row: 474,
    value: '30 W. Cermak Road',
    message: '“Hilliard Homes Phase I” in row 138 claims the same address.',
  });
});

test('the row without coordinates is accepted and noted', () => {
  expect(of('NO_COORDINATES').map(({ row, severity }) => [row, severity])).toEqual([
    [2, FindingSeverity.NOTICE],
  ]);
});

test('companies spelt in two ways are reported as similar; those called by initials are not', () => {
  const pairs = of('COMPANY_SIMILAR').map(({ value, suggestion }) => [value, suggestion]);
  expect(pairs).toContainEqual(['Heartland Houisng Inc.', 'Heartland Housing']);
  expect(pairs).toContainEqual([
    'Voluinteers of America Illinois',
    'Volunteers of America Illinois',
  ]);
  expect(pairs).toContainEqual(['The Habitat Co.', 'Habitat Company']);
  expect(pairs.flat()).not.toContain('TMG Management');
});

test('columns that nobody reads are named', () => {
  expect(of('UNUSED_COLUMN').map(({ column }) => column)).toEqual([
    'Community Area Name',
    'Community Area Number',
    'Phone Number',
    'X Coordinate',
    'Y Coordinate',
    'Location',
  ]);
});

test('the shipped example of our own layout is accepted whole', async () => {
  const example = await surveyPortfolio(createReadStream('data/example-units.csv'));
  expect(example).toMatchObject({
    rows: 8,
    accepted: 8,
    rejected: 0,
    properties: 3,
    units: 7,
    notices: 0,
  });
});
