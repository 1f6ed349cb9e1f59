import { decodeId } from '@propertea/kernel';
import { NOW } from './support/lease-life.js';
import { agent, type Json, type Let, Office } from './support/office.js';

let office: Office;
let home: Let;
let units: Let[];
beforeAll(async () => {
  office = await Office.start({ clock: { now: () => NOW } });
  home = await office.unit();
  units = await office.units(home, 10);
});
afterAll(() => office?.stop());

const SELECTION = `id version state startsOn endsOn reservedUntil rent { amountMinor } deposit { amountMinor }
  parties { id role name email phone state movedInOn movedOutOn user { id } }
  chargeTemplates { id kind label dueDay startsOn endsOn amount { amountMinor } }
  rentChanges { id kind effectiveOn amount { amountMinor } note isCancelled } history { nodes { action } }`;

const RENT = { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' };
const TERM = { startsOn: '2027-01-01', endsOn: '2028-12-31' };
const WHO = { parties: [{ role: 'TENANT', name: 'Ada Lovelace' }], chargeTemplates: [RENT] };

const nextUnit = () => units.pop() ?? home;

async function drafted(facts: object = {}): Promise<Json> {
  const input = { unitId: nextUnit().unit, ...TERM, ...WHO, ...facts };
  const { lease, errors } = await office.run(
    agent(home),
    'createLease',
    input,
    `lease { ${SELECTION} }`,
  );
  expect(errors).toEqual([]);
  return lease;
}

/** Billed up to the end of June. */
async function running(facts: object = {}): Promise<Json> {
  const lease = { unitId: nextUnit().unit, ...TERM, ...WHO, signedOn: '2026-12-01' };
  const leases = [{ ...lease, billedBefore: '2027-06-01', ...facts }];
  const made = await office.run(agent(home), 'importLeases', { leases }, `leases { ${SELECTION} }`);
  expect(made.errors).toEqual([]);
  return made.leases[0];
}

const run = (command: string, { id, version }: Json, input: object) => {
  const facts = { leaseId: id, version, ...input };
  return office.run(agent(home), command, facts, `lease { ${SELECTION} }`);
};

/** The same for what has to work. */
async function done(command: string, lease: Json, input: object): Promise<Json> {
  const payload = await run(command, lease, input);
  expect(payload.errors).toEqual([]);
  return payload.lease;
}

const refused = async (command: string, lease: Json, input: object) => {
  const { errors } = await run(command, lease, input);
  return errors.map(({ code, path }: { code: string; path: string[] }) => [code, path.at(-1)]);
};

const linesOf = async ({ id }: Json) => {
  const rows = await office.room.sql<{ line: string }>(
    `select kind || ' ' || due_on || ' ' || amount_minor as line from leasing.charge_lines where lease_id = $1 order by due_on, kind`,
    [decodeId('Lease', id)],
  );
  return rows.map(({ line }) => line);
};

test('a draft gets another term, and charges that began with it move along', async () => {
  const lease = await drafted();
  const later = { startsOn: '2027-03-01', endsOn: null };
  const changed = await done('changeLease', lease, later);
  expect(changed).toMatchObject({
    ...later,
    chargeTemplates: [{ startsOn: '2027-03-01' }],
    history: { nodes: [{ action: 'lease.changed' }, { action: 'lease.created' }] },
  });
  expect(await refused('changeLease', lease, later)).toEqual([['CONFLICT', 'version']]);
  expect(await refused('changeLease', changed, { endsOn: '2027-02-28' })).toEqual([
    ['TERM_INVALID', 'endsOn'],
  ]);
  const parking = { ...RENT, kind: 'PARKING', startsOn: '2027-09-01' };
  const two = await done('addChargeTemplate', changed, parking);
  expect(await refused('changeLease', two, { endsOn: '2027-08-31' })).toEqual([
    ['TERM_INVALID', 'endsOn'],
  ]);
});

test('what was sent and is changed is a draft again, and its unit is free', async () => {
  const lease = await drafted();
  const until = { reservedUntil: '2027-07-01T00:00:00Z' };
  const sent = await done('sendLease', lease, until);
  const party = { leasePartyId: lease.parties[0].id, email: 'Ada@Example.test' };
  const changed = await done('changeLeaseParty', sent, party);
  expect(changed).toMatchObject({
    state: 'DRAFT',
    reservedUntil: null,
    parties: [{ email: 'ada@example.test' }],
  });
  const held = await office.room.sql('select 1 from leasing.occupancies where lease_id = $1', [
    decodeId('Lease', lease.id),
  ]);
  expect(held).toEqual([]);
  const told = await office.room.sql<{ state: string }>(
    `select data->>'state' as state from leasing.outbox
     where subject = $1 and type = 'lease.draft-changed.v1' order by position`,
    [decodeId('Lease', lease.id)],
  );
  expect(told.map(({ state }) => state)).toEqual(['DRAFT', 'PENDING_SIGNATURE', 'DRAFT']);
});

test('R28: parties come, move and go apart from the state of the lease, and others learn of it', async () => {
  const lease = await running();
  const guarantor = { role: 'GUARANTOR', name: 'Charles Babbage', phone: '+1 312 555 0100' };
  const two = await done('addLeaseParty', lease, guarantor);
  expect(two.parties).toMatchObject([{ role: 'TENANT', state: 'CURRENT' }, guarantor]);
  const [tenant, other] = two.parties;
  const left = { leasePartyId: tenant.id, movedOutOn: '2027-05-31' };
  const moved = await done('changeLeaseParty', two, left);
  expect(moved.parties[0]).toMatchObject({ state: 'MOVED_OUT', movedOutOn: '2027-05-31' });
  const back = await done('changeLeaseParty', moved, { ...left, movedOutOn: null });
  expect(back.parties[0]).toMatchObject({ state: 'CURRENT', movedInOn: '2027-01-01' });
  expect(await refused('changeLeaseParty', back, { ...left, movedOutOn: '2026-12-31' })).toEqual([
    ['TERM_INVALID', 'movedOutOn'],
  ]);
  expect(await refused('removeLeaseParty', back, { leasePartyId: tenant.id })).toEqual([
    ['PARTY_REQUIRED', 'leasePartyId'],
  ]);
  const role = { leasePartyId: tenant.id, role: 'OCCUPANT' };
  expect(await refused('changeLeaseParty', back, role)).toEqual([
    ['PARTY_REQUIRED', 'leasePartyId'],
  ]);
  const one = await done('removeLeaseParty', back, { leasePartyId: other.id });
  expect(one.parties).toHaveLength(1);
  expect(await refused('removeLeaseParty', one, { leasePartyId: other.id })).toEqual([
    ['NOT_FOUND', 'leasePartyId'],
  ]);
  const facts = await office.room.sql<{ sequence: number; data: { parties: object[] } }>(
    `select sequence, data from leasing.outbox where type = 'lease.party-changed.v1' and subject = $1 order by position`,
    [decodeId('Lease', lease.id)],
  );
  expect(facts.map(({ sequence, data }) => [sequence, data.parties.length])).toEqual([
    [3, 2],
    [4, 2],
    [5, 2],
    [6, 1],
  ]);
  expect(JSON.stringify(facts)).not.toMatch(/Ada|Babbage|312/);
});

test('R6: what is billed stays; a charge is added, ended and changed for what comes', async () => {
  const lease = await running();
  const heating = { kind: 'SERVICE', label: 'Heating', amountMinor: 6_000, cycle: 'MONTHLY' };
  const two = await done('addChargeTemplate', lease, { ...heating, startsOn: '2027-06-01' });
  expect(await linesOf(lease)).toEqual(['RENT 2027-06-01 120000', 'SERVICE 2027-06-01 6000']);
  const [rent, service] = two.chargeTemplates;
  const ofRent = { chargeTemplateId: rent.id };
  const ofService = { chargeTemplateId: service.id };
  expect(await refused('changeChargeTemplate', two, { ...ofRent, amountMinor: 1 })).toEqual([
    ['RENT_BILLED', 'amountMinor'],
  ]);
  expect(
    await refused('changeChargeTemplate', two, { ...ofService, endsOn: '2027-06-15' }),
  ).toEqual([['RENT_BILLED', 'endsOn']]);
  expect(await refused('removeChargeTemplate', two, ofService)).toEqual([
    ['RENT_BILLED', 'chargeTemplateId'],
  ]);
  const ended = { ...ofService, label: 'Heat', endsOn: '2027-06-30' };
  const cut = await done('changeChargeTemplate', two, ended);
  expect(cut.chargeTemplates[1]).toMatchObject({ label: 'Heat', endsOn: '2027-06-30' });
  const parking = { kind: 'PARKING', label: 'Space 7', amountMinor: 8_000, cycle: 'MONTHLY' };
  const three = await done('addChargeTemplate', cut, { ...parking, startsOn: '2027-07-01' });
  const space = { chargeTemplateId: three.chargeTemplates[2].id };
  const dearer = await done('changeChargeTemplate', three, { ...space, amountMinor: 9_000 });
  expect(dearer.chargeTemplates[2]).toMatchObject({ amount: { amountMinor: 9_000 } });
  const gone = await done('removeChargeTemplate', dearer, space);
  expect(gone.chargeTemplates).toHaveLength(2);
  expect(await refused('addChargeTemplate', gone, { ...parking, startsOn: '2029-01-01' })).toEqual([
    ['TERM_INVALID', 'startsOn'],
  ]);
});

test('R6: a scheduled rent makes other lines from its day on, by an amount or a percentage', async () => {
  const lease = await running();
  const rent = { chargeTemplateId: lease.chargeTemplates[0].id, kind: 'INDEXATION' };
  const billed = { ...rent, effectiveOn: '2027-06-30', percentage: 2 };
  expect(await refused('scheduleRentChange', lease, billed)).toEqual([
    ['RENT_BILLED', 'effectiveOn'],
  ]);
  const both = { ...rent, effectiveOn: '2027-07-01', percentage: 2, amountMinor: 1 };
  expect(await refused('scheduleRentChange', lease, both)).toEqual([
    ['INVALID_INPUT', 'amountMinor'],
  ]);
  const over = { ...rent, effectiveOn: '2029-01-01', percentage: 2 };
  expect(await refused('scheduleRentChange', lease, over)).toEqual([
    ['TERM_INVALID', 'effectiveOn'],
  ]);
  const indexed = { ...rent, effectiveOn: '2027-07-01', percentage: 2.3456, note: 'CPI' };
  const first = await done('scheduleRentChange', lease, indexed);
  // 120,000 × 1.023456 = 122,814.72
  expect(first.rentChanges).toMatchObject([
    {
      kind: 'INDEXATION',
      effectiveOn: '2027-07-01',
      amount: { amountMinor: 122_815 },
      note: 'CPI',
    },
  ]);
  expect(first.rent).toEqual({ amountMinor: 120_000 });
  expect(await refused('scheduleRentChange', first, indexed)).toEqual([
    ['TERM_INVALID', 'effectiveOn'],
  ]);
  const agreed = { ...rent, kind: 'AGREED', effectiveOn: '2028-01-01', percentage: -50 };
  const second = await done('scheduleRentChange', first, agreed);
  // Half of 122,815, away from zero.
  expect(second.rentChanges[1]).toMatchObject({ amount: { amountMinor: 61_408 } });
  const last = await done('cancelRentChange', second, { rentChangeId: second.rentChanges[1].id });
  expect(last.rentChanges[1]).toMatchObject({ isCancelled: true });
  const told = await office.room.sql<{ sequence: string }>(
    `select sequence from leasing.outbox where subject = $1 and type = 'lease.charges-changed.v1' order by position`,
    [decodeId('Lease', lease.id)],
  );
  expect(told.map(({ sequence }) => Number(sequence))).toEqual(
    [first, second, last].map(({ version }) => version),
  );
  expect(
    await refused('cancelRentChange', last, { rentChangeId: second.rentChanges[1].id }),
  ).toEqual([['NOT_FOUND', 'rentChangeId']]);
});

test('a lease keeps a tenant and a rent once it is signed, and holds only so many parts', async () => {
  const lease = await running({
    chargeTemplates: [{ ...RENT, startsOn: '2027-08-01' }],
    billedBefore: null,
  });
  const rent = { chargeTemplateId: lease.chargeTemplates[0].id };
  expect(await refused('removeChargeTemplate', lease, rent)).toEqual([
    ['RENT_REQUIRED', 'chargeTemplateId'],
  ]);
  expect(await refused('changeChargeTemplate', lease, { ...rent, kind: 'OTHER' })).toEqual([
    ['RENT_REQUIRED', 'kind'],
  ]);
  const full = await drafted({
    parties: Array.from({ length: 20 }, () => ({ role: 'TENANT', name: 'Ada' })),
    chargeTemplates: Array.from({ length: 20 }, () => RENT),
  });
  expect(await refused('addLeaseParty', full, { role: 'TENANT', name: 'Ada' })).toEqual([
    ['TOO_MANY', 'input'],
  ]);
  expect(await refused('addChargeTemplate', full, RENT)).toEqual([['TOO_MANY', 'input']]);
});
