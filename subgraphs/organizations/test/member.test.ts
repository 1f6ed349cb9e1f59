import { decodeId, encodeId } from '@propertea/kernel';
import { person, type TestRoom } from '@propertea/testkit';
import {
  addMember,
  announceProperty,
  call,
  createCompany,
  type Office,
  registerOffice,
  startOffice,
  unknown,
  longAgo,
} from './office.js';

let room: TestRoom;
let office: Office;
let other: Office;
beforeAll(async () => {
  room = await startOffice();
  office = await registerOffice(room);
  other = await registerOffice(room);
});
afterAll(() => room?.stop());

const MEMBER = 'member { id grants { id role reachKind company { id } property { id } } }';
const addGrant = (input: object, at = office) => call(at.administrator, 'addGrant', input, MEMBER);
const removeGrant = (grantId: string, at = office) =>
  call(at.administrator, 'removeGrant', { grantId }, MEMBER);
const removeMember = (memberId: string, send = office.administrator, reason?: string) =>
  call(send, 'removeMember', { memberId, reason }, 'removedMemberId');
const factsOf = (type: string, userId: string) =>
  room.sql<{ sequence: number; data: Record<string, unknown> }>(
    `select sequence, data from organizations.outbox where type = $1 and data->>'userId' = $2 order by position`,
    [type, userId],
  );

it('a member gets roles with each reach; every change raises the grants version', async () => {
  const { memberId, userId } = await addMember(room, office);
  const companyId = await createCompany(office);
  const propertyId = encodeId('Property', await announceProperty(room, office, companyId));
  await addGrant({ memberId, role: 'ACCOUNTANT' });
  await addGrant({ memberId, role: 'ACCOUNTANT', companyId });
  const { payload } = await addGrant({ memberId, role: 'PROPERTY_MANAGER', propertyId });
  expect(payload['member'].grants).toEqual([
    {
      id: expect.stringMatching(/^grant_/),
      role: 'VIEWER',
      reachKind: 'ORGANIZATION',
      company: null,
      property: null,
    },
    {
      id: expect.any(String),
      role: 'ACCOUNTANT',
      reachKind: 'ORGANIZATION',
      company: null,
      property: null,
    },
    {
      id: expect.any(String),
      role: 'ACCOUNTANT',
      reachKind: 'COMPANY',
      company: { id: companyId },
      property: null,
    },
    {
      id: expect.any(String),
      role: 'PROPERTY_MANAGER',
      reachKind: 'PROPERTY',
      company: { id: companyId },
      property: { id: propertyId },
    },
  ]);
  const versions = (await factsOf('grant.changed.v1', userId)).map(
    ({ data }) => data['grantsVersion'],
  );
  expect(versions).toEqual([1, 2, 3]);
});

it('the same role with the same reach is given once', async () => {
  const { memberId } = await addMember(room, office);
  expect((await addGrant({ memberId, role: 'VIEWER' })).payload).toEqual({
    member: null,
    errors: [
      {
        code: 'ALREADY_GRANTED',
        message: 'The member already has this role with this reach.',
        path: ['input'],
      },
    ],
  });
  const racing = await Promise.all(
    ['ACCOUNTANT', 'ACCOUNTANT', 'LEASING_AGENT'].map((role) => addGrant({ memberId, role })),
  );
  expect(racing.flatMap(({ codes }) => codes)).toEqual(['ALREADY_GRANTED']);
});

it('a grant names a company or a property, not both', async () => {
  const { memberId } = await addMember(room, office);
  const companyId = await createCompany(office);
  const propertyId = encodeId('Property', await announceProperty(room, office, companyId));
  expect(
    (await addGrant({ memberId, role: 'VIEWER', companyId, propertyId })).payload.errors,
  ).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'propertyId'] }]);
});

