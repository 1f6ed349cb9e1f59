import { encodeId } from '@propertea/kernel';
import { companyChanged } from '@propertea/schema/events';
import { buildSchema, isEnumType } from 'graphql';
import { type Json, type Office, Portfolio, uuidOf } from './portfolio.js';

const DIRECTIONS = ['ASC', 'DESC'] as const;

let portfolio: Portfolio;
let office: Office;
let rows: Record<string, number>;

/** 3 companies, 7 properties, 14 buildings and 28 units with ties and with what is not known. */
beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
  const companies = [office.company];
  for (const code of ['ZETA', 'BETA'])
    companies.push(await portfolio.company(office.organizationId, { code }));
  const cities = ['Chicago', 'Évanston', 'Aurora', 'chicago', 'Évanston', 'Zion', 'Aurora'];
  for (const [index, city] of cities.entries()) {
    const property = await office.property({
      code: `P${(index * 3) % 7}`,
      name: index % 2 ? 'Court' : `Court ${index}`,
      companyId: encodeId('Company', companies[index % 3]?.companyId ?? ''),
      address: { line1: '1 Main St.', city, postalCode: '60601', country: 'US' },
    });
    for (const code of ['B', 'A']) {
      const name = index % 3 ? { name: index % 2 ? 'north' : 'South' } : {};
      const building = await office.building(property.id, { code, ...name });
      for (const unit of [1, 2]) {
        await office.unit(property.id, {
          code: `${code}${unit}`,
          category: unit === 1 ? 'APARTMENT' : 'PARKING',
          buildingId: building.id,
          ...(index % 2 && { floor: (index + unit) % 3, bedrooms: unit }),
          ...(index % 3 && { areaSquareMetres: 40 + ((index * unit) % 4) / 4 }),
        });
      }
    }
  }
  rows = { properties: 7, buildings: 14, units: 28 };
});
afterAll(() => portfolio?.stop());

/** Every value of a list's sort, as the served schema has it. */
async function sortsOf(type: string): Promise<string[]> {
  const { data } = await office.send('{ _service { sdl } }');
  const schema = buildSchema((data as Json)._service.sdl, { assumeValid: true });
  const sort = schema.getType(`${type}SortField`);
  if (!isEnumType(sort)) throw new Error(`${type} has no sorts`);
  return sort.getValues().map(({ name }) => name);
}

const NODE: Record<string, string> = {
  properties: 'id code name unitCount createdAt updatedAt address { city }',
  buildings: 'id code name createdAt updatedAt property { code }',
  units:
    'id code category floor bedrooms areaSquareMetres createdAt updatedAt reference property { id code }',
};

interface Sort {
  field: string;
  direction: (typeof DIRECTIONS)[number];
}

