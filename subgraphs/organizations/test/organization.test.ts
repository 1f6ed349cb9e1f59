import { newId, systemIdentity } from '@propertea/kernel';
import { person, staff, type TestRoom } from '@propertea/testkit';
import { ask, call, type Office, registerOffice, startOffice, unknown } from './office.js';

let room: TestRoom;
let office: Office;
beforeAll(async () => {
  room = await startOffice();
  office = await registerOffice(room);
});
afterAll(() => room?.stop());

const ACCESS = `query($id: ID!) { accessOf(userId: $id) { isOperator grantsVersion memberships {
  organizationId organizationName grants { role reachKind companyId propertyId } } } }`;
const accessOf = async (id: string) =>
  (await ask(room.as(systemIdentity()), ACCESS, { id }))['accessOf'];
const membersOf = (uuid: string) =>
  room.sql('select user_id from organizations.members where organization_id = $1', [uuid]);

it('a person without an organization registers one and becomes its administrator', async () => {
  expect(await accessOf(office.administratorId)).toEqual({
    isOperator: false,
    grantsVersion: 1,
    memberships: [
      {
        organizationId: office.uuid,
        organizationName: 'Lakeside',
        grants: [
          {
            role: 'ORGANIZATION_ADMIN',
            reachKind: 'organization',
            companyId: null,
            propertyId: null,
          },
        ],
      },
    ],
  });
});

it('R47: registering is in the history of organization, member and grant, with what they became', async () => {
  const { organization } = await ask(
    office.administrator,
    `query($id: ID!) { organization(id: $id) { name version history { nodes { action before after persona actor { id } } } } }`,
    { id: office.id },
  );
  expect(organization.history.nodes).toEqual([
    {
      action: 'organization.registered',
      before: null,
      after: expect.objectContaining({ name: 'Lakeside' }),
      persona: 'PERSON',
      actor: { id: expect.stringMatching(/^user_/) },
    },
  ]);
  const actions = await room.sql(
    'select action, before, after from organizations.audit_entries where organization_id = $1 order by id',
    [office.uuid],
  );
  expect(actions.map(({ action, after }) => [action, after !== null])).toEqual([
    ['organization.registered', true],
    ['member.added', true],
    ['grant.added', true],
  ]);
});

it('somebody who stands in another organization registers one more', async () => {
  const userId = newId();
  const { payload } = await call(
    room.as(staff(office.uuid, 'VIEWER', { kind: 'organization' }, userId)),
    'registerOrganization',
    { name: 'Second' },
    'organization { id name version }',
  );
  expect(payload).toMatchObject({ organization: { name: 'Second', version: 1 }, errors: [] });
  expect((await accessOf(userId)).memberships).toHaveLength(1);
});

it.each([
  ['an operator', { ...person(), persona: 'OPERATOR' as const, scopes: ['operator'] }],
  ['the platform', systemIdentity()],
])('%s registers an organization that has no member yet', async (_who, identity) => {
  const { payload, fault } = await call(
    room.as(identity),
    'registerOrganization',
    { name: 'Theirs' },
    'organization { id }',
  );
  expect(fault).toBeUndefined();
  const [found] = await room.sql<{ id: string }>(
    `select id from organizations.organizations where name = 'Theirs' order by created_at desc limit 1`,
  );
  expect(payload.errors).toEqual([]);
  expect(await membersOf(found?.id ?? '')).toEqual([]);
});

it('nobody registers an organization without signing in', async () => {
  const nobody = { ...person(), subject: null, persona: 'ANONYMOUS' as const };
  expect((await call(room.as(nobody), 'registerOrganization', { name: 'x' })).fault).toBe(
    'UNAUTHENTICATED',
  );
});

it('a new name is kept with its history; the version that was loaded must be the stored one', async () => {
  const own = await registerOffice(room, 'Old Name');
  const change = (version: number, name: string) =>
    call(
      own.administrator,
      'changeOrganization',
      { organizationId: own.id, version, name },
      'organization { name version }',
    );
  expect((await change(1, '  New Name ')).payload).toMatchObject({
    organization: { name: 'New Name', version: 2 },
    errors: [],
  });
  expect((await change(1, 'Too Late')).payload).toMatchObject({
    organization: null,
    errors: [{ code: 'CONFLICT', path: ['input', 'version'] }],
  });
  const racing = await Promise.all([change(2, 'One'), change(2, 'Two')]);
  expect(racing.flatMap(({ codes }) => codes)).toEqual(['CONFLICT']);
  const { organization } = await ask(
    own.administrator,
    '{ organization(id: "' +
      own.id +
      '") { history { nodes { action before after } totalCount } } }',
  );
  expect(organization.history.totalCount).toBe(3);
  expect(organization.history.nodes[1]).toEqual({
    action: 'organization.changed',
    before: { name: 'Old Name' },
    after: { name: 'New Name' },
  });
});

it('R46: another organization is one that does not exist, to read and to change', async () => {
  const other = await registerOffice(room);
  const change = (organizationId: string) =>
    call(office.administrator, 'changeOrganization', { organizationId, version: 1, name: 'Mine' });
  expect((await change(other.id)).payload).toEqual((await change(unknown('Organization'))).payload);
  expect((await change(other.id)).codes).toEqual(['NOT_FOUND']);
  for (const send of [
    office.administrator,
    room.as(person()),
    room.as(person(office.administratorId)),
  ]) {
    expect(await ask(send, `{ organization(id: "${other.id}") { name } }`)).toEqual({
      organization: null,
    });
  }
  expect(
    await ask(
      room.as(person(office.administratorId)),
      `{ organization(id: "${office.id}") { name } }`,
    ),
  ).toEqual({ organization: { name: 'Lakeside' } });
});

it('an organization is found by reference only by who stands in it', async () => {
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { name } } }`;
  const r = [{ __typename: 'Organization', id: office.id }];
  expect(await ask(office.administrator, query, { r })).toEqual({
    _entities: [{ name: 'Lakeside' }],
  });
  const other = await registerOffice(room);
  expect(await ask(other.administrator, query, { r })).toEqual({ _entities: [null] });
  const nonsense = [{ __typename: 'Organization', id: 'org_nonsense' }];
  expect(await ask(office.administrator, query, { r: nonsense })).toEqual({ _entities: [null] });
});
