import { type Json, type Office, Portfolio, uuidOf } from './portfolio.js';

let portfolio: Portfolio;
let office: Office;
let property: Json;
let building: Json;
beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
  property = await office.property({ code: 'CLARK' });
  building = await office.building(property.id, { code: 'A' });
});
afterAll(() => portfolio?.stop());

const path = (...path: string[]) => ['input', ...path];
const errorOf = async (mutation: string, input: object) =>
  (await office.run(mutation, input)).errors[0];

test('a unit has a reference and the address of its building, else of its property', async () => {
  const inside = { category: 'APARTMENT', buildingId: building.id };
  const facts = { bedrooms: 2, bathrooms: 1.5, areaSquareMetres: 52.75, floor: -1 };
  const unit = await office.unit(property.id, { code: '101', ...inside, ...facts });
  expect(unit).toMatchObject({
    ...facts,
    reference: `${office.company.code}-CLARK-A-101`,
    hasOwnAddress: false,
    address: { line1: '2800 N. Clark St.' },
  });
  const shop = await office.unit(property.id, { code: 'SHOP', category: 'COMMERCIAL' });
  expect(shop).toMatchObject({ reference: `${office.company.code}-CLARK-SHOP`, building: null });
  const address = { line1: '9 Rear', city: 'Chicago', postalCode: '60601', country: 'US' };
  await office.made('changeBuilding', { buildingId: building.id, version: 1, address });
  const { data } = await office.send(
    'query($id: ID!) { unit(id: $id) { address { line1 } building { address { line1 } } } }',
    { id: unit.id },
  );
  expect(data).toEqual({
    unit: { address: { line1: '9 Rear' }, building: { address: { line1: '9 Rear' } } },
  });
  const own = { ...address, line1: '9 Rear, garden door' };
  expect(
    await office.made('changeUnit', { unitId: unit.id, version: 1, address: own }),
  ).toMatchObject({
    hasOwnAddress: true,
    address: { line1: '9 Rear, garden door' },
    bedrooms: 2,
  });
});

test.each([
  ['an apartment without a building', { category: 'APARTMENT' }, 'BUILDING_REQUIRED', 'buildingId'],
  ['an entrance without a building', { entranceCode: '1' }, 'BUILDING_REQUIRED', 'buildingId'],
  [
    'a house in a building',
    { category: 'HOUSE', buildingId: 'own' },
    'BUILDING_FORBIDDEN',
    'buildingId',
  ],
  [
    'an unknown entrance',
    { buildingId: 'own', entranceCode: 'ZZ' },
    'ENTRANCE_UNKNOWN',
    'entranceCode',
  ],
  ['a building of another property', { buildingId: 'other' }, 'NOT_FOUND', 'buildingId'],
])('%s is refused', async (_what, input, code, field) => {
  const place = await office.property();
  const own = await office.building(place.id);
  const buildings: Record<string, string> = { own: own.id, other: building.id };
  const buildingId = 'buildingId' in input ? buildings[String(input.buildingId)] : undefined;
  const unit = {
    propertyId: place.id,
    code: 'X',
    category: 'OTHER',
    ...input,
    ...(buildingId && { buildingId }),
  };
  expect(await errorOf('createUnit', unit)).toMatchObject({ code, path: path(field) });
});

test('a house is the only unit of its property', async () => {
  const place = await office.property();
  const house = await office.unit(place.id, { category: 'HOUSE', code: 'H' });
  const garage = { propertyId: place.id, code: 'G', category: 'PARKING' };
  expect(await errorOf('createUnit', garage)).toMatchObject({ code: 'HOUSE_STANDS_ALONE' });
  await office.made('retireUnit', { unitId: house.id, version: 1 });
  const parking = await office.made('createUnit', garage);
  const restore = { unitId: house.id, version: 2 };
  expect(await errorOf('restoreUnit', restore)).toMatchObject({ code: 'HOUSE_STANDS_ALONE' });
  const second = await office.unit(place.id);
  const toHouse = { unitId: parking.id, version: 1, category: 'HOUSE' };
  expect(await errorOf('changeUnit', toHouse)).toMatchObject({ code: 'HOUSE_STANDS_ALONE' });
  await office.made('retireUnit', { unitId: second.id, version: 1 });
  await office.made('changeUnit', toHouse);
});

test('of two units created at once beside a house exactly one wins', async () => {
  const place = await office.property();
  const house = { propertyId: place.id, code: 'H', category: 'HOUSE' };
  const other = { propertyId: place.id, code: 'O', category: 'OTHER' };
  const answers = await Promise.all([
    office.run('createUnit', house),
    office.run('createUnit', other),
  ]);
  const codes = answers.map(({ errors }) => errors[0]?.code ?? 'done');
  expect(codes.toSorted()).toEqual(['HOUSE_STANDS_ALONE', 'done']);
});

