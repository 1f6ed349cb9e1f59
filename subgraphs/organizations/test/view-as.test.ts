import { decodeId, encodeId, type Grant, type Identity, systemIdentity } from '@propertea/kernel';
import { person, TestClock, type TestRoom } from '@propertea/testkit';
import {
  addMember,
  announceProperty,
  ask,
  call,
  createCompany,
  faultOf,
  type Office,
  registerOffice,
  startOffice,
  unknown,
} from './office.js';

const clock = new TestClock(new Date('2026-05-01T08:00:00Z'));
let room: TestRoom;
let office: Office;
let other: Office;
beforeAll(async () => {
  room = await startOffice({ clock });
  office = await registerOffice(room);
  other = await registerOffice(room);
});
afterAll(() => room?.stop());

const VIEW = `viewAs { id startedAt expiresAt endedAt reason member { id }
  grants { role reachKind company { id } property { id } } }`;
const viewAs = (memberId: string, reason?: string, send = office.administrator) =>
  call(send, 'viewAs', { memberId, reason }, VIEW);
const endViewAs = (viewAsId: string, send = office.administrator) =>
  call(send, 'endViewAs', { viewAsId }, VIEW);
const CURRENT = `{ currentViewAs { id expiresAt member { id } grants { role reachKind company { id name } } } }`;

/** The administrator with a member's eyes, as the gateway asserts them. */
function looking(viewAsId: string, memberId: string, grants: Grant[], at = office): Identity {
  return {
    ...at.identity('ORGANIZATION_ADMIN', undefined, at.administratorId),
    grants,
    readOnly: true,
    viewAs: {
      id: decodeId('ViewAs', viewAsId) ?? '',
      memberId: decodeId('Member', memberId) ?? '',
    },
  };
}

const accessOf = (viewAsId: string) =>
  ask(
    room.as(systemIdentity()),
    `query($viewAsId: ID!) { viewAsOf(viewAsId: $viewAsId) { organizationId viewerId memberId endsAt
      grants { role reachKind companyId propertyId } } }`,
    { viewAsId: decodeId('ViewAs', viewAsId) },
  );

it('an administrator begins it for an hour; the member’s history tells who and why', async () => {
  const companyId = await createCompany(office);
  const propertyId = await announceProperty(room, office, companyId);
  const edge = encodeId('Property', propertyId);
  const { memberId } = await addMember(room, office, { role: 'ACCOUNTANT', companyId });
  await call(office.administrator, 'addGrant', { memberId, role: 'VIEWER', propertyId: edge });
  const { payload } = await viewAs(memberId, '  Cannot find their property ');
  expect(payload).toEqual({
    viewAs: {
      id: expect.stringMatching(/^vas_/),
      startedAt: '2026-05-01T08:00:00.000Z',
      expiresAt: '2026-05-01T09:00:00.000Z',
      endedAt: null,
      reason: 'Cannot find their property',
      member: { id: memberId },
      grants: [
        {
          role: 'ACCOUNTANT',
          reachKind: 'COMPANY',
          company: { id: companyId },
          property: null,
        },
        {
          role: 'VIEWER',
          reachKind: 'PROPERTY',
          company: { id: companyId },
          property: { id: edge },
        },
      ],
    },
    errors: [],
  });
  await room.settled();
  const { auditLog } = await ask(
    office.administrator,
    `query($id: ID!) { auditLog(filter: { aggregateId: $id }) { nodes { action reason actor { id } } } }`,
    { id: memberId },
  );
  expect(auditLog.nodes[0]).toEqual({
    action: 'member.viewed-as',
    reason: 'Cannot find their property',
    actor: { id: encodeId('User', office.administratorId) },
  });
  expect(await accessOf(payload['viewAs'].id)).toEqual({
    viewAsOf: {
      organizationId: office.uuid,
      viewerId: office.administratorId,
      memberId: decodeId('Member', memberId),
      endsAt: '2026-05-01T09:00:00.000Z',
      grants: [
        {
          role: 'ACCOUNTANT',
          reachKind: 'company',
          companyId: decodeId('Company', companyId),
          propertyId: null,
        },
        {
          role: 'VIEWER',
          reachKind: 'property',
          companyId: decodeId('Company', companyId),
          propertyId,
        },
      ],
    },
  });
});

it('R46: who may not administer members begins none, and members of others are not there', async () => {
  const { memberId, userId } = await addMember(room, office);
  for (const send of [
    office.with('PROPERTY_MANAGER'),
    office.with('ORGANIZATION_ADMIN', {
      kind: 'company',
      companyId: decodeId('Company', await createCompany(office)) ?? '',
    }),
    office.with('VIEWER', undefined, userId),
  ]) {
    expect((await viewAs(memberId, 'x', send)).fault).toBe('FORBIDDEN');
  }
  const foreign = await addMember(room, other);
  const answers = [await viewAs(foreign.memberId), await viewAs(unknown('Member'))];
  expect(answers.map(({ codes }) => codes)).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
  expect(answers[0]).toEqual(answers[1]);
});

it('nobody looks through their own eyes, and a reason has an end', async () => {
  const { memberId } = await addMember(room, office, { userId: office.administratorId });
  expect((await viewAs(memberId)).payload.errors).toEqual([
    {
      code: 'INVALID_INPUT',
      message: 'This is you. Choose another member.',
      path: ['input', 'memberId'],
    },
  ]);
  const { memberId: another } = await addMember(room, office);
  expect((await viewAs(another, 'x'.repeat(501))).payload.errors).toMatchObject([
    { code: 'INVALID_INPUT', path: ['input', 'reason'] },
  ]);
  expect((await viewAs(another, '   ')).payload['viewAs']).toMatchObject({ reason: null });
});

