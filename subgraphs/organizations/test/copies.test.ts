import { encodeId, newId } from '@propertea/kernel';
import { eventually, person, type TestRoom } from '@propertea/testkit';
import {
  addMember,
  announcePerson,
  announceProperty,
  ask,
  call,
  createCompany,
  deliver,
  type Office,
  registerOffice,
  startOffice,
} from './office.js';

let room: TestRoom;
let office: Office;
beforeAll(async () => {
  room = await startOffice();
  office = await registerOffice(room);
});
afterAll(() => room?.stop());

const personRow = async (userId: string) =>
  (
    await room.sql(
      'select name, email, is_email_verified, sequence from organizations.people where user_id = $1',
      [userId],
    )
  )[0];
const erase = (userId: string, sequence: number) =>
  deliver(room, 'user.erased.v1', { userId }, { source: 'identity', sequence });
const later = (type: string, sequence: number) => ({ type, sequence });

it('R50: of a person the newest fact wins, in whichever order they come', async () => {
  const userId = newId();
  await announcePerson(
    room,
    { userId, name: 'Third', email: 'Third@Example.com' },
    later('user.changed.v1', 3),
  );
  await announcePerson(room, { userId, name: 'First' }, later('user.registered.v1', 1));
  await announcePerson(room, { userId, name: 'Second' }, later('user.changed.v1', 2));
  expect(await personRow(userId)).toEqual({
    name: 'Third',
    email: 'third@example.com',
    is_email_verified: true,
    sequence: 3,
  });
});

it.each([
  [
    'after the erasure',
    [
      ['user.erased.v1', 3],
      ['user.registered.v1', 1],
      ['user.changed.v1', 2],
    ],
  ],
  [
    'before the erasure',
    [
      ['user.registered.v1', 1],
      ['user.changed.v1', 2],
      ['user.erased.v1', 3],
    ],
  ],
  [
    'around the erasure',
    [
      ['user.registered.v1', 1],
      ['user.erased.v1', 3],
      ['user.changed.v1', 2],
    ],
  ],
] as [string, [string, number][]][])(
  'R50: an erased person stays forgotten, also where facts come %s',
  async (_when, order) => {
    const userId = newId();
    for (const [type, sequence] of order) {
      if (type === 'user.erased.v1') await erase(userId, sequence);
      else await announcePerson(room, { userId, name: 'Secret' }, { type, sequence });
    }
    expect(await personRow(userId)).toEqual({
      name: '',
      email: '',
      is_email_verified: false,
      sequence: 3,
    });
  },
);

it('an erased person leaves every organization, every invitation and every table', async () => {
  const email = 'forget.me@example.com';
  const userId = await announcePerson(room, { email, name: 'Forget Mee' });
  const second = await registerOffice(room, 'Second');
  await registerOffice(room, 'Third', userId);
  const { payload } = await call(
    office.administrator,
    'inviteMember',
    { email, role: 'VIEWER' },
    'link',
  );
  await call(second.administrator, 'inviteMember', { email, role: 'VIEWER' });
  const token = String(payload['link']).split('/').at(-1);
  expect((await call(room.as(person(userId)), 'acceptInvitation', { token })).codes).toEqual([]);
  // The address changes, and the invitation to the old one was accepted by the same person.
  await announcePerson(
    room,
    { userId, email: 'forget.mee@example.com', name: 'Forget Mee' },
    later('user.changed.v1', 2),
  );
  await call(second.administrator, 'inviteMember', {
    email: 'forget.mee@example.com',
    role: 'VIEWER',
  });
  await erase(userId, 3);
  await room.settled();

  expect(
    await room.sql('select 1 from organizations.members where user_id = $1', [userId]),
  ).toEqual([]);
  const tables = await room.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'organizations' and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await room.sql(
      `select 1 from organizations.${name} t where to_jsonb(t)::text ~* 'forget.?mee'`,
    );
    if (rows.length > 0) found.push(name);
  }
  expect(found).toEqual([]);
  // What was made to an address that was never theirs again is not theirs to take away.
  const left = await room.sql(
    'select email from organizations.invitations where organization_id = $1',
    [second.uuid],
  );
  expect(left).toEqual([{ email }]);
  const accepted = 'select 1 from organizations.invitations where organization_id = $1';
  expect(await room.sql(accepted, [office.uuid])).toEqual([]);
  const { auditLog } = await ask(
    office.administrator,
    '{ auditLog(first: 5) { nodes { action reason persona } } }',
  );
  expect(auditLog.nodes).toEqual(
    expect.arrayContaining([
      { action: 'member.removed', reason: 'The person was erased.', persona: 'SYSTEM' },
      { action: 'grant.removed', reason: 'The person was erased.', persona: 'SYSTEM' },
      { action: 'invitation.erased', reason: 'The person was erased.', persona: 'SYSTEM' },
    ]),
  );
});

