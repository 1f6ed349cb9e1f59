import { newId } from '@propertea/kernel';
import { person, startTestRoom, system } from '@propertea/testkit';
import identity from '../src/subgraph.js';
import { dataOf, House, OPERATOR } from './house.js';

let house: House;
beforeAll(async () => {
  house = await House.start();
});
afterAll(() => house.stop());

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

describe('a house with another OpenID provider', () => {
  it('serves no pages and makes no accounts, and knows its people all the same', async () => {
    const other = await startTestRoom(identity, {
      mode: 'production',
      issuer: 'https://keycloak.example/realms/propertea',
      embeddedIssuer: false,
    });
    try {
      const made = await other.as(system())(
        `mutation { createAccount(input: { email: "a@example.com", name: "A", password: "nine grey pebbles" }) {
          userId errors { code } } }`,
      );
      expect(dataOf(made)).toEqual({
        createAccount: { userId: null, errors: [{ code: 'INVALID_INPUT' }] },
      });
      const linked = await other.as(system())(
        `mutation { linkIdentity(input: { issuer: "https://keycloak.example/realms/propertea",
          subject: "1", email: "a@example.com", emailVerified: true, name: "A" }) { userId } }`,
      );
      const { userId } = dataOf<{ linkIdentity: { userId: string } }>(linked).linkIdentity;
      expect(dataOf(await other.as(person(userId))('{ viewer { name } }'))).toEqual({
        viewer: { name: 'A' },
      });
    } finally {
      await other.stop();
    }
  });

  it('refuses the embedded issuer in production', () => {
    const parsed = identity.settings.safeParse({
      mode: 'production',
      issuer: 'https://propertea.example/oidc',
      embeddedIssuer: true,
    });
    expect(JSON.stringify(parsed.error?.issues)).toContain('only for trying');
  });
});
