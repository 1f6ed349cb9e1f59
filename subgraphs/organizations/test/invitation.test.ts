import { newId } from '@propertea/kernel';
import { person, type Send, staff, TestClock, type TestRoom } from '@propertea/testkit';
import {
  addMember,
  announcePerson,
  ask,
  call,
  createCompany,
  type Office,
  PUBLIC_URL,
  registerOffice,
  startOffice,
  unknown,
  longAgo,
} from './office.js';

const clock = new TestClock();
let room: TestRoom;
let office: Office;
beforeAll(async () => {
  room = await startOffice({ clock });
  office = await registerOffice(room);
});
afterAll(() => room?.stop());

const INVITATION =
  'invitation { id email role reachKind state company { id } createdAt expiresAt invitedBy { id } } link';
const invite = (input: object, send = office.administrator) =>
  call(send, 'inviteMember', { role: 'VIEWER', ...input }, INVITATION);
const accept = (send: Send, token: string) =>
  call(send, 'acceptInvitation', { token }, 'organizationId');
const tokenOf = (link: unknown) => String(link).slice(`${PUBLIC_URL}/invitations/`.length);

/** Somebody registered with this address, an invitation to it, and its token. */
async function invited(options: { emailVerified?: boolean; grant?: object } = {}) {
  const userId = longAgo();
  const email = `${newId()}@example.com`;
  await announcePerson(room, { userId, email, emailVerified: options.emailVerified ?? true });
  const { payload } = await invite({ email, ...options.grant });
  return { userId, email, id: String(payload['invitation'].id), token: tokenOf(payload['link']) };
}

it('the inviter sees the link once; the table holds only its hash, histories not even the address', async () => {
  const { payload } = await invite({ email: 'Ann.Ash@Example.com' });
  expect(payload).toEqual({
    invitation: {
      id: expect.stringMatching(/^inv_/),
      email: 'ann.ash@example.com',
      role: 'VIEWER',
      reachKind: 'ORGANIZATION',
      state: 'OPEN',
      company: null,
      createdAt: expect.any(String),
      expiresAt: new Date(clock.now().getTime() + 7 * 86_400_000).toISOString(),
      invitedBy: { id: expect.stringMatching(/^user_/) },
    },
    link: expect.stringMatching(/^http:\/\/localhost:4000\/invitations\/[\w-]{43}$/),
    errors: [],
  });
  const token = tokenOf(payload['link']);
  const everything = await room.sql(
    `select to_jsonb(i)::text as row from organizations.invitations i
     union all select to_jsonb(a)::text from organizations.audit_entries a
     union all select to_jsonb(o)::text from organizations.outbox o
     union all select to_jsonb(l)::text from organizations.audit_log l`,
  );
  const texts = everything.map(({ row }) => String(row));
  expect(texts.filter((text) => text.includes(token))).toEqual([]);
  expect(texts.filter((text) => text.includes('ann.ash'))).toHaveLength(1);
});

it('the invited person becomes a member with the role and reach that were offered', async () => {
  const companyId = await createCompany(office);
  const { userId, token, id } = await invited({ grant: { role: 'ACCOUNTANT', companyId } });
  const { payload } = await accept(room.as(person(userId)), token);
  expect(payload).toEqual({ organizationId: office.id, errors: [] });
  const grants = await room.sql(
    `select g.role, g.reach_kind from organizations.grants g join organizations.members m on m.id = g.member_id where m.user_id = $1`,
    [userId],
  );
  expect(grants).toEqual([{ role: 'ACCOUNTANT', reach_kind: 'company' }]);
  const { invitations } = await ask(
    office.administrator,
    '{ invitations { nodes { id state history { nodes { action before after } } } } }',
  );
  const seen = invitations.nodes.find((node: { id: string }) => node.id === id);
  expect(seen.state).toBe('ACCEPTED');
  expect(seen.history.nodes[0]).toEqual({
    action: 'invitation.accepted',
    before: { acceptedAt: null, acceptedBy: null },
    after: { acceptedAt: clock.now().toISOString(), acceptedBy: userId },
  });
});

it('somebody who stands in another organization accepts without leaving it', async () => {
  const other = await registerOffice(room);
  const { userId, token } = await invited();
  const standing = room.as(staff(other.uuid, 'VIEWER', { kind: 'organization' }, userId));
  expect((await accept(standing, token)).payload).toEqual({
    organizationId: office.id,
    errors: [],
  });
});

it('an invitation is used once, also where it is used twice at a time', async () => {
  const { userId, token } = await invited();
  const somebody = room.as(person(userId));
  const racing = await Promise.all([accept(somebody, token), accept(somebody, token)]);
  expect(racing.map(({ fault }) => fault)).toEqual([undefined, undefined]);
  expect(racing.flatMap(({ codes }) => codes)).toHaveLength(1);
  expect((await accept(somebody, token)).codes).toEqual(['INVITATION_EXPIRED']);
  expect(
    await room.sql('select 1 from organizations.members where user_id = $1', [userId]),
  ).toHaveLength(1);
});

