import { newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { type Json, type Office, Portfolio, uuidOf } from './portfolio.js';
import { sentBy } from './sent-statements.js';

let portfolio: Portfolio;
let office: Office;
let tree: string;

const HERE = { latitude: 41.9, longitude: -87.6 };

beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
  await office.property({ code: 'BARE', type: 'ARTISTS' });
  const gone = await office.property({ code: 'GONE' });
  await office.made('retireProperty', { propertyId: gone.id, version: 1 });
  const { id } = await office.property({ code: 'TREE', coordinates: HERE });
  tree = id;
  const first = await office.building(id, { code: 'A' });
  const second = await office.building(id, { code: 'B' });
  const closed = await office.building(id, { code: 'C' });
  await office.made('retireBuilding', { buildingId: closed.id, version: closed.version });
  let { version } = first;
  for (const code of ['E1', 'E2']) {
    ({ version } = await office.made('addEntrance', { buildingId: first.id, version, code }));
  }
  const inside = { category: 'APARTMENT', buildingId: first.id };
  await office.unit(id, {
    ...inside,
    code: '1',
    entranceCode: 'E1',
    bedrooms: 1,
    areaSquareMetres: 40,
  });
  await office.unit(id, { ...inside, code: '2', entranceCode: 'E1', areaSquareMetres: 50.5 });
  await office.unit(id, { ...inside, code: '3', entranceCode: 'E2', bedrooms: 0 });
  await office.unit(id, { ...inside, code: '4', bedrooms: 3, areaSquareMetres: 90 });
  await office.unit(id, { category: 'PARKING', code: 'P1', areaSquareMetres: 12 });
  const old = await office.unit(id, { ...inside, code: '5', entranceCode: 'E2' });
  await office.made('retireUnit', { unitId: old.id, version: old.version });
  expect(second.unitCount).toBe(0);
});
afterAll(() => portfolio?.stop());

const PORTFOLIO = `{ portfolio { propertyCount buildingCount unitCount
  retiredPropertyCount retiredBuildingCount retiredUnitCount
  unitCountsByCategory { category count } propertyCountsByType { type count }
  attention { kind count } } }`;

/** The lists that the descriptions of the kinds name. */
const LISTS: Record<string, string> = {
  PROPERTY_WITHOUT_COORDINATES: 'properties(filter: { hasCoordinates: false })',
  PROPERTY_WITHOUT_UNITS: 'properties(filter: { hasUnits: false })',
  BUILDING_WITHOUT_UNITS: 'buildings(filter: { hasUnits: false })',
  HOME_WITHOUT_BEDROOMS: 'units(filter: { categories: [APARTMENT, HOUSE], hasBedrooms: false })',
  UNIT_WITHOUT_AREA: 'units(filter: { hasArea: false })',
};

test('the portfolio says what lives, what is retired and what needs attention', async () => {
  const { data, errors } = await office.send(PORTFOLIO);
  expect(errors).toBeUndefined();
  expect((data as Json).portfolio).toEqual({
    propertyCount: 2,
    buildingCount: 2,
    unitCount: 5,
    retiredPropertyCount: 1,
    retiredBuildingCount: 1,
    retiredUnitCount: 1,
    unitCountsByCategory: [
      { category: 'APARTMENT', count: 4 },
      { category: 'PARKING', count: 1 },
    ],
    propertyCountsByType: [
      { type: 'MULTIFAMILY', count: 1 },
      { type: 'ARTISTS', count: 1 },
    ],
    attention: [
      { kind: 'PROPERTY_WITHOUT_COORDINATES', count: 1 },
      { kind: 'PROPERTY_WITHOUT_UNITS', count: 1 },
      { kind: 'BUILDING_WITHOUT_UNITS', count: 1 },
      { kind: 'HOME_WITHOUT_BEDROOMS', count: 1 },
      { kind: 'UNIT_WITHOUT_AREA', count: 1 },
    ],
  });
});

