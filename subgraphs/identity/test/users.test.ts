import { encodeId, newId } from '@propertea/kernel';
import { memberAdded, memberRemoved } from '@propertea/schema/events';
import { person, staff, system } from '@propertea/testkit';
import { dataOf, House, OPERATOR } from './house.js';

let house: House;
beforeAll(async () => {
  house = await House.start();
});
afterAll(() => house.stop());

const LINK = `mutation ($input: LinkIdentityInput!) {
  linkIdentity(input: $input) { userId errors { code message path } } }`;
const VIEWER = `{ viewer { id email isEmailVerified name locale timeZone version
  history(first: 10) { nodes { action before after actor { id } } totalCount } } }`;

interface Failure {
  code: string;
  message: string;
  path: string[];
}
interface Linked {
  linkIdentity: { userId: string | null; errors: Failure[] };
}
interface Viewer {
  viewer: {
    id: string;
    email: string;
    isEmailVerified: boolean;
    name: string;
    locale: string;
    timeZone: string;
    version: number;
    history: { nodes: { action: string; before: object | null; after: object | null }[] };
  } | null;
}

interface Claims {
  issuer?: string;
  subject?: string;
  email?: string;
  emailVerified?: boolean;
  name?: string | null;
}

async function linkAnswer(claims: Claims) {
  const input = {
    issuer: 'https://issuer.example',
    subject: newId(),
    email: `${newId()}@example.com`,
    emailVerified: true,
    name: 'Ada Lovelace',
    ...claims,
  };
  return dataOf<Linked>(await house.as(system())(LINK, { input })).linkIdentity;
}

async function link(claims: Claims = {}): Promise<string> {
  const { userId, errors } = await linkAnswer(claims);
  if (!userId) throw new Error(JSON.stringify(errors));
  return userId;
}

const viewer = async (userId: string) =>
  dataOf<Viewer>(await house.as(person(userId))(VIEWER)).viewer;

