import { newId } from '@propertea/kernel';
import { unitChanged, unitCreated, unitRestored, unitRetired } from '@propertea/schema/events';
import { agent, Office, UNIT } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.start();
});
afterAll(() => office?.stop());

function* permutations<T>(items: T[]): Generator<T[]> {
  if (items.length < 2) return yield items;
  for (const [index, item] of items.entries()) {
    for (const tail of permutations(items.toSpliced(index, 1))) yield [item, ...tail];
  }
}

test('R50: the facts of a unit end in the same rentable unit in whatever order and however often they come', async () => {
  const home = await office.unit();
  const { organizationId, companyId, propertyId } = home;
  const unitIds: string[] = [];
  for (const order of permutations([0, 1, 2, 3])) {
    const unitId = newId();
    unitIds.push(unitId);
    const unit = { unitId, organizationId, companyId, propertyId, ...UNIT };
    const facts = [
      [unitCreated, unit],
      [unitChanged, { ...unit, code: '11', bedrooms: 3 }],
      [unitRestored, { ...unit, code: '12', bedrooms: 3 }],
      [unitRetired, { ...unit, code: '12', bedrooms: 3, isRetired: true }],
    ] as const;
    for (const index of [...order, order[0] ?? 0]) {
      const [contract, state] = facts[index] ?? facts[0];
      await office.publish(contract, state, unitId, index + 1);
    }
  }
  await office.room.settled();
  const rows = await office.room.sql(
    `select code, bedrooms, area_square_decimetres as area, retired_on::text as retired, available_from as free, sequence
     from leasing.rentable_units where id = any ($1)`,
    [unitIds],
  );
  expect(rows).toHaveLength(24);
  expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
    new Set([
      JSON.stringify({
        code: '12',
        bedrooms: 3,
        area: 6150,
        retired: '2027-01-10',
        free: null,
        sequence: 4,
      }),
    ]),
  );
});

test('R50: a unit whose fact says no company waits for the fact of its property', async () => {
  const home = await office.unit();
  const unitId = newId();
  const { organizationId, propertyId, companyId } = home;
  await office.publish(unitCreated, { unitId, organizationId, propertyId, ...UNIT }, unitId, 1);
  await office.room.settled();
  const rows = await office.room.sql(
    'select company_id from leasing.rentable_units where id = $1',
    [unitId],
  );
  expect(rows).toEqual([{ company_id: companyId }]);
});

test('a unit that is retired says in a fact that it is no longer to be had', async () => {
  const home = await office.unit();
  const { unitId, organizationId, companyId, propertyId } = home;
  const unit = { unitId, organizationId, companyId, propertyId, ...UNIT, isRetired: true };
  await office.publish(unitRetired, unit, unitId, 2);
  await office.room.settled();
  const facts = await office.room.sql<{ data: object }>(
    `select data from leasing.outbox where type = 'unit.availability-changed.v1' and subject = $1`,
    [unitId],
  );
  expect(facts.map(({ data }) => data)).toMatchObject([
    { unitId, isRetired: true, availableFrom: null, periods: [] },
  ]);
  const answer = await office.ask(
    agent(home),
    '{ rentableUnits(filter: { isRetired: true }) { nodes { id isRetired } } }',
  );
  expect(answer.rentableUnits.nodes).toEqual([{ id: home.rentableUnit, isRetired: true }]);
});