test('a unit code is taken once among the live units of a property', async () => {
  const first = await office.unit(property.id, { code: 'TWICE' });
  const again = { propertyId: property.id, code: 'TWICE', category: 'OTHER' };
  const taken = { code: 'CODE_TAKEN', path: path('code') };
  expect(await errorOf('createUnit', again)).toMatchObject(taken);
  const answers = await Promise.all(
    [1, 2].map(() => office.run('createUnit', { ...again, code: 'RACE' })),
  );
  const codes = answers.map(({ errors }) => errors[0]?.code ?? 'done');
  expect(codes.toSorted()).toEqual(['CODE_TAKEN', 'done']);
  await office.made('retireUnit', { unitId: first.id, version: 1 });
  const second = await office.made('createUnit', again);
  expect(await errorOf('restoreUnit', { unitId: first.id, version: 2 })).toMatchObject(taken);
  expect(
    await office.made('restoreUnit', { unitId: first.id, version: 2, code: 'FREE' }),
  ).toMatchObject({
    code: 'FREE',
  });
  expect(
    await errorOf('changeUnit', { unitId: second.id, version: 1, code: 'FREE' }),
  ).toMatchObject(taken);
});

test('a unit moves to another building of its property and leaves its entrance behind', async () => {
  const from = await office.building(property.id);
  const to = await office.building(property.id);
  await office.made('addEntrance', { buildingId: from.id, version: 1, code: '1' });
  const unit = await office.unit(property.id, {
    category: 'APARTMENT',
    buildingId: from.id,
    entranceCode: '1',
    bedrooms: 3,
  });
  const named = { unitId: unit.id };
  const stay = await office.made('changeUnit', { ...named, version: 1, floor: 2 });
  expect(stay).toMatchObject({ entranceCode: '1', floor: 2 });
  const moved = await office.made('changeUnit', { ...named, version: 2, buildingId: to.id });
  expect(moved).toMatchObject({
    building: { id: to.id },
    entranceCode: null,
    bedrooms: 3,
    floor: 2,
  });
  const away = { ...named, version: 3, buildingId: null };
  expect(await errorOf('changeUnit', away)).toMatchObject({ code: 'BUILDING_REQUIRED' });
  const shop = { ...away, category: 'COMMERCIAL', bedrooms: null };
  expect(await office.made('changeUnit', shop)).toMatchObject({ building: null, bedrooms: null });
});

test('stale versions, retired units and repeated ends are CONFLICTs', async () => {
  const unit = await office.unit(property.id);
  const named = { unitId: unit.id };
  expect(await errorOf('changeUnit', { ...named, version: 7, floor: 1 })).toMatchObject({
    code: 'CONFLICT',
    path: path('version'),
  });
  expect(await errorOf('restoreUnit', { ...named, version: 1 })).toMatchObject({
    code: 'CONFLICT',
  });
  await office.made('retireUnit', { ...named, version: 1 });
  expect(await errorOf('retireUnit', { ...named, version: 2 })).toMatchObject({ code: 'CONFLICT' });
  expect(await errorOf('changeUnit', { ...named, version: 2, floor: 1 })).toMatchObject({
    code: 'CONFLICT',
  });
});

test('counts follow units as they come, go and return', async () => {
  const place = await office.property();
  const house = await office.building(place.id);
  const inside = { category: 'APARTMENT', buildingId: house.id };
  const units = [await office.unit(place.id, inside), await office.unit(place.id, inside)];
  await office.unit(place.id, { category: 'PARKING' });
  const counts = async () => {
    const { data } = await office.send(
      `query($id: ID!, $building: ID!) { property(id: $id) { unitCount unitCountsByCategory { category count } }
        building(id: $building) { unitCount } }`,
      { id: place.id, building: house.id },
    );
    const { property, building } = data as Json;
    const byCategory = property.unitCountsByCategory.map((row: Json) => [row.category, row.count]);
    return { units: property.unitCount, byCategory, building: building.unitCount };
  };
  expect(await counts()).toEqual({
    units: 3,
    byCategory: [
      ['APARTMENT', 2],
      ['PARKING', 1],
    ],
    building: 2,
  });
  await office.made('retireUnit', { unitId: units[0].id, version: 1 });
  expect(await counts()).toEqual({
    units: 2,
    byCategory: [
      ['APARTMENT', 1],
      ['PARKING', 1],
    ],
    building: 1,
  });
  await office.made('restoreUnit', { unitId: units[0].id, version: 2 });
  expect(await counts()).toMatchObject({ units: 3, building: 2 });
});

test('every change of a unit leaves its fact in the outbox', async () => {
  const unit = await office.unit(property.id, {
    category: 'APARTMENT',
    buildingId: building.id,
    bathrooms: 2.5,
  });
  const named = { unitId: unit.id };
  await office.made('changeUnit', { ...named, version: 1, areaSquareMetres: 80.2 });
  await office.made('retireUnit', { ...named, version: 2 });
  await office.made('restoreUnit', { ...named, version: 3 });
  const { rows } = await portfolio.admin.query(
    'select type, sequence, data from properties.outbox where subject = $1 order by position',
    [uuidOf('Unit', unit.id)],
  );
  expect(rows.map(({ type, sequence }) => [type, sequence])).toEqual([
    ['unit.created.v1', 1],
    ['unit.changed.v1', 2],
    ['unit.retired.v1', 3],
    ['unit.restored.v1', 4],
  ]);
  expect(rows[1].data).toMatchObject({
    buildingId: uuidOf('Building', building.id),
    bathrooms: 2.5,
    areaSquareMetres: 80.2,
    isRetired: false,
  });
});
