import { decodeId } from '@propertea/kernel';
import { agent, type Json, type Let, Office } from './support/office.js';

const NOW = new Date('2027-06-15T12:00:00Z');
const TODAY = '2027-06-15';

let office: Office;
let home: Let;

beforeAll(async () => {
  office = await Office.start({ clock: { now: () => NOW } });
  home = await office.unit();
});
afterAll(() => office?.stop());

const SELECTION = `lease { id version state endsOn endedOn endReason movedInOn movedOutOn atWillSince actions
  notice { givenBy receivedOn endsOn reason earliestEndOn isShortened agreement rule { statute isVerified } }
  parties { state movedInOn movedOutOn } moveInChecklist { completedAt items { label isDone note } }
  moveOutChecklist { completedAt items { label isDone } }
  chargeLines { nodes { dueOn amount { amountMinor } credited { amountMinor } } } history { nodes { action } } }`;

const run = (command: string, lease: Json, input: object = {}): Promise<Json> =>
  office.run(
    agent(home),
    command,
    { leaseId: lease.id, version: lease.version, ...input },
    SELECTION,
  );

let units = 0;

/** A lease that runs since June last year and was billed up to this month. */
async function running(facts: object = {}, where: Let = home): Promise<Json> {
  const unit = await office.unit({ ...where, code: `E${++units}` });
  const lease = {
    unitId: unit.unit,
    startsOn: '2026-06-01',
    endsOn: '2028-05-31',
    signedOn: '2026-05-01',
    billedBefore: '2027-06-01',
    parties: [{ role: 'TENANT', name: 'Ada Lovelace' }],
    chargeTemplates: [{ kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' }],
    ...facts,
  };
  const made = await office.run(
    agent(where),
    'importLeases',
    { leases: [lease] },
    'leases { id version }',
  );
  expect(made.errors).toEqual([]);
  return { ...made.leases[0], unit };
}

const heldUntil = async (lease: Json) => {
  const [row] = await office.room.sql<{ until: string | null }>(
    'select ends_before::text as until from leasing.occupancies where lease_id = $1',
    [decodeId('Lease', lease.id)],
  );
  return row?.until;
};

const factsOf = async (lease: Json) => {
  const rows = await office.room.sql<{ type: string }>(
    'select type from leasing.outbox where subject = $1 order by position',
    [decodeId('Lease', lease.id)],
  );
  return rows.map(({ type }) => type).slice(2);
};

const notice = (facts: object = {}) => ({
  givenBy: 'TENANT',
  receivedOn: '2027-06-10',
  endsOn: '2027-08-31',
  ...facts,
});

test('R30: without a pack a person decides on the day, with a reason; the lease lasts and holds its unit until then', async () => {
  const lease = await running();
  expect(await run('giveNotice', lease, notice())).toMatchObject({
    lease: null,
    errors: [{ code: 'REASON_REQUIRED', path: ['input', 'reason'] }],
  });
  const given = await run('giveNotice', lease, notice({ reason: 'They bought a house.' }));
  expect(given).toMatchObject({
    errors: [],
    lease: {
      state: 'NOTICE_GIVEN',
      endedOn: '2027-08-31',
      notice: {
        givenBy: 'TENANT',
        earliestEndOn: null,
        rule: null,
        reason: 'They bought a house.',
      },
    },
  });
  expect(await heldUntil(lease)).toBe('2027-09-01');
  expect(await factsOf(lease)).toEqual(['lease.notice-given.v1']);
  const back = await run('withdrawNotice', given.lease, { reason: 'The sale fell through.' });
  expect(back).toMatchObject({
    errors: [],
    lease: { state: 'ACTIVE', notice: null, endedOn: null },
  });
  expect(await factsOf(lease)).toEqual(['lease.notice-given.v1', 'lease.notice-withdrawn.v1']);
  expect(await heldUntil(lease)).toBe('2028-06-01');
});

test('a notice is not taken back where somebody else has signed for the unit; nor given for a day that does not fit', async () => {
  const lease = await running();
  const refusals = [
    [notice({ receivedOn: '2027-06-16', reason: 'x' }), 'receivedOn'],
    [notice({ endsOn: '2027-06-09', reason: 'x' }), 'endsOn'],
    [notice({ endsOn: '2028-06-01', reason: 'x' }), 'endsOn'],
  ] as const;
  for (const [input, field] of refusals) {
    expect(await run('giveNotice', lease, input)).toMatchObject({
      errors: [{ code: 'TERM_INVALID', path: ['input', field] }],
    });
  }
  const { lease: left } = await run('giveNotice', lease, notice({ reason: 'They move.' }));
  const next = { unitId: lease.unit.unit, startsOn: '2027-09-01', endsOn: null };
  const parts = {
    parties: [{ role: 'TENANT', name: 'Grace Hopper' }],
    chargeTemplates: [{ kind: 'RENT', label: 'Rent', amountMinor: 130_000, cycle: 'MONTHLY' }],
  };
  const draft = await office.run(
    agent(home),
    'createLease',
    { ...next, ...parts },
    'lease { id version }',
  );
  expect((await run('signLease', draft.lease)).errors).toEqual([]);
  expect(await run('withdrawNotice', left)).toMatchObject({ errors: [{ code: 'UNIT_OCCUPIED' }] });
});

test('R30, DE: the rule proposes the earliest day; not verified, it warns and does not refuse an earlier one', async () => {
  const berlin = await office.unit({ organizationId: home.organizationId });
  await office.room.sql(
    `update leasing.properties set jurisdiction = 'DE', time_zone = 'Europe/Berlin' where id = $1`,
    [berlin.propertyId],
  );
  const lease = await running({ endsOn: null }, berlin);
  const proposal = await office.ask(
    agent(home),
    `query ($id: ID!) { earliestNoticeEnd(leaseId: $id, givenBy: TENANT, receivedOn: "2027-06-10") {
      earliestEndOn isEnforced rule { statute isVerified checkedOn validFrom text } } }`,
    { id: lease.id },
  );
  expect(proposal.earliestNoticeEnd).toMatchObject({
    earliestEndOn: '2027-09-30',
    isEnforced: false,
    rule: { statute: 'BGB § 573c', isVerified: false, checkedOn: null },
  });
  const given = await run('giveNotice', lease, notice({ agreement: 'Both agreed on 11 June.' }));
  expect(given).toMatchObject({
    errors: [],
    lease: {
      notice: {
        earliestEndOn: '2027-09-30',
        isShortened: true,
        agreement: 'Both agreed on 11 June.',
        rule: { statute: 'BGB § 573c' },
      },
    },
  });
});

test('R28: a move-in makes its parties current and keeps a check list, which is ticked off later', async () => {
  const lease = await running({ startsOn: '2027-06-01', billedBefore: null });
  const first = await run('recordMoveIn', lease, { on: '2027-06-02' });
  expect(first.lease).toMatchObject({
    movedInOn: '2027-06-02',
    parties: [{ state: 'CURRENT', movedInOn: '2027-06-02' }],
    moveInChecklist: { completedAt: null },
  });
  const { items } = first.lease.moveInChecklist;
  expect(items).toHaveLength(4);
  const done = items.map(({ label }: Json) => ({ label, isDone: true, note: 'seen' }));
  const second = await run('recordMoveIn', first.lease, { on: '2027-06-02', items: done });
  expect(second.lease.moveInChecklist).toMatchObject({ completedAt: NOW.toISOString() });
  expect(await run('recordMoveIn', second.lease, { on: '2027-06-16' })).toMatchObject({
    errors: [{ code: 'TERM_INVALID', path: ['input', 'on'] }],
  });
});

test('R29: an early move-out ends the lease, frees the unit and gives back what was charged for later days', async () => {
  const lease = await running();
  const out = await run('recordMoveOut', lease, { on: '2027-06-10' });
  expect(out).toMatchObject({
    errors: [],
    lease: {
      state: 'TERMINATED',
      movedOutOn: '2027-06-10',
      endedOn: '2027-06-10',
      parties: [{ state: 'MOVED_OUT', movedOutOn: '2027-06-10' }],
      moveOutChecklist: { completedAt: null },
      chargeLines: { nodes: [{ dueOn: '2027-06-01', credited: { amountMinor: 80_000 } }] },
    },
  });
  expect(await heldUntil(lease)).toBe('2027-06-11');
  expect(await factsOf(lease)).toEqual(['lease.moved-out.v1', 'lease.ended.v1']);
  const closed = await run('closeLease', out.lease);
  expect(closed).toMatchObject({ errors: [], lease: { state: 'CLOSED', actions: [] } });
});

test('R26: an at-will lease ends with the move-out; one behind a notice keeps the end of the notice', async () => {
  const atWill = await running({ endsOn: '2027-05-31' });
  expect((await run('recordMoveOut', atWill, { on: TODAY })).lease).toMatchObject({
    state: 'AT_WILL',
    endedOn: TODAY,
  });
  const lease = await running();
  const { lease: given } = await run(
    'giveNotice',
    lease,
    notice({ endsOn: '2027-06-10', reason: 'Agreed.' }),
  );
  expect((await run('recordMoveOut', given, { on: '2027-06-12' })).lease).toMatchObject({
    state: 'NOTICE_GIVEN',
    endedOn: '2027-06-10',
    movedOutOn: '2027-06-12',
  });
});

test('a lease ends without notice for a reason, at once or on a day to come', async () => {
  const lease = await running();
  expect(await run('endLease', lease, { on: TODAY, reason: ' ' })).toMatchObject({
    errors: [{ code: 'REASON_REQUIRED' }],
  });
  const later = await run('endLease', lease, { on: '2027-07-31', reason: 'Both agreed.' });
  expect(later.lease).toMatchObject({
    state: 'ACTIVE',
    endedOn: '2027-07-31',
    endReason: 'Both agreed.',
  });
  expect(await heldUntil(lease)).toBe('2027-08-01');
  const sooner = await run('endLease', later.lease, {
    on: '2027-06-14',
    reason: 'The court said so.',
  });
  expect(sooner.lease).toMatchObject({ state: 'TERMINATED', endedOn: '2027-06-14' });
  expect(await run('closeLease', { ...sooner.lease, version: 1 })).toMatchObject({
    errors: [{ code: 'CONFLICT' }],
  });
});

test('a lease whose end is agreed takes no notice, and no later end', async () => {
  const lease = await running();
  const { lease: ending } = await run('endLease', lease, {
    on: '2027-07-31',
    reason: 'Both agreed.',
  });
  expect(await run('giveNotice', ending, notice({ reason: 'They move.' }))).toMatchObject({
    lease: null,
    errors: [{ code: 'LEASE_STATE', message: 'The lease ends on 2027-07-31 already.' }],
  });
  expect(await run('endLease', ending, { on: '2027-08-31', reason: 'Later.' })).toMatchObject({
    lease: null,
    errors: [{ code: 'TERM_INVALID', path: ['input', 'on'] }],
  });
  expect(
    await run('endLease', await running(), { on: '2028-05-31', reason: 'As agreed.' }),
  ).toMatchObject({
    lease: null,
    errors: [{ code: 'TERM_INVALID', path: ['input', 'on'] }],
  });
});

test('R25: an at-will lease that takes its notice back holds its unit up to what comes next', async () => {
  const atWill = await running({ endsOn: '2027-05-31' });
  const given = await run('giveNotice', atWill, notice({ reason: 'They move.' }));
  const block = {
    rentableUnitId: atWill.unit.rentableUnit,
    reason: 'LEGAL',
    startsOn: '2030-01-01',
  };
  const made = await office.run(agent(home), 'blockUnit', block, 'block { id }');
  expect(made.errors).toEqual([]);
  const back = await run('withdrawNotice', given.lease);
  expect(back).toMatchObject({ errors: [], lease: { state: 'AT_WILL', endedOn: null } });
  expect(await heldUntil(atWill)).toBe('2030-01-01');
});

test('R28: nobody moves in before the lease begins', async () => {
  const lease = await running({ startsOn: '2027-06-10', billedBefore: null });
  expect(await run('recordMoveIn', lease, { on: '2027-06-09' })).toMatchObject({
    errors: [{ code: 'TERM_INVALID', path: ['input', 'on'] }],
  });
});

test('R25: a lease at will that meets a signed one is settled by the office, once and with a word', async () => {
  const atWill = await running({ endsOn: '2027-05-31' });
  expect(await run('settleHoldOver', atWill, { settlement: 'Nothing.' })).toMatchObject({
    errors: [{ code: 'LEASE_STATE', path: ['input', 'leaseId'] }],
  });
  const next = await running({ startsOn: '2027-09-01' });
  const ids = [atWill, next].map(({ id }) => decodeId('Lease', id));
  await office.room.sql(
    `insert into leasing.hold_over_conflicts
      (organization_id, id, unit_id, at_will_lease_id, future_lease_id, recorded_on, created_at, updated_at)
      select organization_id, gen_random_uuid(), unit_id, id, $2, '2027-06-15', now(), now()
      from leasing.leases where id = $1`,
    ids,
  );
  expect(await run('settleHoldOver', atWill, { settlement: ' ' })).toMatchObject({
    errors: [{ code: 'REASON_REQUIRED', path: ['input', 'settlement'] }],
  });
  const settled = await office.run(
    agent(home),
    'settleHoldOver',
    { leaseId: atWill.id, version: atWill.version, settlement: 'They leave by August.' },
    `lease { id version history { nodes { action reason } }
      holdOverConflict { recordedOn settledAt settlement futureLease { id } } }`,
  );
  expect(settled).toMatchObject({
    errors: [],
    lease: {
      history: {
        nodes: expect.arrayContaining([
          { action: 'lease.hold-over-settled', reason: 'They leave by August.' },
        ]),
      },
      holdOverConflict: {
        recordedOn: '2027-06-15',
        settledAt: NOW.toISOString(),
        settlement: 'They leave by August.',
        futureLease: { id: next.id },
      },
    },
  });
  expect(await run('settleHoldOver', settled.lease, { settlement: 'Again.' })).toMatchObject({
    errors: [{ code: 'LEASE_STATE' }],
  });
});

test('leases are found by the day on which they really end', async () => {
  const noticed = await running();
  expect((await run('giveNotice', noticed, notice({ reason: 'They move.' }))).errors).toEqual([]);
  const found = async (endsFrom: string, endsUntil: string) => {
    const { data } = await office.room.as(agent(home))(
      `query ($filter: LeaseFilter) { leases(filter: $filter) { totalCount nodes { id } } }`,
      { filter: { endsFrom, endsUntil, unitId: noticed.unit.unit } },
    );
    return (data as Json).leases.nodes.map(({ id }: Json) => id);
  };
  expect(await found('2027-08-31', '2027-08-31')).toEqual([noticed.id]);
  expect(await found('2027-09-01', '2028-05-31')).toEqual([]);
});
