import { newId } from '@propertea/kernel';
import { agent, type Json, type Let, Office } from './support/office.js';

const MOMENT = new Date('2027-06-15T12:00:00Z');
let now = MOMENT;

let office: Office;
let home: Let;
beforeAll(async () => {
  office = await Office.start({ clock: { now: () => now }, poolMax: 20 });
  home = await office.unit();
});
afterEach(() => {
  now = MOMENT;
});
afterAll(() => office?.stop());

const another = () => office.unit({ ...home, code: newId().slice(-6).toUpperCase() });

const SELECTION = `lease { id version state signedAt reservedUntil endReason
  baseRent { amountMinor } lostRent { amountMinor } history { nodes { action reason } } }`;

const run = (command: string, lease: Json, input: object = {}) => {
  const facts = { leaseId: lease.id, version: lease.version, ...input };
  return office.run(agent(home), command, facts, SELECTION);
};

async function draft(unit: Let, facts: object = {}): Promise<Json> {
  const rent = { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' };
  const input = {
    unitId: unit.unit,
    startsOn: '2027-06-01',
    endsOn: '2028-05-31',
    parties: [{ role: 'TENANT', name: 'Ada Lovelace' }],
    chargeTemplates: [rent],
    ...facts,
  };
  const { lease, errors } = await office.run(agent(home), 'createLease', input, SELECTION);
  expect(errors).toEqual([]);
  return lease;
}

const factsOf = async ({ unitId }: Let) => {
  const rows = await office.room.sql<{ type: string; sequence: number; state: string | null }>(
    `select type, sequence, data->>'state' as state from leasing.outbox
     where data->>'unitId' = $1 and type like 'lease.%' order by position`,
    [unitId],
  );
  return rows.map(({ type, sequence, state }) => `${type} ${sequence} ${state}`);
};

const linesOf = async ({ unitId }: Let) => {
  const rows = await office.room.sql<{ due: string; credited: string }>(
    `select l.due_on::text as due, l.credited_minor as credited from leasing.charge_lines l
     join leasing.leases s on s.id = l.lease_id where s.unit_id = $1 order by l.due_on`,
    [unitId],
  );
  return rows.map(({ due, credited }) => `${due} ${credited}`);
};

test('a lease that all have signed runs from its first day, keeps the rent expected, and is charged', async () => {
  const unit = await another();
  await office.room.sql(
    'update leasing.rentable_units set base_rent_minor = 130000 where id = $1',
    [unit.unitId],
  );
  const { lease, errors } = await run('signLease', await draft(unit), { signedOn: '2027-05-20' });
  expect(errors).toEqual([]);
  expect(lease).toMatchObject({
    state: 'ACTIVE',
    version: 3,
    signedAt: '2027-05-20T12:00:00.000Z',
    baseRent: { amountMinor: 130_000 },
    lostRent: { amountMinor: 10_000 },
    history: {
      nodes: [
        { action: 'lease.activated' },
        { action: 'lease.signed' },
        { action: 'lease.created' },
      ],
    },
  });
  expect(await linesOf(unit)).toEqual(['2027-06-01 0']);
  expect(await factsOf(unit)).toEqual([
    'lease.draft-changed.v1 1 DRAFT',
    'lease.signed.v1 2 FUTURE',
    'lease.activated.v1 3 ACTIVE',
  ]);
});

test('R25: of two hundred who sign for one unit at once, one wins, and the others learn its days alone', async () => {
  const unit = await another();
  const drafts: Json[] = [];
  while (drafts.length < 200) {
    drafts.push(...(await Promise.all(Array.from({ length: 20 }, () => draft(unit)))));
  }
  // On a machine that is too busy some are asked to try again.
  const sign = (lease: Json): ReturnType<typeof run> =>
    run('signLease', lease).catch((error: unknown) => {
      if (!String(error).includes('UPSTREAM_UNAVAILABLE')) throw error;
      return sign(lease);
    });
  const answers = await Promise.all(drafts.map(sign));
  const won = answers.filter(({ errors }) => errors.length === 0);
  expect(won).toHaveLength(1);
  const lost = answers.filter(({ errors }) => errors.length > 0);
  expect(new Set(lost.map(({ errors }) => JSON.stringify(errors)))).toEqual(
    new Set([
      JSON.stringify([
        {
          code: 'UNIT_OCCUPIED',
          message: 'The unit is let or blocked from 2027-06-01 to 2028-05-31.',
          path: ['input', 'leaseId'],
        },
      ]),
    ]),
  );
  const signed = (fact: string) => !fact.startsWith('lease.draft-changed');
  expect((await factsOf(unit)).filter(signed)).toHaveLength(2);
});

test('R25: what is sent reserves the unit until its moment, and can be signed afterwards', async () => {
  const unit = await another();
  const [first, second] = [await draft(unit), await draft(unit)];
  const sent = await run('sendLease', first, { reservedUntil: '2027-06-16T12:00:00Z' });
  expect(sent.lease).toMatchObject({ state: 'PENDING_SIGNATURE' });
  expect((await run('signLease', second)).errors).toMatchObject([{ code: 'UNIT_OCCUPIED' }]);
  now = new Date('2027-06-16T12:00:00Z');
  expect((await run('signLease', second)).errors).toEqual([]);
  expect((await run('signLease', sent.lease)).errors).toMatchObject([{ code: 'UNIT_OCCUPIED' }]);
});

test('a block, a retired unit, a missing tenant or rent and a stale version keep a lease from being signed', async () => {
  const unit = await another();
  const blocked = await draft(unit);
  const block = { rentableUnitId: unit.rentableUnit, reason: 'LEGAL', startsOn: '2028-05-31' };
  await office.run(agent(home), 'blockUnit', block, 'block { id }');
  expect((await run('signLease', blocked)).errors).toMatchObject([
    {
      code: 'UNIT_BLOCKED',
      message: 'The unit is let or blocked from 2028-05-31 on, with no end.',
    },
  ]);
  const shorter = await draft(unit, { endsOn: '2028-05-30' });
  expect((await run('signLease', shorter)).errors).toEqual([]);
  const other = await another();
  const refusals = [
    [await draft(other, { parties: [] }), {}, 'PARTY_REQUIRED'],
    [await draft(other, { chargeTemplates: [] }), {}, 'RENT_REQUIRED'],
    [await draft(other), { version: 7 }, 'CONFLICT'],
    [await draft(other), { signedOn: '2027-06-16' }, 'TERM_INVALID'],
  ] as const;
  for (const [lease, facts, code] of refusals) {
    expect((await run('signLease', lease, facts)).errors).toMatchObject([{ code }]);
  }
  const late = await draft(other);
  await office.room.sql(
    `update leasing.rentable_units set retired_on = '2027-06-15' where id = $1`,
    [other.unitId],
  );
  expect((await run('signLease', late)).errors).toMatchObject([{ code: 'UNIT_RETIRED' }]);
});

test('a lease given up before it begins frees its unit, and what was billed ahead is given back', async () => {
  const unit = await another();
  const chargeTemplates = [
    { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY', leadDays: 30 },
  ];
  const lease = await draft(unit, { startsOn: '2027-07-01', endsOn: null, chargeTemplates });
  const signed = await run('signLease', lease);
  expect(signed.lease).toMatchObject({ state: 'FUTURE', version: 2 });
  expect(await linesOf(unit)).toEqual(['2027-07-01 0']);
  expect((await run('cancelLease', signed.lease, { reason: ' ' })).errors).toMatchObject([
    { code: 'REASON_REQUIRED', path: ['input', 'reason'] },
  ]);
  const cancelled = await run('cancelLease', signed.lease, { reason: 'They found another home.' });
  expect(cancelled.lease).toMatchObject({
    state: 'CANCELLED',
    endReason: 'They found another home.',
  });
  expect(await linesOf(unit)).toEqual(['2027-07-01 120000']);
  expect((await factsOf(unit)).at(-1)).toBe('lease.cancelled.v1 3 CANCELLED');
  expect((await run('signLease', await draft(unit))).errors).toEqual([]);
});