test('whatever needs attention is a list of as many', async () => {
  const { data } = await office.send(PORTFOLIO);
  const { attention } = (data as Json).portfolio;
  expect(attention.map(({ kind }: Json) => kind)).toEqual(Object.keys(LISTS));
  for (const { kind, count } of attention) {
    const list = await office.send(`{ list: ${LISTS[kind]} { totalCount nodes { id } } }`);
    expect({ kind, ...(list.data as Json).list }).toMatchObject({ kind, totalCount: count });
    expect((list.data as Json).list.nodes).toHaveLength(count);
  }
});

test('the portfolio reads each table once, and none that nobody asks about', async () => {
  expect((await sentBy(() => office.send(PORTFOLIO))).sent).toHaveLength(3);
  const { sent } = await sentBy(() => office.send('{ portfolio { propertyCount } }'));
  expect(sent).toHaveLength(1);
});

test('numbers and points are those within reach', async () => {
  const property = uuidOf('Property', tree);
  const { companyId } = office.company;
  const grant = {
    role: 'VIEWER',
    reach: { kind: 'property', propertyId: property, companyId },
  } as const;
  const viewer = portfolio.room.as({ ...staff(office.organizationId), grants: [grant] });
  const { data } = await viewer(
    '{ portfolio { propertyCount attention { kind } } propertyPoints { points { code } } }',
  );
  expect(data).toEqual({
    portfolio: {
      propertyCount: 1,
      attention: ['BUILDING_WITHOUT_UNITS', 'HOME_WITHOUT_BEDROOMS', 'UNIT_WITHOUT_AREA'].map(
        (kind) => ({ kind }),
      ),
    },
    propertyPoints: { points: [{ code: 'TREE' }] },
  });
  const nobody = portfolio.room.as({ ...staff(office.organizationId), grants: [] });
  expect(
    (await nobody(`{ propertyPoints { isComplete points { id } } ${PORTFOLIO.slice(1)}`)).data,
  ).toMatchObject({
    portfolio: { unitCount: 0, retiredUnitCount: 0, propertyCountsByType: [], attention: [] },
    propertyPoints: { isComplete: true, points: [] },
  });
});

test.each([
  ['{ isOutsideBuildings: true }', ['P1']],
  ['{ isOutsideBuildings: false }', ['1', '2', '3', '4']],
  ['{ entranceCode: "E1" }', ['1', '2']],
  ['{ entranceCode: "E9" }', []],
  ['{ hasEntrance: false, isOutsideBuildings: false }', ['4']],
  ['{ hasEntrance: true }', ['1', '2', '3']],
  ['{ hasBedrooms: true }', ['1', '3', '4']],
  ['{ hasArea: true, hasBedrooms: null }', ['1', '2', '4', 'P1']],
])('units of %s', async (filter, codes) => {
  const { data, errors } = await office.send(`{ units(filter: ${filter}) { nodes { code } } }`);
  expect(errors).toBeUndefined();
  expect((data as Json).units.nodes.map(({ code }: Json) => code)).toEqual(codes);
});

test('properties and buildings with units, on the map, and both', async () => {
  const { data } = await office.send(`{
    map: properties(filter: { hasCoordinates: true, hasUnits: true }) { nodes { code } }
    off: properties(filter: { hasCoordinates: false }) { nodes { code } }
    let: buildings(filter: { hasUnits: true }) { nodes { code } }
    empty: buildings(filter: { hasUnits: false }) { nodes { code } } }`);
  expect(data).toEqual({
    map: { nodes: [{ code: 'TREE' }] },
    off: { nodes: [{ code: 'BARE' }] },
    let: { nodes: [{ code: 'A' }] },
    empty: { nodes: [{ code: 'B' }] },
  });
});

const TREE = `query($id: ID!) { property(id: $id) { unitCount
  buildings(first: 100) { nodes { code unitCount entrances { code unitCount }
    units(first: 100) { nodes { code entranceCode } pageInfo { hasNextPage endCursor } } } }
  units(first: 100, filter: { isOutsideBuildings: true }) { nodes { code } pageInfo { hasNextPage } } } }`;