it('an erased operator operates nothing, and an unverified address takes no invitation along', async () => {
  const email = 'somebody.else@example.com';
  const userId = await announcePerson(room, { email, emailVerified: false });
  await call(office.administrator, 'inviteMember', { email, role: 'VIEWER' });
  await room.sql('insert into organizations.operators (id) values ($1)', [userId]);
  await erase(userId, 2);
  expect(await room.sql('select 1 from organizations.operators where id = $1', [userId])).toEqual(
    [],
  );
  expect(
    await room.sql('select 1 from organizations.invitations where email = $1', [email]),
  ).toHaveLength(1);
});

it('R50: of a property the newest fact wins, in whichever order they come', async () => {
  const companyId = await createCompany(office);
  const propertyId = newId();
  const announce = (type: string, sequence: number, isRetired: boolean) =>
    announceProperty(room, office, companyId, { propertyId, type, sequence, isRetired });
  const retire = () => call(office.administrator, 'retireCompany', { companyId, version: 1 });
  await announce('property.restored.v1', 3, false);
  await announce('property.retired.v1', 2, true);
  await announce('property.created.v1', 1, false);
  expect((await retire()).codes).toEqual(['HAS_CHILDREN']);
  await announce('property.retired.v1', 4, true);
  await announce('property.changed.v1', 3, false);
  expect((await retire()).codes).toEqual([]);
});

it('R46: a property of another organization in an envelope of this one is refused', async () => {
  const other = await registerOffice(room);
  const data = {
    propertyId: newId(),
    organizationId: other.uuid,
    companyId: newId(),
    code: 'P',
    name: 'p',
    isRetired: false,
  };
  const delivering = deliver(room, 'property.created.v1', data, {
    source: 'properties',
    organizationId: office.uuid,
  });
  await eventually(
    () =>
      room.sql(
        `select 1 from bus.deliveries where envelope->'data'->>'propertyId' = $1 and attempts > 0`,
        [data.propertyId],
      ),
    (refused) => refused.length === 1,
  );
  await room.sql('delete from bus.deliveries');
  await delivering;
  expect(
    await room.sql('select 1 from organizations.properties where id = $1', [data.propertyId]),
  ).toEqual([]);
});

it('a person who announced themselves moments ago may accept an invitation at once', async () => {
  const userId = newId();
  const email = `${userId}@example.com`;
  const { payload } = await call(
    office.administrator,
    'inviteMember',
    { email, role: 'VIEWER' },
    'link',
  );
  const token = String(payload['link']).split('/').at(-1);
  const accepting = call(room.as(person(userId)), 'acceptInvitation', { token });
  await announcePerson(room, { userId, email });
  expect((await accepting).codes).toEqual([]);
});

it('a member may be named by a grant on a property that was created moments ago', async () => {
  const { memberId } = await addMember(room, office);
  const companyId = await createCompany(office);
  const propertyId = newId();
  const granting = call(office.administrator, 'addGrant', {
    memberId,
    role: 'LEASING_AGENT',
    propertyId: encodeId('Property', propertyId),
  });
  await announceProperty(room, office, companyId, { propertyId });
  expect((await granting).codes).toEqual([]);
});

it('who waits for a property holds up nobody else', async () => {
  const { memberId } = await addMember(room, office);
  // More of them than the room has connections; none of these properties will ever come.
  const waiting = Array.from({ length: 10 }, () =>
    call(office.administrator, 'addGrant', {
      memberId,
      role: 'LEASING_AGENT',
      propertyId: encodeId('Property', newId()),
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  let answered = 0;
  for (const one of waiting) void one.then(() => (answered += 1));
  await ask(office.administrator, '{ members { totalCount } }');
  expect(answered).toBe(0);
  const answers = await Promise.all(waiting);
  expect(answers.map(({ codes }) => codes)).toEqual(waiting.map(() => ['NOT_FOUND']));
});
