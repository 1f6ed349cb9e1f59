import { decodeId, encodeId, newId, systemIdentity } from '@propertea/kernel';
import { person, type Send, staff, type TestRoom } from '@propertea/testkit';
import {
  addMember,
  announcePerson,
  announceProperty,
  ask,
  call,
  createCompany,
  faultOf,
  type Office,
  registerOffice,
  startOffice,
} from './office.js';

let room: TestRoom;
let north: Office;
let south: Office;
const userId = newId();
beforeAll(async () => {
  room = await startOffice();
  await announcePerson(room, { userId, name: 'Ann Ash', email: 'ann@example.com' });
  north = await registerOffice(room, 'North', userId);
  south = await registerOffice(room, 'South');
  await addMember(room, south, { userId, companyId: await createCompany(south) });
});
afterAll(() => room?.stop());

const MEMBERSHIPS = `query($r: [_Any!]!, $first: Int, $after: String) { _entities(representations: $r) { ... on User {
  memberships(first: $first, after: $after) { totalCount nodes { id joinedAt organization { id name version createdAt }
    grants { role reachKind company { id } } history { totalCount } } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;
const me = [{ __typename: 'User', id: encodeId('User', userId) }];

async function memberships(send: Send, page: object = {}) {
  const { _entities } = await ask(send, MEMBERSHIPS, { r: me, ...page });
  return _entities[0].memberships;
}

it.each([
  ['nowhere', () => person(userId)],
  ['in the first', () => staff(north.uuid, 'ORGANIZATION_ADMIN', { kind: 'organization' }, userId)],
  ['in the second', () => staff(south.uuid, 'VIEWER', { kind: 'organization' }, userId)],
  [
    'as an operator',
    () => ({ ...person(userId), persona: 'OPERATOR' as const, scopes: ['operator'] }),
  ],
])('a person reads all own memberships, standing %s', async (_where, identity) => {
  const seen = await memberships(room.as(identity()));
  expect(seen.totalCount).toBe(2);
  expect(
    seen.nodes.map(({ organization, grants }: any) => [
      organization.name,
      grants.map((grant: any) => [grant.role, grant.reachKind]),
    ]),
  ).toEqual([
    ['North', [['ORGANIZATION_ADMIN', 'ORGANIZATION']]],
    ['South', [['VIEWER', 'COMPANY']]],
  ]);
  for (const node of seen.nodes) expect(Date.parse(node.joinedAt)).toBeLessThanOrEqual(Date.now());
});

it('R46: nobody reads another person’s memberships or data', async () => {
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on User { memberships { totalCount } membershipData } } }`;
  for (const send of [room.as(person()), south.administrator]) {
    expect(await ask(send, query, { r: me })).toEqual({
      _entities: [{ memberships: null, membershipData: null }],
    });
  }
  const nobody = { ...person(), subject: null, persona: 'ANONYMOUS' as const };
  expect(await faultOf(room.as(nobody)(query, { r: me }))).toBe('UNAUTHENTICATED');
});

