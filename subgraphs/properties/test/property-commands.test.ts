import { staff } from '@propertea/testkit';
import { companyRestored, companyRetired } from '@propertea/schema/events';
import { type Office, Portfolio, uuidOf } from './portfolio.js';

let portfolio: Portfolio;
let office: Office;
beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
});
afterAll(() => portfolio?.stop());

const path = (...path: string[]) => ['input', ...path];

test('a created property is read back with the currency of its company', async () => {
  const property = await office.property({
    code: 'CLARK',
    coordinates: { latitude: 41.9, longitude: -87.6 },
  });
  expect(property).toMatchObject({
    version: 1,
    code: 'CLARK',
    currency: 'USD',
    unitCount: 0,
    isRetired: false,
    company: { id: office.companyId },
    address: { line1: '2800 N. Clark St.', line2: null, country: 'US' },
    coordinates: { latitude: 41.9, longitude: -87.6 },
  });
});

test('a property code is taken once among the live ones of a company, and free in another company', async () => {
  const first = await office.property({ code: 'TWICE' });
  const taken = { code: 'CODE_TAKEN', path: path('code') };
  const again = { ...office.newProperty(), code: 'TWICE' };
  expect((await office.run('createProperty', again)).errors).toEqual([
    expect.objectContaining(taken),
  ]);
  const other = await office.property();
  const change = { propertyId: other.id, version: 1, code: 'TWICE' };
  expect((await office.run('changeProperty', change)).errors).toEqual([
    expect.objectContaining(taken),
  ]);
  const { companyId } = await portfolio.company(office.organizationId);
  const { encodeId } = await import('@propertea/kernel');
  await office.property({ code: 'TWICE', companyId: encodeId('Company', companyId) });

  await office.made('retireProperty', { propertyId: first.id, version: 1 });
  await office.property({ code: 'TWICE' });
  const restore = { propertyId: first.id, version: 2 };
  expect((await office.run('restoreProperty', restore)).errors).toEqual([
    expect.objectContaining(taken),
  ]);
  const restored = await office.made('restoreProperty', { ...restore, code: 'THRICE' });
  expect(restored).toMatchObject({ code: 'THRICE', isRetired: false, version: 3 });
});

test('a change touches what it names and nothing else', async () => {
  const property = await office.property({ coordinates: { latitude: 1, longitude: 2 } });
  const changed = await office.made('changeProperty', {
    propertyId: property.id,
    version: 1,
    name: 'Clark Lofts',
    type: 'SENIOR',
    coordinates: null,
  });
  expect(changed).toEqual({
    ...property,
    version: 2,
    name: 'Clark Lofts',
    type: 'SENIOR',
    coordinates: null,
  });
});

test('a stale version is a CONFLICT and writes nothing', async () => {
  const property = await office.property();
  const change = { propertyId: property.id, version: 1, name: 'First' };
  await office.made('changeProperty', change);
  const { property: none, errors } = await office.run('changeProperty', {
    ...change,
    name: 'Late',
  });
  expect(none).toBeNull();
  expect(errors).toEqual([expect.objectContaining({ code: 'CONFLICT', path: path('version') })]);
  const { data } = await office.send('query($id: ID!) { property(id: $id) { name version } }', {
    id: property.id,
  });
  expect(data).toEqual({ property: { name: 'First', version: 2 } });
});

test('of two simultaneous changes of one version exactly one wins', async () => {
  const property = await office.property();
  const attempts = ['A', 'B', 'C'].map((name) =>
    office.run('changeProperty', { propertyId: property.id, version: 1, name }),
  );
  const codes = (await Promise.all(attempts)).map(({ errors }) => errors[0]?.code ?? 'done');
  expect(codes.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'done']);
});

test('R49: a property with live buildings and units stays, and the answer says how many of each', async () => {
  const property = await office.property();
  const building = await office.building(property.id);
  const units = [await office.unit(property.id), await office.unit(property.id)];
  const retire = () => office.run('retireProperty', { propertyId: property.id, version: 1 });
  expect((await retire()).errors).toEqual([
    {
      code: 'HAS_CHILDREN',
      message: 'Still live here: 1 building and 2 units. Retire them first.',
      path: path('propertyId'),
    },
  ]);
  for (const unit of units) await office.made('retireUnit', { unitId: unit.id, version: 1 });
  expect((await retire()).errors[0].message).toBe(
    'Still live here: 1 building. Retire them first.',
  );
  await office.made('retireBuilding', { buildingId: building.id, version: 1 });
  expect(await retire()).toMatchObject({ errors: [], property: { isRetired: true, version: 2 } });
});

