import { agent, type Let, Office } from '../../test/support/office.js';

let office: Office;
let home: Let;
beforeAll(async () => {
  office = await Office.start();
  home = await office.unit();
});
afterAll(() => office?.stop());

const block = (facts: object) =>
  office.run(
    agent(home),
    'blockUnit',
    { rentableUnitId: home.rentableUnit, reason: 'RENOVATION', ...facts },
    'block { id version reason note startsOn endsOn isRemoved rentableUnit { id } history { nodes { action } } }',
  );

test('a block holds its unit, says so in facts, and nothing else may hold it then', async () => {
  const made = await block({ startsOn: '2027-05-01', endsOn: '2027-05-31', note: 'New floors' });
  expect(made).toMatchObject({
    block: {
      version: 1,
      reason: 'RENOVATION',
      note: 'New floors',
      startsOn: '2027-05-01',
      endsOn: '2027-05-31',
      isRemoved: false,
      rentableUnit: { id: home.rentableUnit },
      history: { nodes: [{ action: 'unit.blocked' }] },
    },
    errors: [],
  });
  expect(await block({ startsOn: '2027-05-31' })).toMatchObject({
    block: null,
    errors: [
      {
        code: 'UNIT_BLOCKED',
        message: 'The unit is let or blocked from 2027-05-01 to 2027-05-31.',
        path: ['input', 'startsOn'],
      },
    ],
  });
  const facts = await office.room.sql<{ type: string; data: object }>(
    `select type, data from leasing.outbox where type like 'unit.%' and organization_id = $1 order by position`,
    [home.organizationId],
  );
  expect(facts).toMatchObject([
    { type: 'unit.availability-changed.v1', data: {} },
    { type: 'unit.blocked.v1', data: { startsOn: '2027-05-01', endsOn: '2027-05-31' } },
  ]);
  expect(facts[0]?.data).toMatchObject({
    unitId: home.unitId,
    availableFrom: '2027-06-01',
    periods: [{ kind: 'BLOCK', startsOn: '2027-05-01', endsOn: '2027-05-31' }],
  });
});

test('back to back passes, and a unit is found by the day on which it is free', async () => {
  expect(await block({ startsOn: '2027-06-01', endsOn: '2027-06-30' })).toMatchObject({
    errors: [],
  });
  const free = (on: string) =>
    office.ask(
      agent(home),
      'query ($on: LocalDate) { rentableUnits(filter: { availableOn: $on }) { totalCount } }',
      { on },
    );
  expect(await free('2027-06-30')).toEqual({ rentableUnits: { totalCount: 0 } });
  expect(await free('2027-07-01')).toEqual({ rentableUnits: { totalCount: 1 } });
});

test('a block that ends before it begins is refused', async () => {
  expect(await block({ startsOn: '2028-02-01', endsOn: '2028-01-31' })).toMatchObject({
    errors: [{ code: 'TERM_INVALID', path: ['input', 'endsOn'] }],
  });
});