test('a property is read as a tree in one operation', async () => {
  const { data } = await office.send(TREE, { id: tree });
  const { buildings, units } = (data as Json).property;
  expect(units.nodes).toEqual([{ code: 'P1' }]);
  expect(buildings.nodes).toMatchObject([
    {
      code: 'A',
      unitCount: 4,
      entrances: [
        { code: 'E1', unitCount: 2 },
        { code: 'E2', unitCount: 1 },
      ],
      units: {
        nodes: [
          { code: '1', entranceCode: 'E1' },
          { code: '2', entranceCode: 'E1' },
          { code: '3', entranceCode: 'E2' },
          { code: '4', entranceCode: null },
        ],
      },
    },
    { code: 'B', unitCount: 0, entrances: [], units: { nodes: [] } },
  ]);
});

test('a tree of 500 units takes as few statements as a small one', async () => {
  const { id } = await office.property({ code: 'LARGE' });
  const { admin } = portfolio;
  await admin.query(
    `insert into properties.buildings (organization_id, id, company_id, property_id, code, entrances, created_at, updated_at)
     select $1, gen_random_uuid(), $2, $3, 'B' || b, '[{"code":"E1","name":null,"addressLine":null}]', now(), now()
     from generate_series(1, 10) b`,
    [office.organizationId, office.company.companyId, uuidOf('Property', id)],
  );
  await admin.query(
    `insert into properties.units (organization_id, id, company_id, property_id, building_id, entrance_code, code, category,
       created_at, updated_at)
     select organization_id, gen_random_uuid(), company_id, property_id, id, 'E1', code || u, 'APARTMENT', now(), now()
     from properties.buildings, generate_series(1, 50) u where property_id = $1`,
    [uuidOf('Property', id)],
  );
  const small = await sentBy(() => office.send(TREE, { id: tree }));
  const large = await sentBy(() => office.send(TREE, { id }));
  const { unitCount, buildings } = (large.answer.data as Json).property;
  expect(unitCount).toBe(500);
  expect(buildings.nodes.flatMap(({ units }: Json) => units.nodes)).toHaveLength(500);
  expect(buildings.nodes[0]).toMatchObject({ entrances: [{ code: 'E1', unitCount: 50 }] });
  expect(large.sent).toHaveLength(small.sent.length);
  // property, buildings, units outside, units of buildings, counts by building and by entrance
  expect(large.sent).toHaveLength(6);
});

test('points carry what a map shows, in one statement, and hold to the filter', async () => {
  const points = `propertyPoints(filter: { types: [MULTIFAMILY] }) { isComplete points {
    id code name latitude longitude unitCount addressLine city } }`;
  const { answer, sent } = await sentBy(() => office.send(`{ ${points} }`));
  expect(answer.data).toEqual({
    propertyPoints: {
      isComplete: true,
      points: [
        {
          id: tree,
          code: 'TREE',
          name: 'Clark Street Flats',
          ...HERE,
          unitCount: 5,
          addressLine: '2800 N. Clark St.',
          city: 'Chicago',
        },
      ],
    },
  });
  expect(sent).toHaveLength(1);
  const { data } = await office.send(
    '{ propertyPoints(filter: { search: "bare" }) { points { id } } }',
  );
  expect(data).toEqual({ propertyPoints: { points: [] } });
});

test('of more points than 5,000 the largest are shown, and that some are missing', async () => {
  const organizationId = newId();
  const { companyId } = await portfolio.company(organizationId);
  await portfolio.admin.query(
    `insert into properties.properties (organization_id, id, company_id, code, name, type, address_line1, city,
       postal_code, country, latitude, longitude, jurisdiction, time_zone, unit_count, created_at, updated_at)
     select $1, gen_random_uuid(), $2, 'P' || p, 'Court', 'MULTIFAMILY', 'Main Street', 'City', '1', 'US', 41, -87,
       'US-IL', 'America/Chicago', p, now(), now() from generate_series(1, 5001) p`,
    [organizationId, companyId],
  );
  const send = portfolio.room.as(staff(organizationId));
  const { data } = await send('{ propertyPoints { isComplete points { unitCount } } }');
  const { isComplete, points } = (data as Json).propertyPoints;
  expect(isComplete).toBe(false);
  expect(points).toHaveLength(5000);
  expect(points[0]).toEqual({ unitCount: 5001 });
  const few = await send(
    '{ propertyPoints(filter: { hasUnits: false }) { isComplete points { unitCount } } }',
  );
  expect(few.data).toEqual({ propertyPoints: { isComplete: true, points: [] } });
});
