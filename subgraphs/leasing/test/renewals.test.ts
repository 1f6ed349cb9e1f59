import { decodeId } from '@propertea/kernel';
import { agent, type Json, type Let, Office } from './support/office.js';

const NOW = new Date('2027-06-15T12:00:00Z');

let office: Office;
let home: Let;

beforeAll(async () => {
  office = await Office.start({ clock: { now: () => NOW } });
  home = await office.unit();
});
afterAll(() => office?.stop());

let units = 0;

async function running(facts: object = {}): Promise<Json> {
  const unit = await office.unit({ ...home, code: `R${++units}` });
  const lease = {
    unitId: unit.unit,
    startsOn: '2026-08-01',
    endsOn: '2027-07-31',
    signedOn: '2026-07-01',
    billedBefore: '2027-06-01',
    parties: [{ role: 'TENANT', name: 'Ada Lovelace' }],
    chargeTemplates: [
      { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY', dueDay: 3 },
      { kind: 'PARKING', label: 'Parking', amountMinor: 5_000, cycle: 'MONTHLY' },
      { kind: 'DEPOSIT', label: 'Deposit', amountMinor: 240_000, cycle: 'ONCE' },
    ],
    ...facts,
  };
  const made = await office.run(
    agent(home),
    'importLeases',
    { leases: [lease] },
    'leases { id version }',
  );
  expect(made.errors).toEqual([]);
  return { ...made.leases[0], unit };
}

const SELECTION = `renewalOffer { id version state startsOn endsOn expiresOn note rent { amountMinor currency } history { nodes { action } }
  lease { id } newLease { id number state startsOn endsOn rent { amountMinor } deposit { amountMinor } renewedFrom { id } tenancy { id }
    parties { name state } chargeTemplates { kind dueDay amount { amountMinor } startsOn } } }`;

const run = (command: string, input: object): Promise<Json> =>
  office.run(agent(home), command, input, SELECTION);

const offer = ({ id: leaseId, version }: Json, facts: object = {}) =>
  run('offerRenewal', {
    leaseId,
    version,
    endsOn: '2028-07-31',
    rentMinor: 126_000,
    expiresOn: '2027-07-01',
    ...facts,
  });

const seen = ({ renewalOffer: { id: renewalOfferId, version } }: Json) => ({
  renewalOfferId,
  version,
});

test('R27: offered, accepted, signed: the new lease follows the old one with parties and charges, and no deposit is asked for again', async () => {
  const lease = await running();
  const offered = await offer(lease, { note: 'Two per cent below the index' });
  expect(offered).toMatchObject({
    errors: [],
    renewalOffer: {
      state: 'OFFERED',
      startsOn: '2027-08-01',
      endsOn: '2028-07-31',
      rent: { amountMinor: 126_000, currency: 'USD' },
      newLease: null,
      history: { nodes: [{ action: 'renewal.offered' }] },
    },
  });
  expect(await offer(lease)).toMatchObject({ errors: [{ code: 'LEASE_STATE' }] });
  expect(await run('signRenewal', seen(offered))).toMatchObject({
    errors: [{ code: 'LEASE_STATE', message: 'The offer is offered.' }],
  });
  const changed = await run('changeRenewalOffer', { ...seen(offered), rentMinor: 127_000 });
  const accepted = await run('acceptRenewal', seen(changed));
  expect(accepted.renewalOffer).toMatchObject({
    state: 'ACCEPTED',
    rent: { amountMinor: 127_000 },
  });
  const signed = await run('signRenewal', seen(accepted));
  expect(signed).toMatchObject({
    errors: [],
    renewalOffer: {
      state: 'SIGNED',
      newLease: {
        state: 'FUTURE',
        startsOn: '2027-08-01',
        endsOn: '2028-07-31',
        rent: { amountMinor: 127_000 },
        deposit: { amountMinor: 240_000 },
        renewedFrom: { id: lease.id },
        parties: [{ name: 'Ada Lovelace', state: 'CURRENT' }],
        chargeTemplates: [
          { kind: 'RENT', dueDay: 3, amount: { amountMinor: 127_000 }, startsOn: '2027-08-01' },
          { kind: 'PARKING', amount: { amountMinor: 5_000 } },
        ],
      },
    },
  });
  const facts = await office.room.sql<{ type: string; sequence: number }>(
    'select type, sequence from leasing.outbox where subject = $1 order by position',
    [decodeId('Lease', signed.renewalOffer.newLease.id)],
  );
  expect(facts).toEqual([
    { type: 'lease.signed.v1', sequence: 1 },
    { type: 'lease.renewed.v1', sequence: 2 },
  ]);
  const old = await office.ask(
    agent(home),
    'query ($id: ID!) { lease(id: $id) { state endsOn tenancy { id } renewedBy { id } renewalOffers { state } } }',
    { id: lease.id },
  );
  expect(old.lease).toEqual({
    state: 'ACTIVE',
    endsOn: '2027-07-31',
    tenancy: signed.renewalOffer.newLease.tenancy,
    renewedBy: { id: signed.renewalOffer.newLease.id },
    renewalOffers: [{ state: 'SIGNED' }],
  });
});

test('an offer is declined or taken back, and another one can be made', async () => {
  const lease = await running();
  const first = await offer(lease);
  expect(await run('declineRenewal', { ...seen(first), reason: 'Too dear.' })).toMatchObject({
    errors: [],
    renewalOffer: { state: 'DECLINED' },
  });
  const second = await offer(lease);
  const accepted = await run('acceptRenewal', seen(second));
  const withdrawn = await run('withdrawRenewal', seen(accepted));
  expect(withdrawn.renewalOffer).toMatchObject({ state: 'WITHDRAWN' });
  expect(await run('acceptRenewal', seen(withdrawn))).toMatchObject({
    errors: [{ code: 'LEASE_STATE' }],
  });
  expect(await run('acceptRenewal', seen(second))).toMatchObject({
    errors: [{ code: 'CONFLICT' }],
  });
});

test('days that do not fit are refused with their place', async () => {
  const lease = await running();
  const refusals = [
    [{ startsOn: '2027-08-02' }, 'startsOn'],
    [{ endsOn: '2027-07-31' }, 'endsOn'],
    [{ expiresOn: '2027-06-14' }, 'expiresOn'],
    [{ expiresOn: '2027-08-01' }, 'expiresOn'],
  ] as const;
  for (const [facts, field] of refusals) {
    expect(await offer(lease, facts)).toMatchObject({
      renewalOffer: null,
      errors: [{ code: 'TERM_INVALID', path: ['input', field] }],
    });
  }
  const open = await running({ endsOn: null });
  expect(await offer(open)).toMatchObject({
    errors: [{ code: 'TERM_INVALID', path: ['input', 'startsOn'] }],
  });
});

test('a lease without an end ends where its new term begins; what is held by somebody else keeps it from being signed', async () => {
  const open = await running({ endsOn: null });
  const made = await offer(open, { startsOn: '2027-10-01', endsOn: null, expiresOn: '2027-09-01' });
  const signed = await run('signRenewal', seen(await run('acceptRenewal', seen(made))));
  expect(signed).toMatchObject({ errors: [], renewalOffer: { newLease: { endsOn: null } } });
  const old = await office.ask(
    agent(home),
    'query ($id: ID!) { lease(id: $id) { state endedOn } }',
    { id: open.id },
  );
  expect(old.lease).toEqual({ state: 'ACTIVE', endedOn: '2027-09-30' });

  const lease = await running();
  const offered = await offer(lease);
  const block = {
    rentableUnitId: lease.unit.rentableUnit,
    reason: 'LEGAL',
    startsOn: '2028-01-01',
  };
  await office.run(agent(home), 'blockUnit', block, 'block { id }');
  expect(await run('signRenewal', seen(await run('acceptRenewal', seen(offered))))).toMatchObject({
    renewalOffer: null,
    errors: [{ code: 'UNIT_BLOCKED', path: ['input', 'renewalOfferId'] }],
  });
});

const end = ({ id: leaseId, version }: Json, command: string, facts: object) =>
  office.run(agent(home), command, { leaseId, version, ...facts }, 'lease { id version state }');

test('an offer for a lease whose end is certain is neither accepted nor signed', async () => {
  const [first, second] = [await running(), await running()];
  const [open, accepted] = [
    await offer(first),
    await run('acceptRenewal', seen(await offer(second))),
  ];
  const notice = {
    givenBy: 'TENANT',
    receivedOn: '2027-06-10',
    endsOn: '2027-06-30',
    reason: 'They move.',
  };
  for (const lease of [first, second]) {
    expect((await end(lease, 'giveNotice', notice)).errors).toEqual([]);
  }
  expect(await run('acceptRenewal', seen(open))).toMatchObject({
    errors: [{ code: 'LEASE_STATE' }],
  });
  expect(await run('signRenewal', seen(accepted))).toMatchObject({
    errors: [{ code: 'LEASE_STATE' }],
  });
  expect((await run('withdrawRenewal', seen(open))).errors).toEqual([]);

  const third = await running();
  const ending = await end(third, 'endLease', { on: '2027-07-15', reason: 'Agreed.' });
  expect(ending.errors).toEqual([]);
  expect(await offer({ ...third, ...ending.lease })).toMatchObject({
    errors: [{ code: 'LEASE_STATE', message: 'The lease ends on 2027-07-15 already.' }],
  });
});

test('a lease whose new term is signed does not end before it: the new one is cancelled first', async () => {
  const lease = await running();
  const signed = await run(
    'signRenewal',
    seen(await run('acceptRenewal', seen(await offer(lease)))),
  );
  const { newLease } = signed.renewalOffer;
  const moves = [
    [
      'giveNotice',
      { givenBy: 'TENANT', receivedOn: '2027-06-10', endsOn: '2027-06-30', reason: 'x' },
    ],
    ['recordMoveOut', { on: '2027-06-10' }],
    ['endLease', { on: '2027-06-30', reason: 'x' }],
  ] as const;
  for (const [command, facts] of moves) {
    expect(await end(lease, command, facts)).toMatchObject({
      lease: null,
      errors: [
        {
          code: 'LEASE_STATE',
          message: `The new term ${newLease.number} is signed. Cancel it first.`,
        },
      ],
    });
  }
  const cancelled = await end({ ...newLease, version: 2 }, 'cancelLease', { reason: 'They move.' });
  expect(cancelled.errors).toEqual([]);
  expect(await end(lease, 'recordMoveOut', { on: '2027-06-10' })).toMatchObject({
    errors: [],
    lease: { state: 'TERMINATED' },
  });
});
