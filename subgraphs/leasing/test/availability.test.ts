import { addDays, encodeId } from '@propertea/kernel';
import { isOfRequest, staff, statementsOf } from '@propertea/testkit';
import fc from 'fast-check';
import { agent, type Json, type Let, Office } from './support/office.js';

const NOW = new Date('2027-01-10T18:00:00Z');
const TODAY = '2027-01-10';

let office: Office;
let home: Let;
let units: Let[];

beforeAll(async () => {
  office = await Office.start({ clock: { now: () => NOW } });
  home = await office.unit();
  units = [];
  for (let count = 0; count < 11; count++)
    units.push(await office.unit({ ...home, code: `U${count}` }));
});
afterAll(() => office?.stop());

const run = (command: string, input: object, selection: string): Promise<Json> =>
  office.run(agent(home), command, input, selection);
const ask = (query: string, variables: Record<string, unknown> = {}): Promise<Json> =>
  office.ask(agent(home), query, variables);

const lease = ({ unit }: Let, facts: object) => ({
  unitId: unit,
  signedOn: '2025-01-01',
  billedBefore: '2027-01-01',
  parties: [{ role: 'TENANT', name: 'Ada Lovelace' }],
  chargeTemplates: [{ kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' }],
  ...facts,
});

const unit = (index: number): Let => units[index] ?? home;

test('what units should cost is said one by one or by the hundred, all or none', async () => {
  const { rentableUnit: id } = home;
  const one = {
    rentableUnitId: id,
    version: 1,
    baseRentMinor: 130_000,
    rentableFrom: '2026-01-01',
  };
  const selection =
    'rentableUnit { version rentableFrom baseRent { amountMinor } history { nodes { action } } }';
  expect(await run('changeRentableUnit', one, selection)).toEqual({
    rentableUnit: {
      version: 2,
      rentableFrom: '2026-01-01',
      baseRent: { amountMinor: 130_000 },
      history: { nodes: [{ action: 'rentable-unit.changed' }] },
    },
    errors: [],
  });
  expect(await run('changeRentableUnit', one, selection)).toMatchObject({
    errors: [{ code: 'CONFLICT' }],
  });
  const terms = units.map(({ rentableUnit }) => ({
    rentableUnitId: rentableUnit,
    baseRentMinor: 100_000,
  }));
  const elsewhere = await office.unit();
  const wrong = [...terms, { rentableUnitId: elsewhere.rentableUnit, baseRentMinor: 1 }];
  const many = 'rentableUnits { id baseRent { amountMinor } }';
  expect(await run('changeRentableUnits', { units: wrong }, many)).toMatchObject({
    rentableUnits: null,
    errors: [{ code: 'NOT_FOUND', path: ['input', 'units', '11', 'rentableUnitId'] }],
  });
  const { rentableUnits } = await run('changeRentableUnits', { units: terms }, many);
  expect(rentableUnits).toHaveLength(11);
  expect(rentableUnits[10]).toMatchObject({ baseRent: { amountMinor: 100_000 } });
});

test('a block is moved and removed; what it held is free again, and facts say so', async () => {
  const block = {
    rentableUnitId: home.rentableUnit,
    reason: 'RENOVATION',
    startsOn: '2027-05-01',
    endsOn: '2027-05-31',
  };
  const made = await run('blockUnit', block, 'block { id version }');
  const { id: blockId, version } = made.block;
  const moved = await run(
    'changeBlock',
    { blockId, version, startsOn: '2027-06-01', endsOn: null },
    'block { version startsOn endsOn reason }',
  );
  expect(moved).toEqual({
    block: { version: 2, startsOn: '2027-06-01', endsOn: null, reason: 'RENOVATION' },
    errors: [],
  });
  expect(
    await run('changeBlock', { blockId, version: 2, endsOn: '2027-05-01' }, 'block { id }'),
  ).toMatchObject({
    errors: [{ code: 'TERM_INVALID' }],
  });
  expect(await run('removeBlock', { blockId, version }, 'block { id }')).toMatchObject({
    errors: [{ code: 'CONFLICT' }],
  });
  expect(await run('removeBlock', { blockId, version: 2 }, 'block { isRemoved }')).toEqual({
    block: { isRemoved: true },
    errors: [],
  });
  const facts = await office.room.sql<{ type: string }>(
    `select type from leasing.outbox where type like 'unit.%blocked.v1' order by position`,
  );
  expect(facts.map(({ type }) => type)).toEqual([
    'unit.blocked.v1',
    'unit.blocked.v1',
    'unit.unblocked.v1',
  ]);
  const again = await run(
    'blockUnit',
    { ...block, startsOn: '2027-06-01', endsOn: '2027-06-02' },
    'block { id version }',
  );
  expect(again.errors).toEqual([]);
  await run('removeBlock', { blockId: again.block.id, version: 1 }, 'block { id }');
});

test('a preview shows what a lease would charge and what is in its way, and writes nothing', async () => {
  const input = {
    unitId: home.unit,
    startsOn: '2027-04-16',
    endsOn: '2027-06-30',
    proration: 'STANDARD_30',
    chargeTemplates: [
      { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' },
      { kind: 'DEPOSIT', label: 'Deposit', amountMinor: 240_000, cycle: 'ONCE' },
    ],
  };
  const query = `query ($input: LeasePreviewInput!) { leasePreview(input: $input) { conflicts
    charges { label dueOn periodEndsOn isProrated explanation amount { amountMinor currency } }
    firstPayment { amountMinor currency } errors { code path } } }`;
  const { leasePreview } = await ask(query, { input });
  expect(leasePreview).toMatchObject({
    errors: [],
    conflicts: [],
    firstPayment: [{ amountMinor: 300_000, currency: 'USD' }],
    charges: [
      { label: 'Rent', dueOn: '2027-04-16', isProrated: true, amount: { amountMinor: 60_000 } },
      { label: 'Deposit', dueOn: '2027-04-16' },
      { label: 'Rent', dueOn: '2027-05-01', periodEndsOn: '2027-05-31', isProrated: false },
      { label: 'Rent', dueOn: '2027-06-01' },
    ],
  });
  const wrong = { ...input, endsOn: '2027-01-01', chargeTemplates: [] };
  expect(await ask(query, { input: wrong })).toMatchObject({
    leasePreview: { charges: [], errors: [{ code: 'TERM_INVALID', path: ['input', 'endsOn'] }] },
  });
  const elsewhere = await office.unit();
  expect(await ask(query, { input: { ...input, unitId: elsewhere.unit } })).toEqual({
    leasePreview: null,
  });
  expect(await ask('{ leases { totalCount } }')).toEqual({ leases: { totalCount: 0 } });
});

test('a unit tells what holds it, for how much, and when it is free', async () => {
  const [let_, sent] = [unit(0), unit(1)];
  const imported = await run(
    'importLeases',
    { leases: [lease(let_, { startsOn: '2026-06-01', endsOn: '2027-05-31' })] },
    'leases { id number }',
  );
  expect(imported.errors).toEqual([]);
  const draft = await run(
    'createLease',
    {
      unitId: sent.unit,
      startsOn: TODAY,
      parties: lease(sent, {}).parties,
      chargeTemplates: lease(sent, {}).chargeTemplates,
    },
    'lease { id version }',
  );
  const { id: leaseId, version } = draft.lease;
  await run(
    'sendLease',
    { leaseId, version, reservedUntil: '2027-01-12T00:00:00Z' },
    'lease { id }',
  );
  const query = `query ($id: ID!) { rentableUnit(id: $id) { availability availableFrom currentLease { id rent { amountMinor } }
    calendar(from: "2027-01-01", to: "2027-12-31") { state startsOn endsOn lease { id } } } }`;
  const [{ id: number }] = imported.leases;
  expect((await ask(query, { id: let_.rentableUnit })).rentableUnit).toEqual({
    availability: 'OCCUPIED',
    availableFrom: '2027-06-01',
    currentLease: { id: number, rent: { amountMinor: 120_000 } },
    calendar: [
      { state: 'OCCUPIED', startsOn: '2027-01-01', endsOn: '2027-05-31', lease: { id: number } },
      { state: 'VACANT', startsOn: '2027-06-01', endsOn: '2027-12-31', lease: null },
    ],
  });
  expect((await ask(query, { id: sent.rentableUnit })).rentableUnit).toMatchObject({
    availability: 'RESERVED',
    availableFrom: null,
    currentLease: null,
  });
  const line = await ask(
    `query ($id: ID!) { lease(id: $id) {
    schedule(until: "2027-03-01") { dueOn amount { amountMinor } }
    chargeLines { totalCount nodes { dueOn amount { amountMinor } credited { amountMinor } } } } }`,
    { id: number },
  );
  expect(line.lease).toEqual({
    schedule: [
      { dueOn: '2027-02-01', amount: { amountMinor: 120_000 } },
      { dueOn: '2027-03-01', amount: { amountMinor: 120_000 } },
    ],
    chargeLines: {
      totalCount: 1,
      nodes: [
        { dueOn: '2027-01-01', amount: { amountMinor: 120_000 }, credited: { amountMinor: 0 } },
      ],
    },
  });
  await expect(
    ask(
      `query ($id: ID!) { rentableUnit(id: $id) { calendar(from: "2027-01-01", to: "2040-01-01") { state } } }`,
      { id: home.rentableUnit },
    ),
  ).rejects.toThrow('five years');
});

test('the rent roll says of each unit on any day who rents it, for how much, and what is lost', async () => {
  const query = `query ($asOf: LocalDate, $propertyId: ID) { rentRoll(asOf: $asOf, propertyId: $propertyId, first: 2) {
    totalCount nodes { state tenantNames startsOn endsOn unit { code } lease { state }
      baseRent { amountMinor } rent { amountMinor } lostRent { amountMinor } } pageInfo { hasNextPage } } }`;
  const propertyId = encodeId('Property', home.propertyId);
  const { rentRoll } = await ask(query, { asOf: '2027-05-31', propertyId });
  expect(rentRoll).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: true } });
  expect(rentRoll.nodes).toMatchObject([
    {
      state: 'VACANT',
      unit: { code: '10' },
      tenantNames: [],
      rent: null,
      lostRent: { amountMinor: 130_000 },
    },
    {
      state: 'OCCUPIED',
      unit: { code: 'U0' },
      tenantNames: ['Ada Lovelace'],
      startsOn: '2026-06-01',
      endsOn: '2027-05-31',
      lease: { state: 'ACTIVE' },
      baseRent: { amountMinor: 100_000 },
      rent: { amountMinor: 120_000 },
      lostRent: { amountMinor: -20_000 },
    },
  ]);
  const later = await ask(query, { asOf: '2027-06-01', propertyId });
  expect(later.rentRoll.nodes[1]).toMatchObject({
    state: 'VACANT',
    lease: null,
    lostRent: { amountMinor: 100_000 },
  });
  const today = await ask(query);
  expect(today.rentRoll.nodes[1]).toMatchObject({
    state: 'OCCUPIED',
    rent: { amountMinor: 120_000 },
  });
});

