import { type Clock, newId } from '@propertea/kernel';
import { isOfRequest, statementsOf } from '@propertea/testkit';
import { agent, type Let, Office } from '../../test/support/office.js';

const NOW = new Date('2027-06-15T12:00:00Z');
const clock: Clock = { now: () => NOW };

let office: Office;
let home: Let;
beforeAll(async () => {
  office = await Office.start({ clock });
  home = await office.unit();
});
afterAll(() => office?.stop());

const SELECTION = `leases { id number state version startsOn endsOn signedAt movedInOn movedOutOn atWillSince endedOn endReason
  rent { amountMinor } deposit { amountMinor } parties { role name state movedInOn movedOutOn }
  history { nodes { action } } rentableUnit { id } }`;

const signed = (facts: object = {}) => ({
  unitId: home.unit,
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  signedOn: '2026-12-01',
  billedBefore: '2027-06-01',
  parties: [{ role: 'TENANT', name: 'Ada Lovelace' }],
  chargeTemplates: [
    { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' },
    { kind: 'DEPOSIT', label: 'Deposit', amountMinor: 240_000, cycle: 'ONCE' },
  ],
  ...facts,
});

const take = (leases: object[], who = home) =>
  office.run(agent(who), 'importLeases', { leases }, SELECTION);

const another = () => office.unit({ ...home, code: newId().slice(-6).toUpperCase() });

const linesOf = async (unitId: string) => {
  const rows = await office.room.sql<{ due: string; kind: string }>(
    `select l.due_on::text as due, l.kind from leasing.charge_lines l join leasing.leases s on s.id = l.lease_id
     where s.unit_id = $1 order by l.due_on, l.kind`,
    [unitId],
  );
  return rows.map(({ due, kind }) => `${due} ${kind}`);
};

const factsOf = async (unitId: string) => {
  const rows = await office.room.sql<{ type: string; sequence: number; state: string }>(
    `select type, sequence, data->>'state' as state from leasing.outbox
     where type like 'lease.%' and type not like '%charge%' and data->>'unitId' = $1 order by position`,
    [unitId],
  );
  return rows.map(({ type, sequence, state }) => `${type} ${sequence} ${state}`);
};

test('a lease that runs is active, holds its unit, and is billed from where others stopped', async () => {
  const { leases, errors } = await take([signed()]);
  expect(errors).toEqual([]);
  expect(leases).toMatchObject([
    {
      number: 'L000001',
      state: 'ACTIVE',
      version: 2,
      movedInOn: '2027-01-01',
      endedOn: null,
      rent: { amountMinor: 120_000 },
      deposit: { amountMinor: 240_000 },
      parties: [{ state: 'CURRENT', movedInOn: '2027-01-01' }],
      history: { nodes: [{ action: 'lease.imported' }] },
    },
  ]);
  expect(await linesOf(home.unitId)).toEqual(['2027-06-01 RENT']);
  expect(await factsOf(home.unitId)).toEqual([
    'lease.signed.v1 1 FUTURE',
    'lease.activated.v1 2 ACTIVE',
  ]);
  const [next] = await office.room.sql<{ day: string }>(
    'select next_charge_on::text as day from leasing.leases where unit_id = $1',
    [home.unitId],
  );
  expect(next?.day).toBe('2027-07-01');
  const again = await take([signed({ startsOn: '2027-12-31', endsOn: null })]);
  expect(again).toEqual({
    leases: null,
    errors: [
      {
        code: 'UNIT_OCCUPIED',
        message: 'The unit is let or blocked from 2027-01-01 to 2027-12-31.',
        path: ['input', 'leases', '0', 'unitId'],
      },
    ],
  });
});

test('R24, R26: each stands as its days say', async () => {
  const unit = await another();
  const of = (facts: object) => signed({ unitId: unit.unit, ...facts });
  const { leases, errors } = await take([
    of({ startsOn: '2025-01-01', endsOn: '2025-12-31', endedOn: '2025-12-31' }),
    of({ startsOn: '2026-01-01', endsOn: '2026-12-31', endedOn: '2026-10-31' }),
    of({ startsOn: '2026-11-01', endsOn: '2027-05-31', movedInOn: '2026-11-03' }),
  ]);
  expect(errors).toEqual([]);
  expect(leases).toMatchObject([
    { state: 'EXPIRED', version: 3, endedOn: '2025-12-31', parties: [{ state: 'MOVED_OUT' }] },
    { state: 'TERMINATED', endedOn: '2026-10-31', movedOutOn: '2026-10-31', atWillSince: null },
    { state: 'AT_WILL', version: 2, atWillSince: '2027-06-01', movedInOn: '2026-11-03' },
  ]);
  expect(await linesOf(unit.unitId)).toEqual(['2027-06-01 RENT']);
  expect(await factsOf(unit.unitId)).toEqual([
    'lease.signed.v1 1 FUTURE',
    'lease.activated.v1 2 ACTIVE',
    'lease.ended.v1 3 EXPIRED',
    'lease.signed.v1 1 FUTURE',
    'lease.activated.v1 2 ACTIVE',
    'lease.ended.v1 3 TERMINATED',
    'lease.signed.v1 1 FUTURE',
    'lease.activated.v1 2 AT_WILL',
  ]);
  const later = await take([of({ startsOn: '2029-01-01', endsOn: null })]);
  expect(later.errors).toMatchObject([{ code: 'UNIT_OCCUPIED' }]);
  const future = await another();
  const made = await take([
    signed({ unitId: future.unit, startsOn: '2027-07-01', endsOn: null, billedBefore: null }),
  ]);
  expect(made.leases).toMatchObject([
    { state: 'FUTURE', version: 1, movedInOn: null, parties: [{ state: 'FUTURE' }] },
  ]);
  expect(await linesOf(future.unitId)).toEqual([]);
});

test('all or none: everything that is wrong is told with its place, and nothing is there', async () => {
  const [free, other] = [await another(), await office.unit()];
  const of = (facts: object) => signed({ unitId: free.unit, ...facts });
  const { leases, errors } = await take([
    of({}),
    of({ unitId: other.unit }),
    of({ endsOn: '2026-01-01' }),
    of({ signedOn: '2027-06-16' }),
    of({ endedOn: '2027-06-15' }),
    of({ parties: [{ role: 'OCCUPANT', name: 'Ada' }] }),
    of({ chargeTemplates: [{ ...signed().chargeTemplates[0], currency: 'EUR' }] }),
    of({ chargeTemplates: [signed().chargeTemplates[1]] }),
  ]);
  expect(leases).toBeNull();
  expect(errors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])).toEqual(
    [
      ['NOT_FOUND', 'input', 'leases', '1', 'unitId'],
      ['TERM_INVALID', 'input', 'leases', '2', 'endsOn'],
      ['TERM_INVALID', 'input', 'leases', '3', 'signedOn'],
      ['TERM_INVALID', 'input', 'leases', '4', 'endedOn'],
      ['PARTY_REQUIRED', 'input', 'leases', '5'],
      ['CURRENCY_MISMATCH', 'input', 'leases', '6', 'chargeTemplates', '0', 'currency'],
      ['RENT_REQUIRED', 'input', 'leases', '7'],
    ],
  );
  const twice = await take([of({}), of({ startsOn: '2027-12-31', endsOn: null })]);
  expect(twice.errors).toMatchObject([
    { code: 'UNIT_OCCUPIED', path: ['input', 'leases', '1', 'unitId'] },
  ]);
  const kept = await office.room.sql('select 1 from leasing.leases where unit_id = $1', [
    free.unitId,
  ]);
  expect(kept).toEqual([]);
});

test('a hundred leases take as many statements as one', async () => {
  const units = await office.units(home, 101);
  const leases = units.map(({ unit }) => signed({ unitId: unit }));
  const imported = async (some: object[]) => {
    const sent = await statementsOf(async () => {
      const { errors } = await office.run(agent(home), 'importLeases', { leases: some }, '');
      expect(errors).toEqual([]);
    });
    return sent.filter(isOfRequest).length;
  };
  const one = await imported(leases.slice(0, 1));
  expect(await imported(leases.slice(1))).toBe(one);
});