/** The rows of a list, walked page by page. */
async function walk(list: string, sort: Sort, first: number): Promise<Json[]> {
  const seen: Json[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 40; turn++) {
    const answer = await office.send(
      `query($after: String) { ${list}(first: ${first}, after: $after, sort: { field: ${sort.field}, direction: ${sort.direction} }) {
        nodes { ${NODE[list]} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    const { nodes, pageInfo } = (answer.data as Json)[list];
    seen.push(...nodes);
    if (!pageInfo.hasNextPage) return seen;
    after = pageInfo.endCursor;
  }
  throw new Error('the list does not end');
}

/** What a sort goes by, where a client can read it. */
const KEYS: Record<string, (node: Json) => string | number | null> = {
  'properties.NAME': ({ name }) => name,
  'properties.CODE': ({ code }) => code,
  'properties.CITY': ({ address }) => address.city,
  'properties.UNIT_COUNT': ({ unitCount }) => unitCount,
  'buildings.NAME': ({ name }) => name,
  'buildings.CODE': ({ code }) => code,
  'units.CODE': ({ code }) => code,
  'units.CATEGORY': ({ category }) => category,
  'units.PROPERTY': ({ code, property }) => `${property.code} ${property.id} ${code}`,
  'units.FLOOR': ({ floor }) => floor,
  'units.BEDROOMS': ({ bedrooms }) => bedrooms,
  'units.AREA': ({ areaSquareMetres }) => areaSquareMetres,
};

const people = new Intl.Collator('und');
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) : people.compare(a, b);

function expectOrder(values: readonly (string | number | null)[], { direction }: Sort): void {
  const known = values.filter((value) => value !== null);
  expect(values.slice(known.length).every((value) => value === null)).toBe(true);
  const sorted = known.toSorted(direction === 'ASC' ? compare : (a, b) => compare(b, a));
  expect(known).toEqual(sorted);
}

test.each([
  ['properties', 'Property'],
  ['buildings', 'Building'],
  ['units', 'Unit'],
])(
  'every sort of %s shows each row on exactly one page, in order, both ways',
  async (list, type) => {
    const fields = await sortsOf(type);
    expect(fields.length).toBeGreaterThan(3);
    for (const field of fields) {
      for (const direction of DIRECTIONS) {
        const sort = { field, direction };
        const whole = await walk(list, sort, 100);
        expect(new Set(whole.map(({ id }) => id)).size).toBe(rows[list]);
        expect([sort, await walk(list, sort, 3)]).toEqual([sort, whole]);
        const key = KEYS[`${list}.${field}`];
        if (key) expectOrder(whole.map(key), sort);
      }
    }
  },
);

test('every sort of units holds under a property too, page by page', async () => {
  const { data } = await office.send('{ properties { nodes { id } } }');
  for (const field of await sortsOf('Unit')) {
    for (const direction of DIRECTIONS) {
      const sort = `sort: { field: ${field}, direction: ${direction} }`;
      const answer = await office.send(
        `{ properties { nodes { id units(${sort}) { edges { cursor node { ${NODE['units']} } } } } } }`,
      );
      for (const { id, units } of (answer.data as Json).properties.nodes) {
        const whole = units.edges.map(({ node }: Json) => node);
        expect(whole).toHaveLength(4);
        const key = KEYS[`units.${field}`];
        if (key) expectOrder(whole.map(key), { field, direction });
        const pages = await office.send(
          `query($id: ID!, ${units.edges.map((_: Json, index: number) => `$a${index}: String`).join(', ')}) { property(id: $id) { ${units.edges
            .map(
              (_: Json, index: number) =>
                `p${index}: units(${sort}, after: $a${index}) { nodes { id } }`,
            )
            .join(' ')} } }`,
          Object.fromEntries([
            ['id', id],
            ...units.edges.map(({ cursor }: Json, index: number) => [`a${index}`, cursor]),
          ]),
        );
        for (const index of whole.keys()) {
          const rest = (pages.data as Json).property[`p${index}`].nodes.map(
            (node: Json) => node.id,
          );
          expect(rest).toEqual(whole.slice(index + 1).map((node: Json) => node.id));
        }
      }
    }
  }
  expect((data as Json).properties.nodes).toHaveLength(rows['properties'] ?? 0);
});

test('lists by company and by property follow their codes, also after these have changed', async () => {
  const codes = async () =>
    (await walk('units', { field: 'PROPERTY', direction: 'ASC' }, 100)).map(
      ({ property, code }) => `${property.code}-${code}`,
    );
  const before = await codes();
  expect(before).toEqual(before.toSorted());
  const { data } = await office.send(
    '{ properties(filter: { search: "p0" }) { nodes { id version } } }',
  );
  const [first] = (data as Json).properties.nodes;
  await office.made('changeProperty', { propertyId: first.id, version: first.version, code: 'P9' });
  const after = await codes();
  expect(after).toEqual(before.map((code) => code.replace(/^P0-/, 'P9-')).toSorted());

  const owners = async () => {
    const answer = await office.send(
      '{ properties(sort: { field: COMPANY }) { nodes { code company { id } } } }',
    );
    return (answer.data as Json).properties.nodes.map((node: Json) => node.company.id);
  };
  const [one, ...others] = [...new Set(await owners())];
  const last = { ...office.company, companyId: uuidOf('Company', String(one)), code: 'ZZZ' };
  await portfolio.publish(companyChanged, last, last.companyId, 2);
  await portfolio.settle();
  expect([...new Set(await owners())]).toEqual([...others, one]);
});
