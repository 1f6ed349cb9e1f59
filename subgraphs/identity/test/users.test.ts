import { encodeId, newId } from '@propertea/kernel';
import { memberAdded, memberRemoved } from '@propertea/schema/events';
import { person, staff } from '@propertea/testkit';
import { dataOf, House } from './house.js';
import * as people from './people.js';

let house: House;
beforeAll(async () => {
  house = await House.start();
});
afterAll(() => house.stop());

const link = (claims: Parameters<typeof people.link>[1] = {}) => people.link(house, claims);
const viewer = (userId: string) => people.viewer(house, userId);

describe('a person about themselves', () => {
  const PROFILE = `mutation ($input: ChangeProfileInput!) {
    changeProfile(input: $input) { user { name version } errors { code message path } } }`;
  const PREFERENCES = `mutation ($input: ChangePreferencesInput!) {
    changePreferences(input: $input) { user { locale timeZone version } errors { code path } } }`;

  it('changes name and preferences, in whatever organization they stand, with a history', async () => {
    const userId = await link();
    const me = staff(newId(), 'VIEWER', { kind: 'organization' }, userId);
    expect(
      dataOf(await house.as(me)(PROFILE, { input: { name: ' Ada  King ', version: 1 } })),
    ).toEqual({
      changeProfile: { user: { name: 'Ada King', version: 2 }, errors: [] },
    });
    const input = { locale: 'de', timeZone: 'europe/berlin', version: 2 };
    expect(dataOf(await house.as(person(userId))(PREFERENCES, { input }))).toEqual({
      changePreferences: {
        user: { locale: 'de', timeZone: 'Europe/Berlin', version: 3 },
        errors: [],
      },
    });
    const history = (await viewer(userId))?.history;
    expect(history?.nodes.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      {
        action: 'user.changed',
        before: { locale: 'en', timeZone: 'UTC' },
        after: { locale: 'de', timeZone: 'Europe/Berlin' },
      },
      { action: 'user.changed', before: { name: 'Ada Lovelace' }, after: { name: 'Ada King' } },
      expect.objectContaining({ action: 'user.registered', before: null }),
    ]);
    const facts = await house.sql<{
      type: string;
      sequence: number;
      organization_id: string | null;
    }>(
      'select type, sequence, organization_id from identity.outbox where subject = $1 order by position',
      [userId],
    );
    expect(facts).toEqual([
      { type: 'user.registered.v1', sequence: 1, organization_id: null },
      { type: 'user.changed.v1', sequence: 2, organization_id: null },
    ]);
  });

  it('is told when the version they read is no longer the newest', async () => {
    const userId = await link();
    const change = (name: string) =>
      house.as(person(userId))(PROFILE, { input: { name, version: 1 } });
    const answers = (await Promise.all([change('One'), change('Two'), change('Three')])).map(
      (answer) => dataOf<{ changeProfile: { errors: people.Failure[] } }>(answer),
    );
    const codes = answers.flatMap(({ changeProfile }) =>
      changeProfile.errors.map(({ code }) => code),
    );
    expect(codes).toEqual(['CONFLICT', 'CONFLICT']);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \t '],
    ['too much', 'x'.repeat(201)],
    ['500 KB', '🏠'.repeat(125_000)],
    ['a control character', 'Ada\u0000'],
    ['a hidden direction mark', 'Ada\u202e'],
  ])('cannot be called by %s', async (_what, name) => {
    const userId = await link();
    const answer = await house.as(person(userId))(PROFILE, { input: { name, version: 1 } });
    expect(dataOf(answer)).toMatchObject({
      changeProfile: { user: null, errors: [{ code: 'INVALID_INPUT', path: ['input', 'name'] }] },
    });
  });

  it.each([
    [{ locale: 'xx' }, 'locale'],
    [{ locale: 'x'.repeat(500_000) }, 'locale'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: '+01:00' }, 'timeZone'],
    [{ timeZone: 'x'.repeat(500_000) }, 'timeZone'],
    [{ version: 0, locale: 'de' }, 'version'],
  ])('cannot prefer what does not exist', async (change, field) => {
    const userId = await link();
    const input = { version: 1, ...change };
    const answer = await house.as(person(userId))(PREFERENCES, { input });
    expect(dataOf(answer)).toMatchObject({
      changePreferences: {
        user: null,
        errors: [{ code: 'INVALID_INPUT', path: ['input', field] }],
      },
    });
  });

  it('reads everything that is kept about them, and no secret of it', async () => {
    const { userId } = await house.account('export@example.com');
    await house.signIn('export@example.com', 'seven purple harbours');
    const answer = await house.as(person(userId))('{ viewer { accountData } }');
    const { accountData } = dataOf<{ viewer: { accountData: Record<string, object[]> } }>(
      answer,
    ).viewer;
    expect(accountData).toMatchObject({
      user: { email: 'export@example.com' },
      signIns: [{ issuer: `${house.origin}/oidc` }],
      accounts: [{ name: 'Ada Lovelace' }],
      history: [{ action: 'user.registered' }],
    });
    expect(accountData.sessions).toHaveLength(1);
    expect(JSON.stringify(accountData)).not.toContain('scrypt');
  });

  it('cannot vouch for an address: the role that writes their row may not touch it', async () => {
    const userId = await link({ emailVerified: false });
    const statement = `update identity.users set is_email_verified = true where id = '${userId}'`;
    for (const role of ['identity_person', 'identity_staff', 'identity_operator']) {
      const planned = house.planAs(role, { 'app.user_id': userId }, statement);
      await expect(planned).rejects.toThrow('permission denied for table users');
    }
  });

  it('is nobody without a sign-in', async () => {
    const anonymous = { ...person(), subject: null, persona: 'ANONYMOUS' as const };
    const { data, errors } = await house.as(anonymous)('{ viewer { id } }');
    expect(data).toEqual({ viewer: null });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

describe('R46: other persons', () => {
  const ENTITIES = `query ($r: [_Any!]!) {
    _entities(representations: $r) { ... on User { id name email accountData
      history(first: 5) { totalCount } } } }`;
  const reference = (id: string) => ({ __typename: 'User', id: encodeId('User', id) });

  it('are visible exactly while both are in the current organization', async () => {
    const [here, elsewhere] = [newId(), newId()];
    const [ada, grace] = [await link(), await link({ name: 'Grace Hopper' })];
    const [adaMember, graceMember] = [newId(), newId()];
    await house.deliver(memberAdded, here, {
      memberId: adaMember,
      organizationId: here,
      userId: ada,
    });
    const grown = { memberId: graceMember, organizationId: here, userId: grace };
    const look = async (organizationId: string) =>
      house.as(staff(organizationId, 'VIEWER', { kind: 'organization' }, ada))(ENTITIES, {
        r: [reference(grace), reference(newId())],
      });
    expect(dataOf(await look(here))).toEqual({ _entities: [null, null] });
    await house.deliver(memberAdded, here, grown);
    expect(dataOf(await look(here))).toEqual({
      _entities: [
        expect.objectContaining({ name: 'Grace Hopper', accountData: null, history: null }),
        null,
      ],
    });
    expect(dataOf(await look(elsewhere))).toEqual({ _entities: [null, null] });
    const apart = await house.as(person(ada))(ENTITIES, { r: [reference(grace)] });
    expect(dataOf(apart)).toEqual({ _entities: [null] });
    await house.deliver(memberRemoved, here, grown, 2);
    expect(dataOf(await look(here))).toEqual({ _entities: [null, null] });
  });

  it('R50: a late member.added does not bring back who has left, coming back does', async () => {
    const here = newId();
    const [ada, grace] = [await link(), await link({ name: 'Grace Hopper' })];
    const member = { memberId: newId(), organizationId: here, userId: grace };
    const look = async () =>
      dataOf<{ _entities: (object | null)[] }>(
        await house.as(staff(here, 'VIEWER', { kind: 'organization' }, ada))(ENTITIES, {
          r: [reference(grace)],
        }),
      )._entities[0];
    await house.deliver(memberRemoved, here, member, 2);
    await house.deliver(memberAdded, here, member, 1);
    expect(await look()).toBeNull();
    await house.deliver(memberAdded, here, { ...member, memberId: newId() }, 1);
    expect(await look()).toMatchObject({ name: 'Grace Hopper' });
  });
});

it('finds colleagues by an index, under the role of the room and its policies', async () => {
  const organizationId = newId();
  await house.sql(
    `insert into identity.users (id, email, email_key, is_email_verified, name, locale, time_zone, created_at, updated_at)
     select gen_random_uuid(), n || '@crowd.example', n || '@crowd.example', true, 'N', 'en', 'UTC', now(), now()
     from generate_series(1, 5000) n`,
  );
  await house.sql(
    `insert into identity.memberships (organization_id, user_id, member_id, is_removed, sequence)
     select $1::uuid, id, gen_random_uuid(), false, 1 from identity.users where email_key like '1%@crowd.example'`,
    [organizationId],
  );
  const plan = await house.planAs(
    'identity_staff',
    { 'app.organization_id': organizationId, 'app.user_id': newId() },
    `select * from identity.users where id in ('${newId()}', '${newId()}') and erased_at is null`,
  );
  expect(plan).toContain('users_pkey');
  expect(plan).toContain('memberships_pkey');
  expect(plan).not.toContain('Seq Scan');
});
