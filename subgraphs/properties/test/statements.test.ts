import { type Json, type Office, Portfolio } from './portfolio.js';
import { sentBy } from './sent-statements.js';

let portfolio: Portfolio;
let office: Office;
beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
});
afterAll(() => portfolio?.stop());

/** Fills the organization up to `properties`, each with buildings and units. */
async function fill(properties: number, units: number): Promise<void> {
  for (let made = 0; made < properties; made++) {
    const property = await office.property();
    const building = await office.building(property.id);
    for (let unit = 0; unit < units; unit++) {
      await office.unit(property.id, { category: 'APARTMENT', buildingId: building.id });
    }
  }
}

const PAGE = `{ properties(first: 100) { totalCount nodes {
    id currency company { id } unitCountsByCategory { category count }
    buildings { totalCount nodes { code address { line1 } unitCount property { id }
      units(first: 100) { totalCount nodes { id reference address { line1 } } } } }
    units(first: 100) { totalCount nodes { code reference address { line1 } property { name } building { code } } } } }
  units(first: 100) { totalCount nodes { reference address { city } property { id unitCount } building { id } } }
  portfolio { propertyCount unitCountsByCategory { count } } }`;

test('a page takes the same number of statements however many properties and units it shows', async () => {
  await fill(1, 1);
  const few = await sentBy(() => office.send(PAGE));
  await fill(4, 4);
  const many = await sentBy(() => office.send(PAGE));
  expect(few.answer.errors ?? many.answer.errors).toBeUndefined();
  expect((many.answer.data as Json).units.totalCount).toBe(17);
  expect((many.answer.data as Json).properties.nodes).toHaveLength(5);
  expect(many.sent).toHaveLength(few.sent.length);
  expect(few.sent.length).toBeLessThanOrEqual(30);
});

test('entities asked for together are loaded together', async () => {
  const { data } = await office.send('{ units(first: 17) { nodes { id } } }');
  const representations = (data as Json).units.nodes.map(({ id }: Json) => ({
    __typename: 'Unit',
    id,
  }));
  const { answer, sent } = await sentBy(() =>
    office.send(
      `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Unit { reference } } }`,
      { representations },
    ),
  );
  expect((answer.data as Json)._entities).toHaveLength(17);
  // units, companies, properties, buildings
  expect(sent).toHaveLength(4);
});

test('a command takes a bounded number of statements', async () => {
  const property = await office.property();
  const { sent } = await sentBy(() => office.unit(property.id));
  expect(sent.length).toBeLessThanOrEqual(8);
});
