import { decodeJwt } from 'jose';
import { pkce } from './browser.js';
import { CLIENT, codeOf, House, PASSWORD } from './house.js';

let house: House;
beforeAll(async () => {
  house = await House.start();
  await house.credential('ada@example.com');
});
afterAll(() => house.stop());

const userinfo = (token: string) =>
  fetch(new URL('/oidc/me', house.origin), { headers: { authorization: `Bearer ${token}` } });

it('describes itself under the addresses of the issuer, whatever host a request names', async () => {
  const { port } = new URL(house.origin);
  const answer = await fetch(`http://127.0.0.1:${port}/oidc/.well-known/openid-configuration`, {
    headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  });
  const metadata = (await answer.json()) as Record<string, unknown>;
  expect(metadata.issuer).toBe(`${house.origin}/oidc`);
  expect(metadata.authorization_endpoint).toBe(`${house.origin}/oidc/auth`);
  expect(metadata.end_session_endpoint).toBe(`${house.origin}/oidc/session/end`);
  expect(metadata.code_challenge_methods_supported).toEqual(['S256']);
});

it('gives no code to a client that does not use PKCE', async () => {
  const url = new URL(house.authorizeUrl('x'));
  url.searchParams.delete('code_challenge');
  url.searchParams.delete('code_challenge_method');
  const page = await house.browser().open(url.href);
  expect(new URL(page.url).searchParams.get('error')).toBe('invalid_request');
});

it('gives no token for a code with another verifier, and none for a code used twice', async () => {
  const browser = house.browser();
  const first = pkce();
  const form = await browser.open(house.authorizeUrl(first.challenge));
  const landed = await browser.submit(form, { email: 'ada@example.com', password: PASSWORD });
  expect(await house.exchange(codeOf(landed), pkce().verifier)).toMatchObject({
    error: 'invalid_grant',
  });
  const second = pkce();
  const code = codeOf(await browser.open(house.authorizeUrl(second.challenge)));
  const twice = await Promise.all([
    house.exchange(code, second.verifier),
    house.exchange(code, second.verifier),
  ]);
  expect(twice.filter((tokens) => tokens.access_token !== undefined)).toHaveLength(1);
});

it('keeps secrets of sessions and tokens out of the database', async () => {
  const tokens = await house.signIn('ada@example.com', PASSWORD);
  const rows = await house.sql<{ found: string }>(
    `select kind || id_hash || payload::text as found from identity.oidc_models
     where position($1 in id_hash || payload::text) > 0`,
    [tokens.refresh_token],
  );
  expect(rows).toEqual([]);
});

it('tells who somebody is: in the id token and at userinfo', async () => {
  const tokens = await house.signIn('ada@example.com', PASSWORD);
  const person = { email: 'ada@example.com', email_verified: true, name: 'Ada Lovelace' };
  expect(decodeJwt(tokens.id_token)).toMatchObject(person);
  expect(await (await userinfo(tokens.access_token)).json()).toMatchObject(person);
  const [head, body] = tokens.access_token.split('.');
  const forged = await userinfo(`${head}.${body}.${'A'.repeat(86)}`);
  expect(forged.status).toBe(401);
  expect((await userinfo('not-a-jwt')).status).toBe(401);
});

it('rotates refresh tokens and ends the grant when an old one is used again', async () => {
  const first = await house.signIn('ada@example.com', PASSWORD);
  const second = await house.refresh(first.refresh_token);
  expect(second.refresh_token).toBeDefined();
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(decodeJwt(second.access_token)).toMatchObject({
    aud: 'propertea',
    email: 'ada@example.com',
  });
  expect(await house.refresh(first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  expect(await house.refresh(second.refresh_token)).toMatchObject({ error: 'invalid_grant' });
});

it('lets one of two simultaneous refreshes win', async () => {
  const { refresh_token: token } = await house.signIn('ada@example.com', PASSWORD);
  const both = await Promise.all([house.refresh(token), house.refresh(token)]);
  expect(both.filter((tokens) => tokens.access_token !== undefined)).toHaveLength(1);
});

it('revokes a refresh token on request', async () => {
  const tokens = await house.signIn('ada@example.com', PASSWORD);
  const answer = await house.post('/oidc/token/revocation', { token: tokens.refresh_token });
  expect(answer.status).toBe(200);
  expect(await house.refresh(tokens.refresh_token)).toMatchObject({ error: 'invalid_grant' });
});

it('refuses a client with a wrong secret and an address that it has not registered', async () => {
  const wrong = await fetch(new URL('/oidc/token', house.origin), {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${CLIENT.clientId}:wrong`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x' }),
  });
  expect(wrong.status).toBe(401);
  const page = await house
    .browser()
    .open(house.authorizeUrl(pkce().challenge, { redirect_uri: 'https://evil.example/' }));
  expect(page.status).toBe(400);
  expect(page.title).toBe('Error: That did not work · ProperTea');
});

describe('signing out', () => {
  it('asks first, then ends the session and its refresh tokens and returns to the application', async () => {
    const browser = house.browser();
    const tokens = await house.signIn('ada@example.com', PASSWORD, browser);
    const end = new URL('/oidc/session/end', house.origin);
    end.search = new URLSearchParams({
      client_id: CLIENT.clientId,
      post_logout_redirect_uri: `${house.origin}/`,
    }).toString();
    const page = await browser.open(end.href);
    expect(page.text).toContain('You are signed in as ada@example.com.');
    expect(page.text).not.toContain('<script');
    const done = await browser.submit(page, { logout: 'yes' });
    expect(done.url).toBe(`${house.origin}/`);
    expect((await house.signInPage(browser)).title).toBe('Sign in · ProperTea');
    expect(await house.refresh(tokens.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });

  it('needs no second click where the application shows the session’s own id token', async () => {
    const browser = house.browser();
    const tokens = await house.signIn('ada@example.com', PASSWORD, browser);
    const page = await browser.open(`/oidc/session/end?id_token_hint=${tokens.id_token}`);
    expect(page.text).toMatch(/<script src="\/oidc\/assets\/[\w-]+\.js" defer>/);
    const done = await browser.submit(page, { logout: 'yes' });
    expect(done.title).toBe('You are signed out · ProperTea');
  });
});