test('the rent roll of a property or a company is the part of it that lies there', async () => {
  const roll =
    'rentRoll(asOf: "2027-05-31", first: 2, after: $after) { totalCount pageInfo { endCursor } nodes { unit { code } rent { amountMinor } } }';
  const query = `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) {
    ... on Property { ${roll} } ... on Company { ${roll} } } }`;
  const of = [
    { __typename: 'Property', id: encodeId('Property', home.propertyId) },
    { __typename: 'Company', id: encodeId('Company', home.companyId) },
  ];
  const { _entities: first } = await ask(query, { of });
  for (const { rentRoll } of first) {
    expect(rentRoll).toMatchObject({
      totalCount: 12,
      nodes: [
        { unit: { code: '10' }, rent: null },
        { unit: { code: 'U0' }, rent: { amountMinor: 120_000 } },
      ],
    });
  }
  const { _entities: next } = await ask(query, { of, after: first[0].rentRoll.pageInfo.endCursor });
  expect(next[0].rentRoll.nodes).toHaveLength(2);
  expect(next[0].rentRoll.nodes[0].unit.code).not.toBe('U0');
});

test('availability of many units takes one statement, and who is not within reach learns nothing', async () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Unit { availability(on: "${TODAY}") rent { amountMinor } } } }`;
  const of = units.map((one) => ({ __typename: 'Unit', id: one.unit }));
  const only = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Unit { availability } } }`;
  const sent = await statementsOf(async () => void (await ask(only, { of })));
  expect(sent.filter(isOfRequest).filter((sql) => /from leasing\./u.test(sql))).toHaveLength(1);
  const { _entities: found } = await ask(query, { of });
  expect(found.slice(0, 3)).toEqual([
    { availability: 'OCCUPIED', rent: { amountMinor: 120_000 } },
    { availability: 'RESERVED', rent: null },
    { availability: 'VACANT', rent: null },
  ]);
  const stranger = await office.unit();
  const hidden = await office.ask(agent(stranger), query, { of });
  expect(new Set(hidden._entities.map((one: Json) => JSON.stringify(one)))).toEqual(
    new Set(['{"availability":null,"rent":null}']),
  );
  const limited = staff(home.organizationId, 'LEASING_AGENT', { kind: 'property', ...stranger });
  const beyond = await office.ask(limited, `{ occupancy(on: "${TODAY}") { rentable } }`);
  expect(beyond.occupancy.rentable).toBe(0);
});

