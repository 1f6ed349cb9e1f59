import { type Json, type Office, Portfolio } from './portfolio.js';
import { sentBy } from './sent-statements.js';

let portfolio: Portfolio;
let office: Office;
const ids: Record<string, string> = {};

/** Two companies; `LAKE` has a building A and a house, codes that also begin words of the others. */
beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
  const { code } = await portfolio.company(office.organizationId, { code: 'OTHER' });
  expect(code).toBe('OTHER');
  const at = (line1: string) => ({
    address: { line1, city: 'Chicago', postalCode: '60614', country: 'US' },
  });
  for (const [property, name, line1] of [
    ['LAKE', 'Shore Flats', '12 Lake Shore Drive'],
    ['LAKE2', 'Shore Annex', '14 Lake Shore Drive'],
    ['A', 'Ten', '10 Main Street'],
  ] as const) {
    const made = await office.property({ code: property, name, ...at(line1) });
    const building = await office.building(made.id, { code: 'B1', name: `Tower ${property}` });
    ids[property] = made.id;
    for (const unit of ['10', '12', 'A1']) {
      await office.unit(made.id, { code: unit, category: 'APARTMENT', buildingId: building.id });
    }
    await office.unit(made.id, { code: 'GAR', category: 'PARKING' });
  }
  await (await portfolio.organization()).property({ code: 'LAKE', name: 'Lake of another' });
});
afterAll(() => portfolio?.stop());

/** The text with the company's code, in large or small letters. */
const own = (text: string) =>
  text.replace('COMP', office.company.code).replace(/^comp\b/, office.company.code.toLowerCase());

async function found(list: string, search: string): Promise<string[]> {
  const node =
    list === 'units' ? 'reference' : list === 'buildings' ? 'code property { code }' : 'code';
  const { data, errors } = await office.send(
    `query($search: String) { ${list}(first: 5, filter: { search: $search }) { totalCount nodes { ${node} } } }`,
    { search: own(search) },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const { nodes, totalCount } = (data as Json)[list];
  expect(Math.min(totalCount, 5)).toBe(nodes.length);
  return nodes
    .map(
      (row: Json) =>
        row.reference ?? (row.property ? `${row.property.code}-${row.code}` : row.code),
    )
    .map((text: string) => text.replace(office.company.code, 'COMP'))
    .toSorted();
}

test.each([
  ['a whole reference', 'COMP-LAKE-B1-12', ['COMP-LAKE-B1-12']],
  ['the same in small letters', 'comp-lake-b1-12', ['COMP-LAKE-B1-12']],
  ['one that is typed in part', 'COMP-LAKE-B1-1', ['COMP-LAKE-B1-10', 'COMP-LAKE-B1-12']],
  [
    'one before its unit',
    'comp-lake-b1-',
    ['COMP-LAKE-B1-10', 'COMP-LAKE-B1-12', 'COMP-LAKE-B1-A1'],
  ],
  ['one of a unit in no building', 'comp-lake-gar', ['COMP-LAKE-GAR']],
  ['one without its company', 'lake-b1-12', ['COMP-LAKE-B1-12']],
  ['a building and a unit', 'b1-12', ['COMP-A-B1-12', 'COMP-LAKE-B1-12', 'COMP-LAKE2-B1-12']],
  ['property and building', 'LAKE-B', ['COMP-LAKE-B1-10', 'COMP-LAKE-B1-12', 'COMP-LAKE-B1-A1']],
  [
    'company and property, the latter in part',
    'comp-lake2',
    ['COMP-LAKE2-B1-10', 'COMP-LAKE2-B1-12', 'COMP-LAKE2-B1-A1', 'COMP-LAKE2-GAR'],
  ],
  [
    'hyphens that are no reference, by words (Annex, 10)',
    'a-10',
    ['COMP-A-B1-10', 'COMP-A-B1-12', 'COMP-A-B1-A1', 'COMP-A-GAR', 'COMP-LAKE2-B1-10'],
  ],
  [
    'a number in a place',
    'lake 12',
    ['COMP-LAKE-B1-10', 'COMP-LAKE-B1-12', 'COMP-LAKE-B1-A1', 'COMP-LAKE-GAR', 'COMP-LAKE2-B1-12'],
  ],
  ['codes with spaces', 'comp lake2 a1', ['COMP-LAKE2-B1-A1']],
  ['a company that has none of these', 'other-lake-b1-12', []],
  ['too many parts', 'x-comp-lake-b1-12', []],
])('units are found by what somebody types: %s', async (_what, search, references) => {
  expect(await found('units', search)).toEqual(references);
});

test.each([
  ['properties', 'comp-lake', ['LAKE', 'LAKE2']],
  ['properties', 'comp-lake2', ['LAKE2']],
  ['properties', 'other-lake', []],
  ['properties', '60614', ['A', 'LAKE', 'LAKE2']],
  ['buildings', 'lake-b', ['LAKE-B1']],
  ['buildings', 'comp-lake2-b1', ['LAKE2-B1']],
  ['buildings', 'tower lake', ['LAKE-B1', 'LAKE2-B1']],
])('%s are found by "%s"', async (list, search, codes) => {
  expect(await found(list, search)).toEqual(codes);
});

test('a reference is read within the other conditions: retired ones are found as retired', async () => {
  const { data } = await office.send(
    '{ units(filter: { search: "lake2-gar" }) { nodes { id version } } }',
  );
  const [unit] = (data as Json).units.nodes;
  await office.made('retireUnit', { unitId: unit.id, version: unit.version });
  expect(await found('units', 'comp-lake2-gar')).toEqual([]);
  const retired = await office.send(
    '{ units(filter: { search: "lake2-gar", isRetired: true }) { nodes { code } } }',
  );
  expect((retired.data as Json).units.nodes).toEqual([{ code: 'GAR' }]);
});

test('a search takes three statements at most, and counts only where that is asked', async () => {
  for (const search of ['lake 12', own('comp-lake-b1-12')]) {
    const { answer, sent } = await sentBy(() =>
      office.send(
        'query($search: String) { units(first: 5, filter: { search: $search }) { nodes { id code } } }',
        { search },
      ),
    );
    expect(answer.errors).toBeUndefined();
    expect(sent.length).toBeLessThanOrEqual(3);
    expect(sent.filter((sql) => sql.includes('count('))).toEqual([]);
  }
});
