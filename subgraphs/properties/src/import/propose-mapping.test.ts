import { layoutNamed } from './layouts.js';
import { proposeColumns, proposeMapping } from './propose-mapping.js';
import { suggestCategory, suggestCountry } from './spellings.js';
import { surveyPortfolio } from './survey.js';

const units = (...headings: string[]) =>
  proposeColumns(layoutNamed('UNITS'), headings).map((one) =>
    one ? [one.field, one.isSure] : null,
  );

test('known headings are proposed surely, in three languages and however they are written', () => {
  expect(units('Apt. No.', 'BEDS', 'zip', 'Straße', 'PLZ', 'Місто', 'Площа')).toEqual([
    ['UNIT_CODE', true],
    ['BEDROOMS', true],
    // The second one that means the postal code finds it taken.
    ['POSTAL_CODE', true],
    ['STREET', true],
    null,
    ['CITY', true],
    ['AREA', true],
  ]);
});

test('headings that contain or resemble a known one are proposed for a person to confirm', () => {
  expect(units('Number of bedrooms', 'Proprety code', 'Street address (line)', 'Remarks')).toEqual([
    ['BEDROOMS', false],
    ['PROPERTY_CODE', false],
    ['STREET', false],
    null,
  ]);
});

test('the reasons of a file of rejected rows are no columns of the list', () => {
  expect(units('Import row', 'Import reason', '')).toEqual([null, null, null]);
});

test('the layout follows from what a row counts or names; nothing is proposed for nothing', () => {
  const layoutOf = (...headings: string[]) => proposeMapping(headings)?.layout;
  expect(layoutOf('Property Name', 'Address', 'ZIP', 'Apt No', 'Beds')).toBe('UNITS');
  expect(layoutOf('Project', 'Address', 'ZIP', 'Total Units')).toBe('DEVELOPMENTS');
  expect(
    layoutOf(
      'Property Type',
      'Property Name',
      'Address',
      'Zip Code',
      'Management Company',
      'Units',
    ),
  ).toBe('DEVELOPMENTS');
  expect(proposeMapping(['a', 'b', ''])).toBeNull();
});

test('other words and misspellings of categories and countries suggest what is meant', () => {
  expect(['Flat', 'apartmnt', 'Gewerbe', 'Гараж', 'Townhouse', 'zzz'].map(suggestCategory)).toEqual(
    ['APARTMENT', 'APARTMENT', 'COMMERCIAL', 'PARKING', 'HOUSE', undefined],
  );
  expect(
    ['Germany', 'DEUTSCHLAND', 'Україна', 'USA', 'Untied States', 'Atlantis', 'x'].map(
      suggestCountry,
    ),
  ).toEqual(['DE', 'DE', 'UA', 'US', 'US', undefined, undefined]);
});

test('a decimal comma, separators and units suggest the number', async () => {
  const header =
    'Property Type,Property Name,Address,Zip Code,Management Company,Units,Latitude,Longitude';
  const rows = ['"1,200",41.9,-87.6', '3 units,41.9,-87.6', '3,"41,98",-87.6', '3,x,-87.6'];
  async function* source() {
    yield Buffer.from(
      [header, ...rows.map((row, index) => `Senior,A${index},${index} St,60660,B,${row}`)].join(
        '\n',
      ),
    );
  }
  const { findings } = await surveyPortfolio(source());
  expect(
    findings.filter(({ code }) => code === 'INVALID').map(({ suggestion }) => suggestion),
  ).toEqual(['1200', '3', '41.98', null]);
});