test('R48: on any day occupied, vacant and blocked are the rentable units, as a slow count says', async () => {
  const days = fc.integer({ min: 0, max: 500 });
  const parts = fc.array(
    fc.record({ from: days, length: fc.integer({ min: 1, max: 200 }), isBlock: fc.boolean() }),
    { minLength: 3, maxLength: 6 },
  );
  const drawn =
    fc.sample(fc.array(parts, { minLength: 9, maxLength: 9 }), { numRuns: 1, seed: 48 })[0] ?? [];
  const held: { unit: number; startsOn: string; endsOn: string; isBlock: boolean }[] = [
    { unit: 0, startsOn: '2026-06-01', endsOn: '2027-05-31', isBlock: false },
  ];
  for (const [index, ofUnit] of drawn.entries()) {
    for (const { from, length, isBlock } of ofUnit) {
      const startsOn = addDays('2027-02-01', from);
      const endsOn = addDays(startsOn, length - 1);
      const number = index + 2;
      const isFree = !held.some(
        (other) => other.unit === number && other.startsOn <= endsOn && other.endsOn >= startsOn,
      );
      const { errors } = isBlock
        ? await run(
            'blockUnit',
            { rentableUnitId: unit(number).rentableUnit, reason: 'OTHER', startsOn, endsOn },
            'block { id }',
          )
        : await run(
            'importLeases',
            { leases: [lease(unit(number), { startsOn, endsOn, billedBefore: null })] },
            'leases { id }',
          );
      expect(errors.length === 0).toBe(isFree);
      if (isFree) held.push({ unit: number, startsOn, endsOn, isBlock });
    }
  }
  for (let step = 0; step < 40; step++) {
    const on = addDays('2027-01-15', step * 17);
    const { occupancy, property } = await ask(
      `query ($on: LocalDate!, $of: [_Any!]!) { occupancy(on: $on) { rentable occupied vacant blocked rate
        scheduledRent { amountMinor } contractRent { amountMinor } lostRent { amountMinor } }
        property: _entities(representations: $of) { ... on Property { occupancy(on: $on) { rentable occupied } } } }`,
      { on, of: [{ __typename: 'Property', id: encodeId('Property', home.propertyId) }] },
    );
    const now = held.filter(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
    const occupied = now.filter(({ isBlock }) => !isBlock).length;
    const blocked = now.length - occupied;
    expect([on, occupancy]).toMatchObject([
      on,
      { rentable: 12, occupied, blocked, vacant: 12 - now.length },
    ]);
    expect(property).toEqual([{ occupancy: { rentable: 12, occupied } }]);
    const contract = occupied * 120_000;
    expect(occupancy.scheduledRent).toEqual([{ amountMinor: 130_000 + 11 * 100_000 }]);
    expect(occupancy.contractRent).toEqual(occupied === 0 ? [] : [{ amountMinor: contract }]);
    expect(occupancy.lostRent).toEqual([{ amountMinor: 1_230_000 - contract }]);
  }
});
