import { encodeId, newId, type Identity } from '@propertea/kernel';
import { userChanged, userErased, userRegistered } from '@propertea/schema/events';
import { eventually, operator, person } from '@propertea/testkit';
import { NOW } from './support/lease-life.js';
import { agent, type Json, type Let, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.start({ clock: { now: () => NOW } });
});
afterAll(() => office?.stop());

const EMAIL = 'Ada@Example.test';

async function lease(unit: Let, facts: object = {}): Promise<Json> {
  const rent = { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' };
  const one = {
    unitId: unit.unit,
    startsOn: '2027-06-01',
    signedOn: '2027-05-01',
    parties: [
      { role: 'TENANT', name: 'Ada Lovelace', email: EMAIL },
      { role: 'TENANT', name: 'Charles Babbage' },
    ],
    chargeTemplates: [rent],
    ...facts,
  };
  const { leases, errors } = await office.run(
    agent(unit),
    'importLeases',
    { leases: [one] },
    'leases { id version number parties { id email } }',
  );
  expect(errors).toEqual([]);
  return leases[0];
}

const says = async (
  contract: typeof userRegistered,
  userId: string,
  sequence: number,
  facts: object = {},
) => {
  const data = { userId, email: EMAIL.toLowerCase(), emailVerified: true, name: 'Ada', ...facts };
  await office.publish(contract, data, userId, sequence);
  await office.room.settled();
};

const OWN = `query ($id: ID!) { _entities(representations: [{ __typename: "User", id: $id }]) { ... on User {
  leases { totalCount nodes { id number state startsOn endsOn rent { amountMinor } deposit { amountMinor } baseRent { amountMinor }
    lostRent { amountMinor } parties { name } chargeTemplates { label amount { amountMinor } } rentChanges { id } actions
    rentableUnit { id } tenancy { id } renewedFrom { id } renewedBy { id } history { nodes { id } } unit { id } } } } } }`;

async function ownLeases(userId: string, who: Identity = person(userId)): Promise<Json> {
  const { _entities } = await office.ask(who, OWN, { id: encodeId('User', userId) });
  return _entities[0].leases;
}

/** Accounts are given right behind a command, by the worker. */
const hasLeases = (userId: string, count: number) =>
  eventually(
    () => ownLeases(userId),
    // One and the other are read by statements of their own.
    ({ totalCount, nodes }: Json) => totalCount === count && nodes.length === count,
  );

test('R46: a tenant sees their own leases over all organizations, and of them what is theirs', async () => {
  const ada = newId();
  const [here, there] = [await office.unit(), await office.unit()];
  const first = await lease(here);
  await says(userRegistered, ada, 1, { emailVerified: false });
  expect(await ownLeases(ada)).toMatchObject({ totalCount: 0 });
  await says(userChanged, ada, 2);
  const second = await lease(there, { startsOn: '2027-07-01' });
  const { totalCount, nodes } = await hasLeases(ada, 2);
  expect([totalCount, nodes.map(({ id }: Json) => id)]).toEqual([2, [second.id, first.id]]);
  expect(nodes[1]).toMatchObject({
    state: 'ACTIVE',
    rent: { amountMinor: 120_000 },
    baseRent: null,
    lostRent: null,
    parties: [{ name: 'Ada Lovelace' }],
    chargeTemplates: [{ label: 'Rent', amount: { amountMinor: 120_000 } }],
    actions: [],
    rentableUnit: null,
    tenancy: null,
    history: { nodes: [] },
  });
  const byId = 'query ($id: ID!) { lease(id: $id) { number } }';
  const one = { lease: { number: first.number } };
  expect(await office.ask(person(ada), byId, { id: first.id })).toEqual(one);
  const asked = `query ($id: ID!) { _entities(representations: [{ __typename: "User", id: $id }]) { ... on User { leaseData } } }`;
  const data = await office.ask(person(ada), asked, { id: encodeId('User', ada) });
  expect(data._entities[0].leaseData.parties).toMatchObject([
    { name: 'Ada Lovelace', email: 'ada@example.test', state: 'CURRENT' },
    { name: 'Ada Lovelace', state: 'FUTURE' },
  ]);
  const stranger = newId();
  const others = await office.ask(person(stranger), asked, { id: encodeId('User', ada) });
  expect(others._entities[0].leaseData).toBeNull();
  expect(await office.ask(person(stranger), byId, { id: first.id })).toEqual({ lease: null });
  for (const who of [person(stranger), agent(here), operator(ada)]) {
    expect(await ownLeases(ada, who)).toBeNull();
  }
  expect(await ownLeases(stranger)).toMatchObject({ totalCount: 0, nodes: [] });
});

test('another address is somebody else’s: the account goes with it, and an erased person has none', async () => {
  const ada = newId();
  const unit = await office.unit();
  const email = 'ada.king@example.test';
  await says(userRegistered, ada, 1, { email });
  const mine = await lease(unit, { parties: [{ role: 'TENANT', name: 'Ada', email }] });
  await hasLeases(ada, 1);
  const change = async (facts: object) => {
    const { lease: now } = await office.ask(
      agent(unit),
      'query ($id: ID!) { lease(id: $id) { version } }',
      { id: mine.id },
    );
    const party = { leaseId: mine.id, version: now.version, leasePartyId: mine.parties[0].id };
    const { errors } = await office.run(
      agent(unit),
      'changeLeaseParty',
      { ...party, ...facts },
      '',
    );
    expect(errors).toEqual([]);
  };
  await change({ email: 'other@example.test' });
  expect((await ownLeases(ada)).totalCount).toBe(0);
  await change({ email });
  await hasLeases(ada, 1);
  await office.publish(userErased, { userId: ada }, ada, 9);
  await office.room.settled();
  expect((await ownLeases(ada)).totalCount).toBe(0);
  await says(userChanged, ada, 10, { email });
  expect((await ownLeases(ada)).totalCount).toBe(0);
  const facts = await office.room.sql<{ users: (string | null)[] }>(
    `select jsonb_path_query_array(data, '$.parties[*].userId') as users from leasing.outbox
     where type = 'lease.party-changed.v1' and data->>'unitId' = $1 order by position`,
    [unit.unitId],
  );
  expect(facts.map(({ users }) => users[0])).toEqual([ada, null, null, ada, null]);
});
