import { encodeId, newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { type Json, type Office, Portfolio } from './portfolio.js';

let portfolio: Portfolio;
let office: Office;
const ids: Record<string, string> = {};

const SITES = [
  {
    code: 'CLARK',
    name: 'Clark Street Flats',
    type: 'MULTIFAMILY',
    line1: '2800 N. Clark St.',
    city: 'Chicago',
    postalCode: '60657',
    units: 3,
  },
  {
    code: 'ECOLE',
    name: 'École Lofts',
    type: 'STUDENT',
    line1: '5900-6100 S. Green/Peoria',
    city: 'Évanston',
    postalCode: '60201',
    units: 1,
  },
  {
    code: 'ARTS',
    name: 'arts Lofts',
    type: 'ARTISTS',
    line1: '1 Main St.',
    city: 'Chicago',
    postalCode: '60622',
    units: 2,
  },
  {
    code: 'ZOO',
    name: 'Zoo View',
    type: 'MULTIFAMILY',
    line1: '2 Main St.',
    city: 'Chicago',
    postalCode: '60657',
    units: 0,
  },
];

beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
  for (const { units, line1, city, postalCode, ...site } of SITES) {
    const address = { line1, city, postalCode, country: 'US' };
    const property = await office.property({ ...site, address });
    const building = await office.building(property.id, { code: 'A', name: `House ${site.code}` });
    ids[site.code] = property.id;
    for (let unit = 1; unit <= units; unit++) {
      await office.unit(property.id, {
        code: `10${unit}`,
        category: unit === 3 ? 'PARKING' : 'APARTMENT',
        buildingId: building.id,
        bedrooms: unit,
      });
    }
  }
  const gone = await office.property({ code: 'GONE', name: 'Gone' });
  await office.made('retireProperty', { propertyId: gone.id, version: 1 });
  await (await portfolio.organization()).property({ code: 'CLARK', name: 'Clark of another' });
});
afterAll(() => portfolio?.stop());

async function properties(filter: object | null, sort: object | null = null): Promise<string[]> {
  const { data, errors } = await office.send(
    `query($filter: PropertyFilter, $sort: PropertySort) {
      properties(filter: $filter, sort: $sort) { totalCount nodes { code } } }`,
    { filter, sort },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const { nodes, totalCount } = (data as Json).properties;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ code }: { code: string }) => code);
}

test.each([
  ['names as people sort them', null, null, ['ARTS', 'CLARK', 'ECOLE', 'ZOO']],
  [
    'codes from the last',
    null,
    { field: 'CODE', direction: 'DESC' },
    ['ZOO', 'ECOLE', 'CLARK', 'ARTS'],
  ],
  [
    'most units first',
    null,
    { field: 'UNIT_COUNT', direction: 'DESC' },
    ['CLARK', 'ARTS', 'ECOLE', 'ZOO'],
  ],
  ['oldest first', null, { field: 'CREATED_AT' }, ['CLARK', 'ECOLE', 'ARTS', 'ZOO']],
  ['by the beginning of a code', { search: 'cla' }, null, ['CLARK']],
  ['by a word inside the name, without its accents', { search: 'ecole LOFTS' }, null, ['ECOLE']],
  ['by words of name and address together', { search: 'lofts main' }, null, ['ARTS']],
  ['by a number inside an address range', { search: '6100' }, null, ['ECOLE']],
  ['nothing by the middle of a word', { search: 'lark' }, null, []],
  ['nothing by signs alone', { search: '%_--' }, null, []],
  ['all for an empty search', { search: '  ' }, null, ['ARTS', 'CLARK', 'ECOLE', 'ZOO']],
  ['types', { types: ['ARTISTS', 'STUDENT'] }, null, ['ARTS', 'ECOLE']],
  ['no types at all', { types: [] }, null, []],
  ['a city in any case', { city: 'CHICAGO' }, null, ['ARTS', 'CLARK', 'ZOO']],
  ['a postal code', { postalCode: '60657' }, null, ['CLARK', 'ZOO']],
  ['retired ones', { isRetired: true }, null, ['GONE']],
  ['live and retired ones', { isRetired: null }, null, ['ARTS', 'CLARK', 'ECOLE', 'GONE', 'ZOO']],
])('properties are listed: %s', async (_what, filter, sort, codes) => {
  expect(await properties(filter, sort)).toEqual(codes);
});

