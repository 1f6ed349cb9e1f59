import { parse } from 'csv-parse/sync';
import { addressKinds, naturalKey, normalAddress } from './address.js';
import { propertyCode, unitCodes } from './codes.js';
import { readPropertyType } from './property-type-spelling.js';
import { defuse, rejectedHeader, rejectedLine, restore } from './rejected-csv.js';
import { surveyPortfolio } from './survey.js';

test.each([
  ['1129 S. Sacramento Ave.', '1129 s  sacramento AVENUE'],
  ['2642-44 W. 12 th Pl', '2642–44 West 12th Place'],
  ['3138-40  S. Indiana Ave.', '3138 - 40 S. Indiana Ave'],
])('%s and %s are one address', (a, b) => {
  expect(normalAddress(a)).toBe(normalAddress(b));
});

test('other streets stay other streets', () => {
  expect(normalAddress('1254-56 S. Fairfiled Ave.')).not.toBe(
    normalAddress('1254-56 S. Fairfield Ave.'),
  );
  expect(naturalKey('c', 'A', '1 Main St', '60601')).not.toBe(
    naturalKey('c', 'A', '1 Main St', '60602'),
  );
});

test('an address is single, a range, several, or both', () => {
  expect(addressKinds('5050 N. Broadway')).toEqual(['SINGLE']);
  expect(addressKinds('12 1/2 Main St.')).toEqual(['SINGLE']);
  expect(addressKinds('223-9 S. Central Ave.')).toEqual(['RANGE']);
  expect(addressKinds('6602,6614 W. Diversey Ave.')).toEqual(['SEVERAL']);
  expect(addressKinds('5900-6100 S. Green/Peoria/Sangamon')).toEqual(['RANGE', 'SEVERAL']);
});

test('codes come from name and house number; a taken one ends in a digest, always the same', () => {
  const free = () => false;
  expect(propertyCode('Park Douglas', '1302-06 S. Washtenaw Ave.', free)).toBe('PARKDO1302');
  expect(propertyCode('The Bel', 'Somewhere', free)).toBe('BEL');
  expect(propertyCode('東京', '10400 Main', free)).toBe('P10400');
  const taken = (code: string) => code === 'PARKDO1302';
  const second = propertyCode('Park Douglas', '1302 N. Other', taken);
  expect(second).toMatch(/^PARK[A-Z0-9]{6}$/u);
  expect(propertyCode('Park Douglas', '1302 N. Other', taken)).toBe(second);
  expect(unitCodes(3)).toEqual(['001', '002', '003']);
  expect(unitCodes(1200).at(-1)).toBe('1200');
});

test('a type is known by its spellings and by its own name, letter case aside', () => {
  expect(readPropertyType('SUPPORTIVE_HOUSING')).toEqual({ type: 'SUPPORTIVE_HOUSING' });
  expect(readPropertyType(' seniors ')).toEqual({ type: 'SENIOR' });
  expect(readPropertyType('MULTFAMILY')).toEqual({ type: 'MULTIFAMILY', corrected: 'MULTIFAMILY' });
  expect(readPropertyType('Multifamly')).toBeUndefined();
});

describe('rejected rows', () => {
  const cells = [
    '=1+1',
    '+1',
    '-87.6',
    '@x',
    '\ttab',
    '\rcr',
    "'=quoted",
    "it's",
    '"q"',
    'a,b',
    '＝1',
    '',
  ];

  test('no cell is a formula to a spreadsheet, and an import reads every cell as it was', () => {
    for (const cell of cells) {
      expect(defuse(cell)).not.toMatch(/^[=+\-@\t\r＝]/u);
      expect(restore(defuse(cell))).toBe(cell);
    }
    const titles = cells.map((_, index) => `=c${index}`);
    const csv =
      rejectedHeader(titles) + rejectedLine(titles, { row: 7, cells, reasons: ['One.', 'Two.'] });
    const [head, row] = parse(csv, { record_delimiter: '\r\n' });
    expect(head?.slice(-2)).toEqual(['Import row', 'Import reason']);
    expect(row?.slice(0, -2).map(restore)).toEqual(cells);
    expect(row?.slice(-2)).toEqual(['7', 'One. Two.']);
  });

  test('mended, they can be imported as they are', async () => {
    const titles = [
      'Property Type',
      'Property Name',
      'Address',
      'Zip Code',
      'Management Company',
      'Units',
      'Latitude',
      'Longitude',
    ];
    const rejected = {
      row: 2,
      cells: ['Senior', '=Pomeroy', '1 Main St', '60660', 'Habitat', '3', '41.9', '-87.6'],
      reasons: ['x'],
    };
    const csv = rejectedHeader(titles) + rejectedLine(titles, rejected);
    async function* source() {
      yield Buffer.from(csv);
    }
    expect(await surveyPortfolio(source())).toMatchObject({ accepted: 1, rejected: 0, notices: 0 });
    const again = rejectedHeader([...titles, 'Import row', 'Import reason']);
    expect(again).toBe(rejectedHeader(titles));
  });
});
