import { encodeId, newId } from '@propertea/kernel';
import {
  ADDRESS,
  COMMANDS,
  type Json,
  kindOf,
  mutationDocument,
  nextCode,
  type Office,
  Portfolio,
} from './portfolio.js';

let portfolio: Portfolio;
let office: Office;
let other: Office;
let good: Record<string, Record<string, Json>>;
let foreign: Record<string, string>;

beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
  other = await portfolio.organization();
  const property = await office.property();
  const building = await office.building(property.id);
  const unit = await office.unit(property.id);
  await office.made('addEntrance', { buildingId: building.id, version: 1, code: '1' });
  const ofProperty = { propertyId: property.id, version: 1 };
  const ofBuilding = { buildingId: building.id, version: 2 };
  const ofUnit = { unitId: unit.id, version: 1 };
  good = {
    createProperty: { ...office.newProperty(), code: 'GOOD' },
    changeProperty: { ...ofProperty, name: 'Fine', code: 'OK', address: ADDRESS, timeZone: 'UTC' },
    retireProperty: { ...ofProperty, reason: 'Sold.' },
    restoreProperty: { ...ofProperty, code: 'OK' },
    createBuilding: { propertyId: property.id, code: 'GOOD', name: 'Fine', address: ADDRESS },
    changeBuilding: { ...ofBuilding, code: 'OK', name: 'Fine' },
    retireBuilding: { ...ofBuilding, reason: 'Torn down.' },
    restoreBuilding: { ...ofBuilding, code: 'OK' },
    addEntrance: { ...ofBuilding, code: 'N', name: 'North', addressLine: '1 Side St.' },
    changeEntrance: { ...ofBuilding, code: '1', name: 'North' },
    removeEntrance: { ...ofBuilding, code: '1' },
    createUnit: {
      propertyId: property.id,
      code: 'GOOD',
      category: 'OTHER',
      buildingId: building.id,
    },
    changeUnit: { ...ofUnit, code: 'OK', buildingId: building.id, entranceCode: '1' },
    retireUnit: { ...ofUnit, reason: 'Merged.' },
    restoreUnit: { ...ofUnit, code: 'OK' },
  };
  const theirs = await other.property();
  foreign = {
    companyId: other.companyId,
    propertyId: theirs.id,
    buildingId: (await other.building(theirs.id)).id,
    unitId: (await other.unit(theirs.id)).id,
  };
});
afterAll(() => portfolio?.stop());

const TYPES = {
  companyId: 'Company',
  propertyId: 'Property',
  buildingId: 'Building',
  unitId: 'Unit',
} as const;
const inputOf = (mutation: string) => good[mutation] ?? {};

/** Everything that is stored, to show that a refused command wrote nothing. */
async function stored(): Promise<Json> {
  const { rows } = await portfolio.admin.query(
    `select (select json_agg(p order by id) from properties.properties p)::text as properties,
       (select json_agg(b order by id) from properties.buildings b)::text as buildings,
       (select json_agg(u order by id) from properties.units u)::text as units,
       (select count(*) from properties.audit_entries) as audits, (select count(*) from properties.outbox) as facts`,
  );
  return rows[0];
}

/** Sends what the command must refuse; answers the code and the path of each error. */
async function refused(
  mutation: string,
  input: object,
): Promise<{ code: string; path: string[] }[]> {
  const before = await stored();
  const payload = await office.run(mutation, input);
  expect(payload[kindOf(mutation)]).toBeNull();
  expect(await stored()).toEqual(before);
  for (const error of payload.errors) expect(error.message.length).toBeLessThan(200);
  return payload.errors.map(({ code, path }: Json) => ({ code, path }));
}

describe.each(COMMANDS)('%s', (mutation) => {
  test('a missing argument is BAD_USER_INPUT', async () => {
    for (const input of [{}, null]) {
      const { data, errors } = await office.send(mutationDocument(mutation), { input });
      expect(data ?? null).toBeNull();
      expect(errors?.every(({ extensions }) => extensions?.['code'] === 'BAD_USER_INPUT')).toBe(
        true,
      );
    }
  });

  test('an id of another organization is answered as one that does not exist', async () => {
    const fields = Object.keys(TYPES).filter((field) => field in inputOf(mutation));
    for (const field of fields as (keyof typeof TYPES)[]) {
      const answers = [];
      for (const id of [
        foreign[field],
        encodeId(TYPES[field], '01920000-0000-7000-8000-000000000001'),
        'x',
        '',
      ]) {
        answers.push(await office.run(mutation, { ...inputOf(mutation), [field]: id }));
      }
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0].errors).toEqual([
        { code: 'NOT_FOUND', message: `${TYPES[field]} not found.`, path: ['input', field] },
      ]);
    }
  });

  test('texts of half a megabyte, of nothing and of what cannot be printed are INVALID_INPUT', async () => {
    const { code, name, reason, addressLine, entranceCode } = inputOf(mutation);
    const texts = Object.keys({ code, name, reason, addressLine, entranceCode }).filter(
      (field) => inputOf(mutation)[field] !== undefined,
    );
    for (const field of texts) {
      for (const text of ['🂡'.repeat(125_000), '', '  ', 'a\nb', 'a\0b', '\ud800']) {
        const errors = await refused(mutation, { ...inputOf(mutation), [field]: text });
        expect(errors).toContainEqual({ code: 'INVALID_INPUT', path: ['input', field] });
      }
    }
    const id = Object.keys(TYPES).find((field) => field in inputOf(mutation)) ?? '';
    const huge = { ...inputOf(mutation), [id]: 'prop_'.repeat(100_000) };
    expect(await refused(mutation, huge)).toEqual([{ code: 'NOT_FOUND', path: ['input', id] }]);
  });
});