test('what is retired is neither changed nor retired again, and gets no buildings or units', async () => {
  const property = await office.property();
  const reason = 'Sold to the city.';
  await office.made('retireProperty', { propertyId: property.id, version: 1, reason });
  const named = { propertyId: property.id, version: 2 };
  const codesOf = async (mutation: string, input: object) =>
    (await office.run(mutation, input)).errors.map(({ code }: { code: string }) => code);
  expect(await codesOf('changeProperty', { ...named, name: 'X' })).toEqual(['CONFLICT']);
  expect(await codesOf('retireProperty', named)).toEqual(['CONFLICT']);
  const inIt = { propertyId: property.id, code: 'A' };
  expect(await codesOf('createBuilding', inIt)).toEqual(['PARENT_RETIRED']);
  expect(await codesOf('createUnit', { ...inIt, category: 'OTHER' })).toEqual(['PARENT_RETIRED']);
  await office.made('restoreProperty', named);
  expect(await codesOf('restoreProperty', { ...named, version: 3 })).toEqual(['CONFLICT']);
});

test('a retired company gets no property and none of its properties back', async () => {
  const other = await portfolio.organization();
  const property = await other.property();
  await other.made('retireProperty', { propertyId: property.id, version: 1 });
  const { company } = other;
  await portfolio.publish(companyRetired, { ...company, isRetired: true }, company.companyId, 2);
  await portfolio.settle();
  const { errors } = await other.run('createProperty', other.newProperty());
  expect(errors).toEqual([
    expect.objectContaining({ code: 'PARENT_RETIRED', path: path('companyId') }),
  ]);
  const restore = { propertyId: property.id, version: 2 };
  expect((await other.run('restoreProperty', restore)).errors[0].code).toBe('PARENT_RETIRED');
  await portfolio.publish(companyRestored, company, company.companyId, 3);
  await portfolio.settle();
  await other.made('restoreProperty', restore);
});

test('R47: every change is in the history with who, what, why and the request', async () => {
  const subject = '01920000-0000-7000-8000-0000000000aa';
  const send = portfolio.room.as(
    staff(office.organizationId, 'PROPERTY_MANAGER', { kind: 'organization' }, subject),
  );
  const property = await office.property({ name: 'Before' });
  const named = { propertyId: property.id };
  await office.run('changeProperty', { ...named, version: 1, name: 'After' }, send);
  await office.run('retireProperty', { ...named, version: 2, reason: 'Fire.' }, send);
  const { data } = await send(
    `query($id: ID!) { property(id: $id) { history(first: 2) { totalCount pageInfo { hasNextPage }
      nodes { action actor { id } persona before after reason requestId aggregateType } } } }`,
    { id: property.id },
  );
  const actor = { id: expect.stringMatching(/^user_/) };
  const common = {
    actor,
    persona: 'STAFF',
    requestId: expect.any(String),
    aggregateType: 'Property',
  };
  expect((data as never)['property']).toEqual({
    history: {
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [
        {
          ...common,
          action: 'property.retired',
          reason: 'Fire.',
          before: { retiredAt: null },
          after: { retiredAt: expect.any(String) },
        },
        {
          ...common,
          action: 'property.changed',
          reason: null,
          before: { name: 'Before' },
          after: { name: 'After' },
        },
      ],
    },
  });
});

test('every change leaves its fact in the outbox, with the state after it', async () => {
  const property = await office.property({ code: 'FACTS' });
  const named = { propertyId: property.id };
  await office.made('changeProperty', { ...named, version: 1, name: 'Facts' });
  await office.made('retireProperty', { ...named, version: 2 });
  await office.made('restoreProperty', { ...named, version: 3 });
  const { rows } = await portfolio.admin.query(
    'select type, sequence, data from properties.outbox where subject = $1 order by position',
    [uuidOf('Property', property.id)],
  );
  expect(rows.map(({ type, sequence }) => [type, sequence])).toEqual([
    ['property.created.v1', 1],
    ['property.changed.v1', 2],
    ['property.retired.v1', 3],
    ['property.restored.v1', 4],
  ]);
  expect(rows[2].data).toEqual({
    propertyId: uuidOf('Property', property.id),
    organizationId: office.organizationId,
    companyId: office.company.companyId,
    code: 'FACTS',
    name: 'Facts',
    jurisdiction: 'US-IL',
    timeZone: 'America/Chicago',
    isRetired: true,
  });
});