it('an invitation is valid for seven days', async () => {
  const early = await invited();
  const late = await invited();
  clock.advance({ days: 7, seconds: -1 });
  expect((await accept(room.as(person(early.userId)), early.token)).codes).toEqual([]);
  clock.advance({ seconds: 1 });
  expect((await accept(room.as(person(late.userId)), late.token)).codes).toEqual([
    'INVITATION_EXPIRED',
  ]);
  const { invitations } = await ask(office.administrator, '{ invitations { nodes { id state } } }');
  expect(invitations.nodes).toContainEqual({ id: late.id, state: 'EXPIRED' });
  expect(
    (await call(office.administrator, 'revokeInvitation', { invitationId: late.id })).codes,
  ).toEqual(['INVITATION_EXPIRED']);
});

it('a revoked invitation is no invitation; it is revoked once', async () => {
  const { userId, token, id } = await invited();
  const revoke = () =>
    call(office.administrator, 'revokeInvitation', { invitationId: id }, 'invitation { state }');
  expect((await revoke()).payload).toEqual({ invitation: { state: 'REVOKED' }, errors: [] });
  expect((await revoke()).codes).toEqual(['INVITATION_EXPIRED']);
  expect((await accept(room.as(person(userId)), token)).codes).toEqual(['INVITATION_EXPIRED']);
});

it('an invitation is for one verified address', async () => {
  const unverified = await invited({ emailVerified: false });
  expect((await accept(room.as(person(unverified.userId)), unverified.token)).codes).toEqual([
    'INVITATION_FOR_ANOTHER',
  ]);
  const { token } = await invited();
  const stranger = await announcePerson(room, { userId: longAgo() });
  expect((await accept(room.as(person(stranger)), token)).codes).toEqual([
    'INVITATION_FOR_ANOTHER',
  ]);
  expect((await accept(room.as(person(longAgo())), token)).codes).toEqual([
    'INVITATION_FOR_ANOTHER',
  ]);
});

it('a token that nobody made is not found; nobody accepts without signing in', async () => {
  const somebody = room.as(person());
  for (const token of ['', 'nonsense', 'x'.repeat(200)]) {
    expect((await accept(somebody, token)).payload.errors).toEqual([
      { code: 'NOT_FOUND', message: 'Invitation not found.', path: ['input', 'token'] },
    ]);
  }
  expect((await accept(somebody, 'ƒ†'.repeat(250_000))).codes).toEqual(['INVALID_INPUT']);
  const { token } = await invited();
  const nobody = { ...person(), subject: null, persona: 'ANONYMOUS' as const };
  expect((await accept(room.as(nobody), token)).fault).toBe('UNAUTHENTICATED');
});

it('members are not invited again; somebody may be invited while an invitation is open', async () => {
  const email = `${newId()}@example.com`;
  const userId = await announcePerson(room, { email });
  expect((await invite({ email })).codes).toEqual([]);
  const again = await invite({ email });
  expect(again.codes).toEqual([]);
  await addMember(room, office, { userId });
  expect((await invite({ email: email.toUpperCase() })).payload.errors).toMatchObject([
    { code: 'ALREADY_MEMBER', path: ['input', 'email'] },
  ]);
  const late = await accept(room.as(person(userId)), tokenOf(again.payload['link']));
  expect(late.codes).toEqual(['ALREADY_MEMBER']);
});

it.each([
  '',
  'ann',
  'ann@',
  '@example.com',
  'ann ash@example.com',
  'änn@example.com',
  `${'a'.repeat(250)}@example.com`,
  'a@b\0.com',
  '@'.repeat(500_000),
])('an address like %.20j is refused', async (email) => {
  const { payload } = await invite({ email });
  expect(payload.errors[0]).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'email'] });
});

it('R46: invitations are the administrators’ and of one organization only', async () => {
  const { id } = await invited();
  const other = await registerOffice(room);
  const revoke = (invitationId: string) =>
    call(other.administrator, 'revokeInvitation', { invitationId });
  expect((await revoke(id)).codes).toEqual(['NOT_FOUND']);
  expect(await revoke(id)).toEqual(await revoke(unknown('Invitation')));
  expect(await ask(other.administrator, '{ invitations { totalCount nodes { id } } }')).toEqual({
    invitations: { totalCount: 0, nodes: [] },
  });
  await expect(
    ask(office.with('PROPERTY_MANAGER'), '{ invitations { totalCount } }'),
  ).rejects.toThrow('FORBIDDEN');
});