it('memberships come in pages; sizes and cursors are those of every list', async () => {
  const send = room.as(person(userId));
  const first = await memberships(send, { first: 1 });
  expect(first).toMatchObject({
    totalCount: 2,
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  const second = await memberships(send, { first: 1, after: first.pageInfo.endCursor });
  expect(second).toMatchObject({
    nodes: [{ organization: { name: 'South' } }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
  for (const page of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { after: newId() }]) {
    expect(await faultOf(send(MEMBERSHIPS, { r: me, ...page }))).toBe('BAD_USER_INPUT');
  }
});

it('a person takes everything along that is kept about them', async () => {
  const { payload } = await call(north.administrator, 'inviteMember', {
    email: 'ann@example.com',
    role: 'VIEWER',
  });
  expect(payload.errors).toMatchObject([{ code: 'ALREADY_MEMBER' }]);
  const third = await registerOffice(room, 'Third');
  await call(third.administrator, 'inviteMember', { email: 'ann@example.com', role: 'ACCOUNTANT' });
  const { _entities } = await ask(
    room.as(person(userId)),
    `query($r: [_Any!]!) { _entities(representations: $r) { ... on User { membershipData } } }`,
    { r: me },
  );
  expect(_entities[0].membershipData).toEqual({
    name: 'Ann Ash',
    email: 'ann@example.com',
    memberships: [
      {
        organization: 'North',
        organizationId: north.id,
        since: expect.anything(),
        grants: [{ role: 'ORGANIZATION_ADMIN', reach: 'organization' }],
      },
      {
        organization: 'South',
        organizationId: south.id,
        since: expect.anything(),
        grants: [{ role: 'VIEWER', reach: 'company' }],
      },
    ],
    invitations: [
      expect.objectContaining({
        organization: 'Third',
        email: 'ann@example.com',
        role: 'ACCOUNTANT',
        reach: 'organization',
      }),
    ],
  });
});

describe('what the gateway asks', () => {
  const ACCESS = `query($id: ID!) { accessOf(userId: $id) { isOperator grantsVersion memberships {
    organizationId organizationName grantsVersion grants { role reachKind companyId propertyId } } } }`;
  const accessOf = async (id: string) =>
    (await ask(room.as(systemIdentity()), ACCESS, { id }))['accessOf'];

  it('sees every membership with plain ids; each change raises the version', async () => {
    const somebody = newId();
    expect(await accessOf(somebody)).toEqual({
      isOperator: false,
      grantsVersion: 0,
      memberships: [],
    });
    const companyId = await createCompany(south);
    const propertyId = await announceProperty(room, south, companyId);
    const { memberId } = await addMember(room, south, { userId: somebody });
    const before = await accessOf(somebody);
    await call(south.administrator, 'addGrant', {
      memberId,
      role: 'PROPERTY_MANAGER',
      propertyId: encodeId('Property', propertyId),
    });
    await addMember(room, north, { userId: somebody });
    const after = await accessOf(somebody);
    expect(after.grantsVersion).toBeGreaterThan(before.grantsVersion + 1);
    expect(after.memberships).toEqual([
      {
        organizationId: south.uuid,
        organizationName: 'South',
        grantsVersion: 1,
        grants: [
          { role: 'VIEWER', reachKind: 'organization', companyId: null, propertyId: null },
          {
            role: 'PROPERTY_MANAGER',
            reachKind: 'property',
            companyId: decodeId('Company', companyId),
            propertyId,
          },
        ],
      },
      expect.objectContaining({ organizationId: north.uuid }),
    ]);
  });

  it('a membership that ended and began again has a higher version than ever before', async () => {
    const somebody = newId();
    const seen: number[] = [];
    for (let round = 0; round < 2; round++) {
      const { memberId } = await addMember(room, south, { userId: somebody });
      await call(south.administrator, 'addGrant', { memberId, role: 'ACCOUNTANT' });
      seen.push((await accessOf(somebody)).grantsVersion);
      await call(south.administrator, 'removeMember', { memberId });
      seen.push((await accessOf(somebody)).grantsVersion);
    }
    expect(seen).toEqual([2, 3, 5, 6]);
  });

  it('is answered to the platform alone, and only about UUIDs', async () => {
    for (const identity of [
      person(userId),
      staff(north.uuid),
      { ...person(), persona: 'OPERATOR' as const },
    ]) {
      expect(await faultOf(room.as(identity)(ACCESS, { id: userId }))).toBe('FORBIDDEN');
      expect((await call(room.as(identity), 'appointOperator', { userId })).fault).toBe(
        'FORBIDDEN',
      );
      expect((await call(room.as(identity), 'addMember', { userId, role: 'VIEWER' })).fault).toBe(
        'FORBIDDEN',
      );
    }
    expect(await faultOf(room.as(systemIdentity())(ACCESS, { id: 'user_1' }))).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('an operator is appointed once, with a history', async () => {
    const operator = newId();
    const appoint = () => call(room.as(systemIdentity()), 'appointOperator', { userId: operator });
    expect([(await appoint()).codes, (await appoint()).codes]).toEqual([[], []]);
    expect((await accessOf(operator)).isOperator).toBe(true);
    expect(
      await room.sql(
        `select action, user_id, persona from organizations.audit_entries where aggregate_id = $1`,
        [operator],
      ),
    ).toEqual([{ action: 'operator.appointed', user_id: operator, persona: 'SYSTEM' }]);
    expect(
      (await call(room.as(systemIdentity()), 'appointOperator', { userId: 'x' })).codes,
    ).toEqual(['INVALID_INPUT']);
  });

  it('adding a member is repeatable; it needs an organization and a role that exists', async () => {
    const somebody = newId();
    const first = await addMember(room, south, { userId: somebody });
    expect(await addMember(room, south, { userId: somebody })).toEqual(first);
    await addMember(room, south, { userId: somebody, role: 'ACCOUNTANT' });
    const [access] = (await accessOf(somebody)).memberships;
    expect(access.grants.map(({ role }: { role: string }) => role)).toEqual([
      'VIEWER',
      'ACCOUNTANT',
    ]);
    expect(
      (await call(room.as(systemIdentity()), 'addMember', { userId: somebody, role: 'VIEWER' }))
        .fault,
    ).toBe('BAD_USER_INPUT');
    const system = room.as(systemIdentity(south.uuid));
    expect((await call(system, 'addMember', { userId: somebody, role: 'KING' })).codes).toEqual([
      'INVALID_INPUT',
    ]);
    expect((await call(system, 'addMember', { userId: 'x', role: 'VIEWER' })).codes).toEqual([
      'INVALID_INPUT',
    ]);
  });
});
