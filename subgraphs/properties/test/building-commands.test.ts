import { type Json, type Office, Portfolio } from './portfolio.js';

let portfolio: Portfolio;
let office: Office;
let property: Json;
beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
  property = await office.property();
});
afterAll(() => portfolio?.stop());

const path = (...path: string[]) => ['input', ...path];
const OWN = { line1: '1 Rear St.', city: 'Chicago', postalCode: '60601', country: 'US' };

test('a building inherits the address of its property until it has its own', async () => {
  const building = await office.building(property.id, { code: 'A', name: 'Front house' });
  expect(building).toMatchObject({
    code: 'A',
    name: 'Front house',
    hasOwnAddress: false,
    address: { line1: '2800 N. Clark St.' },
    property: { id: property.id },
  });
  const named = { buildingId: building.id };
  const own = await office.made('changeBuilding', { ...named, version: 1, address: OWN });
  expect(own).toMatchObject({
    version: 2,
    name: 'Front house',
    hasOwnAddress: true,
    address: { line1: '1 Rear St.' },
  });
  const back = { ...named, version: 2, address: null, name: null };
  expect(await office.made('changeBuilding', back)).toMatchObject({
    hasOwnAddress: false,
    name: null,
    address: { line1: '2800 N. Clark St.' },
  });
});

test('a building code is taken once among the live ones of a property', async () => {
  const other = await office.property();
  const building = await office.building(property.id, { code: 'TWICE' });
  await office.building(other.id, { code: 'TWICE' });
  const again = await office.run('createBuilding', { propertyId: property.id, code: 'TWICE' });
  expect(again).toEqual({
    building: null,
    errors: [expect.objectContaining({ code: 'CODE_TAKEN', path: path('code') })],
  });
  await office.made('retireBuilding', { buildingId: building.id, version: 1 });
  await office.building(property.id, { code: 'TWICE' });
  const restore = { buildingId: building.id, version: 2 };
  expect((await office.run('restoreBuilding', restore)).errors[0].code).toBe('CODE_TAKEN');
  expect(await office.made('restoreBuilding', { ...restore, code: 'FREE' })).toMatchObject({
    code: 'FREE',
    isRetired: false,
  });
});

test('R49: a building with live units stays, and the answer says how many', async () => {
  const building = await office.building(property.id);
  const unit = await office.unit(property.id, { category: 'APARTMENT', buildingId: building.id });
  const retire = { buildingId: building.id, version: 1 };
  expect((await office.run('retireBuilding', retire)).errors).toEqual([
    {
      code: 'HAS_CHILDREN',
      message: 'Still live here: 1 unit. Retire them first.',
      path: path('buildingId'),
    },
  ]);
  await office.made('retireUnit', { unitId: unit.id, version: 1 });
  await office.made('retireBuilding', retire);
  const restoreUnit = { unitId: unit.id, version: 2 };
  expect((await office.run('restoreUnit', restoreUnit)).errors[0].code).toBe('PARENT_RETIRED');
  await office.made('restoreBuilding', { buildingId: building.id, version: 2 });
  await office.made('restoreUnit', restoreUnit);
});

test('a building returns only to a live property', async () => {
  const place = await office.property();
  const building = await office.building(place.id);
  await office.made('retireBuilding', { buildingId: building.id, version: 1 });
  await office.made('retireProperty', { propertyId: place.id, version: 1 });
  const { errors } = await office.run('restoreBuilding', { buildingId: building.id, version: 2 });
  expect(errors[0].code).toBe('PARENT_RETIRED');
});

test('entrances are added, changed and removed, each once by its code', async () => {
  const building = await office.building(property.id);
  const named = { buildingId: building.id };
  await office.made('addEntrance', { ...named, version: 1, code: 'N', name: 'North' });
  const two = await office.made('addEntrance', {
    ...named,
    version: 2,
    code: 'A',
    addressLine: '2 Side St.',
  });
  expect(two.entrances).toEqual([
    { code: 'A', name: null, addressLine: '2 Side St.' },
    { code: 'N', name: 'North', addressLine: null },
  ]);
  const taken = await office.run('addEntrance', { ...named, version: 3, code: 'A' });
  expect(taken.errors[0]).toMatchObject({ code: 'CODE_TAKEN', path: path('code') });
  const changed = await office.made('changeEntrance', {
    ...named,
    version: 3,
    code: 'A',
    name: 'Alley',
  });
  expect(changed.entrances[0]).toEqual({ code: 'A', name: 'Alley', addressLine: '2 Side St.' });
  const removed = await office.made('removeEntrance', { ...named, version: 4, code: 'A' });
  expect(removed).toMatchObject({ version: 5, entrances: [{ code: 'N' }] });
  for (const mutation of ['changeEntrance', 'removeEntrance']) {
    const { errors } = await office.run(mutation, { ...named, version: 5, code: 'A' });
    expect(errors[0]).toMatchObject({ code: 'ENTRANCE_UNKNOWN', path: path('code') });
  }
});

test('an entrance stays while a live unit uses it', async () => {
  const building = await office.building(property.id);
  const named = { buildingId: building.id };
  await office.made('addEntrance', { ...named, version: 1, code: '1' });
  const inside = { category: 'APARTMENT', ...named, entranceCode: '1' };
  const unit = await office.unit(property.id, inside);
  const remove = { ...named, version: 2, code: '1' };
  expect((await office.run('removeEntrance', remove)).errors).toEqual([
    {
      code: 'ENTRANCE_IN_USE',
      message: '1 unit uses this entrance. Move them first.',
      path: path('code'),
    },
  ]);
  await office.made('retireUnit', { unitId: unit.id, version: 1 });
  await office.made('removeEntrance', remove);
  const restore = { unitId: unit.id, version: 2 };
  expect((await office.run('restoreUnit', restore)).errors[0].code).toBe('ENTRANCE_UNKNOWN');
});

test('a retired building takes no changes and no units', async () => {
  const building = await office.building(property.id);
  await office.made('retireBuilding', { buildingId: building.id, version: 1 });
  const named = { buildingId: building.id, version: 2 };
  for (const [mutation, input] of [
    ['changeBuilding', { ...named, name: 'X' }],
    ['addEntrance', { ...named, code: '1' }],
    ['retireBuilding', named],
  ] as const) {
    expect((await office.run(mutation, input)).errors[0].code).toBe('CONFLICT');
  }
  const unit = { propertyId: property.id, buildingId: building.id, code: 'X', category: 'OTHER' };
  expect((await office.run('createUnit', unit)).errors[0].code).toBe('PARENT_RETIRED');
});

test('R47: the history shows entrances as they were and are', async () => {
  const building = await office.building(property.id);
  await office.made('addEntrance', { buildingId: building.id, version: 1, code: '1' });
  const { data } = await office.send(
    'query($id: ID!) { building(id: $id) { history { nodes { action before after } } } }',
    { id: building.id },
  );
  expect((data as Json).building.history.nodes[0]).toEqual({
    action: 'building.entrance-added',
    before: { entrances: [] },
    after: { entrances: [{ code: '1', name: null, addressLine: null }] },
  });
});