test('properties are listed by company; a company that does not exist has none', async () => {
  expect(await properties({ companyIds: [office.companyId] })).toHaveLength(4);
  expect(await properties({ companyIds: [encodeId('Company', newId())] })).toEqual([]);
  expect(await properties({ companyIds: ['comp_NONSENSE'] })).toEqual([]);
});

async function units(filter: object): Promise<string[]> {
  const { data, errors } = await office.send(
    'query($filter: UnitFilter) { units(filter: $filter) { totalCount nodes { code property { code } } } }',
    { filter },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const { nodes, totalCount } = (data as Json).units;
  expect(totalCount).toBe(nodes.length);
  return nodes.map((unit: Json) => `${unit.property.code}-${unit.code}`).toSorted();
}

test('units are found by code, building, property and what they are', async () => {
  expect(await units({ search: '103' })).toEqual(['CLARK-103']);
  expect(await units({ search: 'clark 10' })).toEqual(['CLARK-101', 'CLARK-102', 'CLARK-103']);
  expect(await units({ search: 'house arts 102' })).toEqual(['ARTS-102']);
  expect(await units({ categories: ['PARKING'] })).toEqual(['CLARK-103']);
  expect(await units({ minBedrooms: 2, maxBedrooms: 2 })).toEqual(['ARTS-102', 'CLARK-102']);
  expect(await units({ propertyId: ids['ARTS'] })).toEqual(['ARTS-101', 'ARTS-102']);
  expect(await units({ buildingId: encodeId('Building', newId()) })).toEqual([]);
  expect(await units({ isRetired: true })).toEqual([]);
});

test('buildings are found by their own words and those of their property', async () => {
  const { data } = await office.send(
    `{ own: buildings(filter: { search: "house zoo" }) { nodes { name property { code } } }
       all: buildings(sort: { field: CREATED_AT, direction: DESC }) { totalCount nodes { property { code } } } }`,
  );
  expect((data as Json).own.nodes).toEqual([{ name: 'House ZOO', property: { code: 'ZOO' } }]);
  const { all } = data as Json;
  expect(all.totalCount).toBe(4);
  expect(all.nodes.map((node: Json) => node.property.code)).toEqual([
    'ZOO',
    'ARTS',
    'ECOLE',
    'CLARK',
  ]);
});

test('a renamed property is found by its new words and no more by its old ones', async () => {
  const property = await office.property({ code: 'RENAME', name: 'Old Mill' });
  await office.made('changeProperty', { propertyId: property.id, version: 1, name: 'New Mill' });
  expect(await properties({ search: 'old mill' })).toEqual([]);
  expect(await properties({ search: 'new mill' })).toEqual(['RENAME']);
  await office.made('retireProperty', { propertyId: property.id, version: 2 });
});

test('walking a list page by page shows every row once, in order', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await office.send(
      `query($after: String) { properties(first: 1, after: $after, sort: { field: NAME, direction: DESC }) {
        nodes { code } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
      { after },
    );
    const { nodes, pageInfo } = (data as Json).properties;
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(nodes[0].code);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(['ZOO', 'ECOLE', 'CLARK', 'ARTS']);
});

const NESTED = `query($after: String, $id: ID!) { properties(sort: { field: CODE }) { nodes { code
  units(first: 1, after: $after) { totalCount nodes { code } edges { cursor } pageInfo { hasNextPage endCursor } }
  parking: units(filter: { categories: [PARKING] }) { totalCount nodes { code } }
  buildings { totalCount nodes { code units(sort: { field: CODE, direction: DESC }) { nodes { code } } } } } }
  _entities(representations: [{ __typename: "Company", id: $id }]) {
    ... on Company { id properties(first: 2, sort: { field: CODE }) { totalCount nodes { code } } } } }`;

test('connections under many parents hold each parent its own page and count', async () => {
  const { data, errors } = await office.send(NESTED, { id: office.companyId });
  expect(errors).toBeUndefined();
  const { nodes } = (data as Json).properties;
  const shown = nodes.map((node: Json) => [
    node.code,
    node.units.totalCount,
    node.units.nodes.map((unit: Json) => unit.code),
    node.units.pageInfo.hasNextPage,
    node.parking.totalCount,
    node.buildings.nodes[0].units.nodes.map((unit: Json) => unit.code),
  ]);
  expect(shown).toEqual([
    ['ARTS', 2, ['101'], true, 0, ['102', '101']],
    ['CLARK', 3, ['101'], true, 1, ['103', '102', '101']],
    ['ECOLE', 1, ['101'], false, 0, ['101']],
    ['ZOO', 0, [], false, 0, []],
  ]);
  const next = await office.send(NESTED, {
    id: office.companyId,
    after: nodes[1].units.pageInfo.endCursor,
  });
  expect((next.data as Json).properties.nodes[1].units.nodes).toEqual([{ code: '102' }]);
  expect((data as Json)._entities).toEqual([
    {
      id: office.companyId,
      properties: { totalCount: 4, nodes: [{ code: 'ARTS' }, { code: 'CLARK' }] },
    },
  ]);
});

test('the portfolio in numbers counts what is live within reach', async () => {
  const query =
    '{ portfolio { propertyCount buildingCount unitCount unitCountsByCategory { category count } } }';
  expect((await office.send(query)).data).toEqual({
    portfolio: {
      propertyCount: 4,
      buildingCount: 4,
      unitCount: 6,
      unitCountsByCategory: [
        { category: 'APARTMENT', count: 5 },
        { category: 'PARKING', count: 1 },
      ],
    },
  });
  const nobody = { ...staff(office.organizationId), grants: [] };
  expect((await portfolio.room.as(nobody)(query)).data).toEqual({
    portfolio: { propertyCount: 0, buildingCount: 0, unitCount: 0, unitCountsByCategory: [] },
  });
});

test.each([
  ['no rows', '', 'properties(first: 0)'],
  ['too many rows', '', 'properties(first: 101)'],
  ['a cursor of nonsense', '', 'properties(after: "bm9uc2Vuc2U")'],
  ['a cursor without an id', '', 'units(after: "WyJjb2RlIiwiMTAxIiwieCJd")'],
  ['a long search', 'x'.repeat(201), 'properties(filter: { search: $text })'],
  ['a long city', 'x'.repeat(500_000), 'properties(filter: { city: $text })'],
  ['a NUL', '\0', 'properties(filter: { postalCode: $text })'],
])('a list that cannot be is BAD_USER_INPUT: %s', async (_what, text, list) => {
  const document = `query($text: String) { ${list} { nodes { id } }
    unused: properties(filter: { search: $text }, first: 1) @skip(if: true) { nodes { id } } }`;
  const { errors } = await office.send(document, { text });
  expect(errors?.map((error) => error.extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
});

test('a filter takes at most 100 values', async () => {
  const companyIds = Array.from({ length: 101 }, () => office.companyId);
  const document =
    'query($filter: PropertyFilter) { properties(filter: $filter) { nodes { id } } }';
  const { errors } = await office.send(document, { filter: { companyIds } });
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
});

test('a made-up cursor of a nested list is BAD_USER_INPUT', async () => {
  const cursors = ['x', Buffer.from(JSON.stringify(['code', 1, newId()])).toString('base64url')];
  for (const after of cursors) {
    const { errors } = await office.send(
      'query($after: String) { properties { nodes { units(after: $after) { nodes { id } } } } }',
      { after },
    );
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  }
});