describe('linkIdentity', () => {
  it('makes a person at first sight and finds them again', async () => {
    const subject = newId();
    const first = await link({ subject, email: 'Émile@Beispiel.de', name: '  Émile   Zola ' });
    expect(await link({ subject, email: 'Émile@Beispiel.de' })).toBe(first);
    expect(await viewer(first)).toMatchObject({
      id: encodeId('User', first),
      email: 'Émile@Beispiel.de',
      name: 'Émile Zola',
      locale: 'en',
      timeZone: 'UTC',
    });
    const facts = await house.sql('select type, data from identity.outbox where subject = $1', [
      first,
    ]);
    expect(facts).toEqual([
      {
        type: 'user.registered.v1',
        data: {
          userId: first,
          email: 'Émile@Beispiel.de',
          emailVerified: true,
          name: 'Émile Zola',
        },
      },
    ]);
  });

  it('makes one person of simultaneous first sign-ins', async () => {
    const claims = { subject: newId(), email: `${newId()}@example.com` };
    const ids = await Promise.all(Array.from({ length: 8 }, () => link(claims)));
    expect(new Set(ids).size).toBe(1);
    const registered = await house.sql(
      "select from identity.outbox where subject = $1 and type = 'user.registered.v1'",
      [ids[0]],
    );
    expect(registered).toHaveLength(1);
  });

  it('makes one person of two issuers that sign them in at the same moment', async () => {
    const email = `${newId()}@example.com`;
    const issuers = ['https://a.example', 'https://b.example', 'https://c.example'];
    const ids = await Promise.all(issuers.map((issuer) => link({ issuer, email })));
    expect(new Set(ids).size).toBe(1);
  });

  it('links another issuer by e-mail address only where both sides have verified it', async () => {
    const email = `Mixed.${newId()}@Example.com`;
    const unverified = await link({ email, emailVerified: false });
    const owner = await link({ email: email.toLowerCase() });
    expect(owner).not.toBe(unverified);
    expect(await link({ email, issuer: 'https://other.example' })).toBe(owner);
    expect(await link({ email, issuer: 'https://lax.example', emailVerified: false })).not.toBe(
      owner,
    );
    expect((await viewer(unverified))?.isEmailVerified).toBe(false);
  });

  it('follows the issuer to a new verified address, but never onto somebody else’s', async () => {
    const subject = newId();
    const userId = await link({ subject });
    const fresh = `${newId()}@example.com`;
    await link({ subject, email: fresh });
    expect((await viewer(userId))?.email).toBe(fresh);
    const other = `${newId()}@example.com`;
    const otherId = await link({ email: other });
    expect(await link({ subject, email: other })).toBe(userId);
    expect((await viewer(userId))?.email).toBe(fresh);
    expect((await viewer(otherId))?.email).toBe(other);
  });

  it('calls a person by their address where the issuer sends no usable name', async () => {
    const names = [null, '', '   ', 'x'.repeat(500_000), 'a\u202eb'];
    for (const name of names) {
      const userId = await link({ name, email: `nameless.${newId()}@example.com` });
      expect((await viewer(userId))?.name).toMatch(/^nameless\./);
    }
  });

  it.each([
    ['no issuer', { issuer: '' }, 'issuer'],
    ['a subject of 500 KB', { subject: 'x'.repeat(500_000) }, 'subject'],
    ['an address of 500 KB', { email: `${'x'.repeat(500_000)}@example.com` }, 'email'],
    ['an address that is none', { email: 'somebody' }, 'email'],
  ])('refuses claims with %s', async (_what, claims, field) => {
    const { userId, errors } = await linkAnswer(claims);
    expect(userId).toBeNull();
    expect(errors[0]).toMatchObject({ code: 'INVALID_INPUT', path: ['input', field] });
    expect(JSON.stringify(errors).length).toBeLessThan(500);
  });

  it.each([
    ['a person', person()],
    ['an administrator', staff(newId())],
    ['an operator', OPERATOR],
  ])('is closed to %s', async (_who, identity) => {
    const input = {
      issuer: 'i',
      subject: 's',
      email: 'a@example.com',
      emailVerified: true,
      name: 'A',
    };
    const { data, errors } = await house.as(identity)(LINK, { input });
    expect(data).toEqual({ linkIdentity: null });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

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
      (answer) => dataOf<{ changeProfile: { errors: Failure[] } }>(answer),
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

describe('accounts made by the platform', () => {
  it('are found by address, for the platform alone', async () => {
    const { userId, subject } = await house.account('Found@Example.com');
    const query = '{ accountByEmail(email: "fOUND@example.com") { userId subject email name } }';
    expect(dataOf(await house.as(system())(query))).toEqual({
      accountByEmail: { userId, subject, email: 'Found@Example.com', name: 'Ada Lovelace' },
    });
    const { errors } = await house.as(person(userId))(query);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it.each([
    ['an address that is taken', { email: 'double@example.com' }, 'EMAIL_TAKEN', 'email'],
    ['a short password', { password: 'short' }, 'INVALID_INPUT', 'password'],
    ['a common password', { password: 'Password1234!' }, 'INVALID_INPUT', 'password'],
    ['a password of 500 KB', { password: 'x'.repeat(500_000) }, 'INVALID_INPUT', 'password'],
    ['a name of 500 KB', { name: 'x'.repeat(500_000) }, 'INVALID_INPUT', 'name'],
  ])('are refused with %s', async (_what, change, code, field) => {
    if (code === 'EMAIL_TAKEN') await house.account('Double@example.com');
    const input = {
      email: `${newId()}@example.com`,
      name: 'N',
      password: 'nine grey pebbles',
      ...change,
    };
    const answer = await house.as(system())(
      'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { userId errors { code path } } }',
      { input },
    );
    expect(dataOf(answer)).toEqual({
      createAccount: { userId: null, errors: [{ code, path: ['input', field] }] },
    });
  });

  it('leave their mails to operators only', async () => {
    const { errors } = await house.as(person())('{ mails { totalCount } }');
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(dataOf(await house.as(OPERATOR)('{ mails { totalCount } }'))).toEqual({
      mails: { totalCount: 0 },
    });
  });
});