test.each(COMMANDS.filter((mutation) => !mutation.startsWith('create')))(
  '%s with a stale version is a CONFLICT',
  async (mutation) => {
    for (const version of [99, 2_147_483_647]) {
      expect(await refused(mutation, { ...inputOf(mutation), version })).toEqual([
        { code: 'CONFLICT', path: ['input', 'version'] },
      ]);
    }
    for (const version of [0, -1]) {
      expect(await refused(mutation, { ...inputOf(mutation), version })).toEqual([
        { code: 'INVALID_INPUT', path: ['input', 'version'] },
      ]);
    }
  },
);

test.each([
  ['createProperty', 'code', 'clark'],
  ['createProperty', 'code', 'ABCDEFGHIJK'],
  ['createProperty', 'code', 'ÄÖ'],
  ['createProperty', 'name', 'x'.repeat(201)],
  ['createProperty', 'timeZone', 'Mars/Olympus'],
  ['createProperty', 'timeZone', 'x'.repeat(500_000)],
  ['createProperty', 'jurisdiction', 'Illinois'],
  ['createProperty', 'jurisdiction', 'us-il'],
  ['createProperty', 'address.country', 'XX'],
  ['createProperty', 'address.country', 'USA'],
  ['createProperty', 'address.postalCode', 'x'.repeat(21)],
  ['createProperty', 'address.line2', ''],
  ['createProperty', 'address.city', '\u2028'],
  ['createProperty', 'coordinates.latitude', 90.1],
  ['createProperty', 'coordinates.longitude', -181],
  ['changeProperty', 'name', null],
  ['changeProperty', 'address', null],
  ['createBuilding', 'code', 'ABCDEF'],
  ['addEntrance', 'code', '1-2'],
  ['addEntrance', 'name', 'x'.repeat(101)],
  ['createUnit', 'code', 'UNIT-1'],
  ['createUnit', 'bedrooms', 51],
  ['createUnit', 'bedrooms', -1],
  ['createUnit', 'bathrooms', 1.25],
  ['createUnit', 'bathrooms', 50.5],
  ['createUnit', 'areaSquareMetres', 0],
  ['createUnit', 'areaSquareMetres', 12.345],
  ['createUnit', 'areaSquareMetres', 1_000_001],
  ['createUnit', 'areaSquareMetres', 5e-324],
  ['createUnit', 'floor', 201],
  ['createUnit', 'floor', -11],
  ['changeUnit', 'category', null],
])('%s refuses a wrong %s, case %#', async (mutation, where, value) => {
  const [field = '', inner] = where.split('.');
  const whole: Record<string, object> = {
    address: ADDRESS,
    coordinates: { latitude: 0, longitude: 0 },
  };
  const input = inner ? { [field]: { ...whole[field], [inner]: value } } : { [field]: value };
  const errors = await refused(mutation, { ...inputOf(mutation), ...input });
  expect(errors).toEqual([{ code: 'INVALID_INPUT', path: ['input', ...where.split('.')] }]);
});

test('every wrong field of a form is named at once', async () => {
  const input = { ...inputOf('createProperty'), code: 'x', name: '', jurisdiction: 'X' };
  const errors = await refused('createProperty', input);
  expect(errors.map(({ path }) => path[1]).toSorted()).toEqual(['code', 'jurisdiction', 'name']);
});

test('half of a pair of coordinates and an unknown enum value do not parse', async () => {
  for (const wrong of [{ coordinates: { latitude: 1 } }, { type: 'CASTLE' }, { surprise: 1 }]) {
    const { errors } = await office.send(mutationDocument('createProperty'), {
      input: { ...inputOf('createProperty'), ...wrong },
    });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  }
});

test('texts are kept trimmed and composed', async () => {
  const property = await office.property({ code: nextCode('T'), name: '  Cafe\u0301 Row ' });
  expect(property.name).toBe('Caf\u00e9 Row');
});

test('R46: what belongs to another organization is null, as what does not exist, by id and by reference', async () => {
  const query = `query($property: ID!, $building: ID!, $unit: ID!, $company: ID!) {
    property(id: $property) { id } building(id: $building) { id } unit(id: $unit) { id }
    _entities(representations: [
      { __typename: "Property", id: $property }, { __typename: "Building", id: $building },
      { __typename: "Unit", id: $unit }, { __typename: "Company", id: $company }]) { __typename } }`;
  const theirs = {
    property: foreign['propertyId'],
    building: foreign['buildingId'],
    unit: foreign['unitId'],
    company: foreign['companyId'],
  };
  const unknown = {
    property: encodeId('Property', newId()),
    building: encodeId('Building', newId()),
    unit: encodeId('Unit', newId()),
    company: encodeId('Company', newId()),
  };
  const answer = await office.send(query, theirs);
  expect(answer.data).toEqual({
    property: null,
    building: null,
    unit: null,
    _entities: [null, null, null, null],
  });
  expect(JSON.stringify(answer)).toBe(JSON.stringify(await office.send(query, unknown)));
  const own = await other.send(query, theirs);
  expect((own.data as Json)._entities.map((entity: Json) => entity.__typename)).toEqual([
    'Property',
    'Building',
    'Unit',
    'Company',
  ]);
});
