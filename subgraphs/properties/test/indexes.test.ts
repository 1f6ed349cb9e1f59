import { newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { type Json, Portfolio } from './portfolio.js';
import { sentBy } from './sent-statements.js';

const ORGANIZATIONS = 5;
const PROPERTIES = 120;
const UNITS = 40;

let portfolio: Portfolio;
const organizationId = newId();

/** 24,000 units of five organizations, straight into the tables; triggers count and index them. */
beforeAll(async () => {
  portfolio = await Portfolio.start();
  const ids = [organizationId, ...Array.from({ length: ORGANIZATIONS - 1 }, () => newId())];
  const { admin } = portfolio;
  await admin.query(
    `insert into properties.companies (organization_id, id, code, name, currency, is_retired, sequence)
     select o, gen_random_uuid(), 'C' || c, 'Company ' || c, 'USD', false, 1
     from unnest($1::uuid[]) o, generate_series(1, 4) c`,
    [ids],
  );
  await admin.query(
    `insert into properties.properties (organization_id, id, company_id, code, name, type, address_line1, city,
       postal_code, country, jurisdiction, time_zone, created_at, updated_at)
     select organization_id, gen_random_uuid(), id, 'P' || p, 'Court ' || p || ' ' || code, 'MULTIFAMILY',
       p || ' Main Street', 'City ' || p % 20, (60600 + p % 50)::text, 'US', 'US-IL', 'America/Chicago',
       now() - make_interval(mins => p), now()
     from properties.companies, generate_series(1, $1::int / 4) p`,
    [PROPERTIES],
  );
  await admin.query(
    `insert into properties.buildings (organization_id, id, company_id, property_id, code, entrances, created_at, updated_at)
     select organization_id, gen_random_uuid(), company_id, id, b, '[]', now(), now()
     from properties.properties, unnest('{A,B}'::text[]) b`,
  );
  await admin.query(
    `insert into properties.units (organization_id, id, company_id, property_id, building_id, code, category, bedrooms,
       created_at, updated_at)
     select organization_id, gen_random_uuid(), company_id, property_id, id, code || u, 'APARTMENT', u % 5,
       now() - make_interval(secs => u), now()
     from properties.buildings, generate_series(1, $1::int / 2) u`,
    [UNITS],
  );
  for (const table of ['companies', 'properties', 'buildings', 'units', 'search_words']) {
    await admin.query(`analyze properties.${table}`);
  }
});
afterAll(() => portfolio?.stop());

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

const BIG = new Set(['properties', 'buildings', 'units', 'search_words']);

function* nodes(plan: Plan): Generator<Plan> {
  yield plan;
  for (const child of plan.Plans ?? []) yield* nodes(child);
}

/** Explains what the room sends for a query, under the role and organization that it sends it with. */
async function plansOf(query: string, variables: Record<string, unknown> = {}): Promise<Plan[]> {
  const send = portfolio.room.as(staff(organizationId));
  const { answer, sent } = await sentBy(() => send(query, variables));
  expect(answer.errors).toBeUndefined();
  const { admin } = portfolio;
  const plans: Plan[] = [];
  await admin.query('begin; set local role properties_staff');
  await admin.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
  for (const sql of sent) {
    const { rows } = await admin.query(`explain (format json) ${sql}`);
    plans.push(rows[0]['QUERY PLAN'][0].Plan);
  }
  await admin.query('rollback');
  return plans;
}

const list = (field: string, args = '') => `{ ${field}${args && `(${args})`} { nodes { id } } }`;

test.each([
  ['properties by name', list('properties'), 'properties_by_name'],
  ['properties by code', list('properties', 'sort: { field: CODE }'), 'properties_by_code'],
  [
    'the newest properties',
    list('properties', 'sort: { field: CREATED_AT, direction: DESC }'),
    'properties_by_age',
  ],
  [
    'the largest properties',
    list('properties', 'sort: { field: UNIT_COUNT, direction: DESC }'),
    'properties_by_unit_count',
  ],
  [
    'properties with a postal code',
    list('properties', 'filter: { postalCode: "60601" }'),
    'properties_by_postal_code',
  ],
  ['properties of a city', list('properties', 'filter: { city: "City 3" }'), 'properties_by_city'],
  [
    'a search for properties',
    list('properties', 'filter: { search: "court 1" }'),
    'search_words_pkey',
  ],
  ['buildings by code', list('buildings'), 'buildings_by_code'],
  [
    'the newest buildings',
    list('buildings', 'sort: { field: CREATED_AT, direction: DESC }'),
    'buildings_by_age',
  ],
  ['a search for buildings', list('buildings', 'filter: { search: "court" }'), 'search_words_pkey'],
  ['units by code', list('units'), 'units_by_code'],
  [
    'the newest units',
    list('units', 'sort: { field: CREATED_AT, direction: DESC }'),
    'units_by_age',
  ],
  ['a search for units', list('units', 'filter: { search: "A7" }'), 'search_words_pkey'],
  ['units by bedrooms', list('units', 'filter: { minBedrooms: 4 }'), 'units_by_code'],
  ['a search in vain', list('units', 'filter: { search: "nowhere" }'), 'search_words_pkey'],
  ['a search for several words', list('units', 'filter: { search: "court A 7" }'), 'units_by_code'],
  [
    'a unit by its reference',
    list('units', 'filter: { search: "c1-p7-a-a3" }'),
    'units_of_building_by_code',
  ],
  ['properties by city', list('properties', 'sort: { field: CITY }'), 'properties_by_city_name'],
  [
    'properties by company',
    list('properties', 'sort: { field: COMPANY }'),
    'properties_by_company',
  ],
  [
    'what changed last',
    list('properties', 'sort: { field: UPDATED_AT, direction: DESC }'),
    'properties_by_change',
  ],
  [
    'buildings by name from the last',
    list('buildings', 'sort: { field: NAME, direction: DESC }'),
    'buildings_by_name',
  ],
  ['units by property', list('units', 'sort: { field: PROPERTY }'), 'units_by_property'],
  ['units by category', list('units', 'sort: { field: CATEGORY }'), 'units_by_kind'],
  ['units by floor', list('units', 'sort: { field: FLOOR }'), 'units_by_floor'],
  [
    'units with the most bedrooms',
    list('units', 'sort: { field: BEDROOMS, direction: DESC }'),
    'units_by_bedrooms',
  ],
  ['the largest units', list('units', 'sort: { field: AREA, direction: DESC }'), 'units_by_area'],
  [
    'the units that changed last',
    list('units', 'sort: { field: UPDATED_AT, direction: DESC }'),
    'units_by_change',
  ],
])('%s are read by an index and never by all rows', async (_what, query, index) => {
  const plans = (await plansOf(query)).flatMap((plan) => [...nodes(plan)]);
  expect(plans.map((node) => node['Index Name']).filter(Boolean)).toContain(index);
  const scans = plans.filter((node) => node['Node Type'].endsWith('Seq Scan'));
  expect(scans.filter((node) => BIG.has(node['Relation Name'] ?? ''))).toEqual([]);
});

test('pages behind a cursor, nested lists and counts read no table as a whole', async () => {
  const send = portfolio.room.as(staff(organizationId));
  const { data } = await send('{ units(first: 50) { pageInfo { endCursor } } }');
  const plans = await plansOf(
    `query($after: String) { units(after: $after) { nodes { reference } }
      properties(first: 10) { nodes { unitCountsByCategory { count } units(first: 5) { nodes { id } totalCount }
        buildings { nodes { unitCount units(first: 5) { nodes { id } } } } } } }`,
    { after: (data as Json).units.pageInfo.endCursor },
  );
  expect(plans.length).toBeGreaterThan(6);
  const scans = plans
    .flatMap((plan) => [...nodes(plan)])
    .filter((node) => node['Node Type'] === 'Seq Scan');
  expect(scans.map((node) => node['Relation Name']).filter((name) => BIG.has(name ?? ''))).toEqual(
    [],
  );
});

test('every index of an organization’s table begins with the organization', async () => {
  const { rows } = await portfolio.admin.query(
    `select i.indexrelid::regclass::text as index from pg_index i
     join pg_class c on c.oid = i.indrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where c.relnamespace = 'properties'::regnamespace and a.attname <> 'organization_id'
     and c.relname in ('companies', 'properties', 'buildings', 'units', 'search_words')`,
  );
  expect(rows).toEqual([]);
});