it('R46: members, companies, properties and grants of others are ones that do not exist', async () => {
  const own = await addMember(room, office);
  const foreign = await addMember(room, other);
  const foreignCompany = await createCompany(other);
  const foreignProperty = encodeId(
    'Property',
    await announceProperty(room, other, foreignCompany, { propertyId: longAgo() }),
  );
  const [grant] = await room.sql<{ id: string }>(
    'select id from organizations.grants where organization_id = $1',
    [other.uuid],
  );
  const pairs = [
    ['addGrant', 'memberId', { role: 'VIEWER' }, foreign.memberId, unknown('Member')],
    [
      'addGrant',
      'companyId',
      { memberId: own.memberId, role: 'ACCOUNTANT' },
      foreignCompany,
      unknown('Company'),
    ],
    [
      'addGrant',
      'propertyId',
      { memberId: own.memberId, role: 'ACCOUNTANT' },
      foreignProperty,
      encodeId('Property', longAgo()),
    ],
    ['removeGrant', 'grantId', {}, encodeId('Grant', grant?.id ?? ''), unknown('Grant')],
    ['removeMember', 'memberId', {}, foreign.memberId, unknown('Member')],
  ] as const;
  for (const [mutation, field, input, theirs, nobodys] of pairs) {
    const answer = await call(office.administrator, mutation, { ...input, [field]: theirs });
    expect(answer.payload.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', field] }]);
    expect(answer).toEqual(
      await call(office.administrator, mutation, { ...input, [field]: nobodys }),
    );
    expect(answer).toEqual(
      await call(office.administrator, mutation, { ...input, [field]: 'nonsense' }),
    );
  }
});

it('a grant is taken away with its history; a second time it is not found', async () => {
  const { memberId } = await addMember(room, office);
  const { payload } = await addGrant({ memberId, role: 'ACCOUNTANT' });
  const grantId = payload['member'].grants[1].id;
  const racing = await Promise.all([removeGrant(grantId), removeGrant(grantId)]);
  expect(racing.flatMap(({ codes }) => codes)).toEqual(['NOT_FOUND']);
  expect(racing.find(({ codes }) => codes.length === 0)?.payload['member'].grants).toHaveLength(1);
  const removals = await room.sql(
    `select before, after from organizations.audit_entries where organization_id = $1 and action = 'grant.removed'`,
    [office.uuid],
  );
  expect(removals).toEqual([
    {
      before: expect.objectContaining({ role: 'ACCOUNTANT', reachKind: 'organization' }),
      after: null,
    },
  ]);
});

it('a member is removed once, with grants, history and a fact newer than all before', async () => {
  const { memberId, userId } = await addMember(room, office);
  await addGrant({ memberId, role: 'ACCOUNTANT' });
  const racing = await Promise.all([
    removeMember(memberId, office.administrator, 'left'),
    removeMember(memberId),
  ]);
  expect(racing.flatMap(({ codes }) => codes)).toEqual(['NOT_FOUND']);
  expect(
    await room.sql('select 1 from organizations.members where user_id = $1', [userId]),
  ).toEqual([]);
  const [changed] = await factsOf('grant.changed.v1', userId);
  const removed = await factsOf('member.removed.v1', userId);
  expect(removed).toHaveLength(1);
  expect(removed[0]?.sequence).toBeGreaterThan(changed?.sequence ?? 0);
});

it('members remove themselves; others only as administrators of the whole organization', async () => {
  const companyId = await createCompany(office);
  const leaving = await addMember(room, office);
  const staying = await addMember(room, office);
  const self = office.with('VIEWER', { kind: 'organization' }, leaving.userId);
  expect((await removeMember(staying.memberId, self)).fault).toBe('FORBIDDEN');
  expect((await removeMember(leaving.memberId, self)).payload).toEqual({
    removedMemberId: leaving.memberId,
    errors: [],
  });
  const ofCompany = office.with('ORGANIZATION_ADMIN', {
    kind: 'company',
    companyId: decodeId('Company', companyId) ?? '',
  });
  expect((await removeMember(staying.memberId, ofCompany)).fault).toBe('FORBIDDEN');
});

it('who stands in no organization is told to choose one', async () => {
  const { memberId } = await addMember(room, office);
  const somebody = room.as(person());
  for (const { fault } of [
    await call(somebody, 'addGrant', { memberId, role: 'VIEWER' }),
    await call(somebody, 'removeGrant', { grantId: unknown('Grant') }),
    await removeMember(memberId, somebody),
    await call(somebody, 'inviteMember', { email: 'a@example.com', role: 'VIEWER' }),
    await call(somebody, 'revokeInvitation', { invitationId: unknown('Invitation') }),
  ]) {
    expect(fault).toBe('BAD_USER_INPUT');
  }
});