it('a page learns with whose eyes it is shown; otherwise there is nothing to learn', async () => {
  const companyId = await createCompany(office, { name: 'Seen' });
  const { memberId, userId } = await addMember(room, office, { companyId });
  const { payload } = await viewAs(memberId);
  const { id } = payload['viewAs'];
  const grants: Grant[] = [
    {
      role: 'VIEWER',
      reach: { kind: 'company', companyId: decodeId('Company', companyId) ?? '' },
    },
  ];
  const eyes = looking(id, memberId, grants);
  expect(await ask(room.as(eyes), CURRENT)).toEqual({
    currentViewAs: {
      id,
      expiresAt: payload['viewAs'].expiresAt,
      member: { id: memberId },
      grants: [{ role: 'VIEWER', reachKind: 'COMPANY', company: { id: companyId, name: 'Seen' } }],
    },
  });
  const { companies } = await ask(room.as(eyes), '{ companies { nodes { name } totalCount } }');
  expect(companies).toEqual({ nodes: [{ name: 'Seen' }], totalCount: 1 });
  expect(await faultOf(room.as(eyes)('{ auditLog { totalCount } }'))).toBe('FORBIDDEN');
  expect(await ask(office.administrator, CURRENT)).toEqual({ currentViewAs: null });
  expect(await ask(room.as(person(userId)), CURRENT)).toEqual({ currentViewAs: null });
  // Somebody else who names it, as no gateway would assert it.
  const others = { ...eyes, subject: userId };
  expect(await ask(room.as(others), CURRENT)).toEqual({ currentViewAs: null });
});

it('with another’s eyes nothing is written, whatever the input, but the end of it', async () => {
  const { memberId } = await addMember(room, office, { role: 'ORGANIZATION_ADMIN' });
  const { payload } = await viewAs(memberId);
  const { id } = payload['viewAs'];
  const everything: Grant[] = [{ role: 'ORGANIZATION_ADMIN', reach: { kind: 'organization' } }];
  const send = room.as(looking(id, memberId, everything));
  const before = await room.sql('select count(*) from organizations.outbox');
  for (const [command, input] of [
    ['createCompany', { code: 'NO', name: 'No', currency: 'USD' }],
    ['createCompany', { code: '', name: '', currency: '' }],
    ['viewAs', { memberId }],
    ['removeMember', { memberId }],
    ['registerOrganization', { name: 'No' }],
    ['acceptInvitation', { token: 'none' }],
  ] as const) {
    const { fault } = await call(send, command, input);
    expect([command, fault]).toEqual([command, 'FORBIDDEN']);
  }
  expect(await faultOf(send('mutation { eraseMyMemberships { errors { code } } }'))).toBe(
    'FORBIDDEN',
  );
  expect(await room.sql('select count(*) from organizations.outbox')).toEqual(before);
  const ended = await endViewAs(id, send);
  expect(ended.payload).toMatchObject({
    viewAs: { id, endedAt: clock.now().toISOString() },
    errors: [],
  });
});

it('it ends once, at the word of who began it; nobody else knows of it', async () => {
  const { memberId, userId } = await addMember(room, office);
  const { id } = (await viewAs(memberId)).payload['viewAs'];
  const strangers = [
    office.with('ORGANIZATION_ADMIN'),
    office.with('VIEWER', undefined, userId),
    other.administrator,
  ];
  const nothing = await endViewAs(unknown('ViewAs'));
  expect(nothing.codes).toEqual(['NOT_FOUND']);
  for (const send of strangers) expect(await endViewAs(id, send)).toEqual(nothing);
  const first = await endViewAs(id);
  clock.advance({ seconds: 60 });
  expect(await endViewAs(id)).toEqual(first);
  expect((await accessOf(id))['viewAsOf'].endsAt).toEqual(first.payload['viewAs'].endedAt);
  const entries = await room.sql(
    `select action from organizations.audit_entries where aggregate_id = $1 order by id`,
    [decodeId('Member', memberId)],
  );
  expect(entries).toEqual([
    { action: 'member.added' },
    { action: 'member.viewed-as' },
    { action: 'member.view-as-ended' },
  ]);
});

it('an hour later it is over, and to end it changes nothing', async () => {
  const { memberId } = await addMember(room, office);
  const { id, expiresAt } = (await viewAs(memberId)).payload['viewAs'];
  clock.advance({ seconds: 3_600 });
  expect((await endViewAs(id)).payload['viewAs']).toMatchObject({ endedAt: null, expiresAt });
  expect((await accessOf(id))['viewAsOf'].endsAt).toEqual(expiresAt);
});

it('with the member goes every view through their eyes', async () => {
  const { memberId } = await addMember(room, office);
  const { id } = (await viewAs(memberId)).payload['viewAs'];
  await call(office.administrator, 'removeMember', { memberId });
  expect(await accessOf(id)).toEqual({ viewAsOf: null });
  expect((await endViewAs(id)).codes).toEqual(['NOT_FOUND']);
});

it('only the platform asks for somebody’s view', async () => {
  const query = `{ viewAsOf(viewAsId: "${'0'.repeat(8)}-0000-0000-0000-000000000000") { memberId } }`;
  expect(await faultOf(office.administrator(query))).toBe('FORBIDDEN');
});
