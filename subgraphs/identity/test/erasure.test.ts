import { newId } from '@propertea/kernel';
import { memberAdded } from '@propertea/schema/events';
import { person, system } from '@propertea/testkit';
import { dataOf, House, PASSWORD } from './house.js';

let house: House;
beforeAll(async () => {
  house = await House.start();
});
afterAll(() => house.stop());

const ERASE = `mutation ($input: EraseMyAccountInput!) {
  eraseMyAccount(input: $input) { isErased errors { code path } } }`;

/** Every place of the whole database in which a text stands, as `schema.table`. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await house.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const places = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await house.sql(
        `select from ${name} t where t::text ilike '%' || $1 || '%' limit 1`,
        [text],
      );
      return rows.length > 0 ? name : undefined;
    }),
  );
  return places.filter((name) => name !== undefined).toSorted();
}

it('leaves nothing that tells who it was: not the address, not the name, in no table', async () => {
  const email = 'Leaver.Unique@example.com';
  const name = 'Wilhelmina Unforgettable';
  const { userId, subject } = await house.account(email, PASSWORD, name);
  const organizationId = newId();
  await house.deliver(memberAdded, organizationId, { memberId: newId(), organizationId, userId });
  const browser = house.browser();
  const tokens = await house.signIn(email, PASSWORD, browser);
  await house.as(person(userId))(
    'mutation { changeProfile(input: { name: "Wilhelmina Unforgettable-Smith", version: 1 }) { errors { code } } }',
  );
  const page = await house.signInPage(house.browser());
  const stranger = house.browser();
  const start = await house.signInPage(stranger);
  await stranger.submit(await stranger.open(`${start.url}/forgot`), { email });
  expect(page.status).toBe(200);
  expect((await placesOf(email)).length).toBeGreaterThanOrEqual(5);

  const answer = await house.as(person(userId))(ERASE, {
    input: { confirmEmail: email.toUpperCase() },
  });
  expect(dataOf(answer)).toEqual({ eraseMyAccount: { isErased: true, errors: [] } });

  expect(await placesOf(email)).toEqual([]);
  expect(await placesOf(name)).toEqual([]);
  // What strangers have begun at the sign-in page stays; what knows the account does not.
  expect(await placesOf(subject)).toEqual([]);
  for (const table of ['accounts', 'sign_ins', 'mails', 'memberships', 'password_resets']) {
    expect([table, await house.sql(`select from identity.${table}`)]).toEqual([table, []]);
  }
  expect(dataOf(await house.as(person(userId))('{ viewer { id } }'))).toEqual({ viewer: null });
  expect(await house.refresh(tokens.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  const facts = await house.sql('select data from identity.outbox where type = $1', [
    'user.erased.v1',
  ]);
  expect(facts).toEqual([{ data: { userId } }]);
  const trail = await house.sql<{ action: string }>(
    'select action, before, after from identity.audit_entries where user_id = $1 order by id',
    [userId],
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'user.registered',
    'user.changed',
    'user.erased',
  ]);
});

it('is not undone by a token that is still about, and leaves the address free for another', async () => {
  const email = 'once.more@example.com';
  const { userId, subject } = await house.account(email);
  await house.as(person(userId))(ERASE, { input: { confirmEmail: email } });
  const link = `mutation ($input: LinkIdentityInput!) { linkIdentity(input: $input) { userId errors { code } } }`;
  const claims = {
    issuer: `${house.origin}/oidc`,
    subject,
    email,
    emailVerified: true,
    name: 'Again',
  };
  expect(dataOf(await house.as(system())(link, { input: claims }))).toEqual({
    linkIdentity: { userId: null, errors: [{ code: 'PERSON_ERASED' }] },
  });
  expect((await house.account(email)).userId).not.toBe(userId);
});

it.each([
  ['another address', 'other@example.com'],
  ['nothing', ''],
  ['500 KB', 'x'.repeat(500_000)],
])('does not happen when %s is typed to confirm', async (_what, confirmEmail) => {
  const { userId } = await house.account(`${newId()}@example.com`);
  const answer = await house.as(person(userId))(ERASE, { input: { confirmEmail } });
  expect(dataOf(answer)).toEqual({
    eraseMyAccount: {
      isErased: null,
      errors: [{ code: 'INVALID_INPUT', path: ['input', 'confirmEmail'] }],
    },
  });
  expect(dataOf(await house.as(person(userId))('{ viewer { name } }'))).toEqual({
    viewer: { name: 'Ada Lovelace' },
  });
});
