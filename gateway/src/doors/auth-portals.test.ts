import { Browser } from '../../test/browser.js';
import { codes, read, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { openPortal } from '../../test/portal.js';
import type { TestPortal } from '../../test/portal.js';

let house: House;
let landlord: TestPortal;
let tenant: TestPortal;
/** Says of itself that it is another site. */
let liar: TestPortal;
/** A portal behind https, as its users see it. */
let secure: TestPortal;
const SECURE = 'https://office.example';

beforeAll(async () => {
  [landlord, tenant, liar, secure] = await Promise.all([
    openPortal(),
    openPortal(),
    openPortal({ host: 'evil.example', proto: 'https' }),
    openPortal({ host: 'office.example', proto: 'https' }),
  ]);
  house = await startHouse({ config: { corsOrigins: [landlord.url, tenant.url, SECURE] } });
  for (const portal of [landlord, tenant, liar, secure]) portal.leadTo(house.url);
});

afterAll(async () => {
  await house?.stop();
  await Promise.all([landlord, tenant, liar, secure].map((portal) => portal?.stop()));
});

/** Where a sign-in asked at `portal` sends the browser to. */
async function authorizationAt(portal: TestPortal, query = ''): Promise<URL> {
  const response = await new Browser().request(`${portal.url}/auth/login${query}`);
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '');
}

async function signedInAt(portal: TestPortal, returnTo = '/'): Promise<Browser> {
  const browser = new Browser();
  house.provider.signInAs('ada');
  const query = new URLSearchParams({ returnTo });
  await browser.visit(`${portal.url}/auth/login?${query}`, (url) => url === portal.url + returnTo);
  return browser;
}

async function sessionAt(portal: TestPortal, browser: Browser): Promise<unknown> {
  return (await browser.request(`${portal.url}/auth/session`)).json();
}

it('sign-in begun at a portal leads back to a page of that portal, with its cookie', async () => {
  for (const portal of [landlord, tenant]) {
    const browser = await signedInAt(portal, '/org_1/properties?sort=name');
    expect(browser.visited.at(-1)).toBe(`${portal.url}/org_1/properties?sort=name`);
    expect(browser.cookies(portal.url)).toEqual([expect.stringMatching(/^propertea-session=/)]);
    expect(browser.cookies(house.url)).toEqual([]);
    expect(await sessionAt(portal, browser)).toMatchObject({ signedIn: true });

    const answer = await browser.request(`${portal.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: portal.url },
      body: JSON.stringify({ query: '{ viewer { name } }' }),
    });
    expect((await read(answer)).body.data).toEqual({ viewer: { name: 'user a1' } });
  }
});

it('signing out at a portal lands on that portal', async () => {
  const browser = await signedInAt(landlord);
  const response = await browser.request(`${landlord.url}/auth/logout`, {
    method: 'POST',
    headers: { origin: landlord.url, accept: 'application/json' },
  });
  const { redirectTo } = (await response.json()) as { redirectTo: string };
  expect(new URL(redirectTo).searchParams.get('post_logout_redirect_uri')).toBe(`${landlord.url}/`);
  expect(await sessionAt(landlord, browser)).toMatchObject({ signedIn: false });

  const again = await new Browser().request(`${landlord.url}/auth/logout`, {
    method: 'POST',
    headers: { origin: landlord.url, accept: 'text/html' },
  });
  expect(again.headers.get('location')).toBe(`${landlord.url}/`);
});

it('the gateway’s own page leads on to the portals', async () => {
  const page = await (await new Browser().request(`${house.url}/`)).text();
  for (const url of [landlord.url, tenant.url, SECURE]) expect(page).toContain(`href="${url}/"`);
});

it('a forwarded host that is none of ours counts for nothing', async () => {
  const authorization = await authorizationAt(liar);
  expect(authorization.searchParams.get('redirect_uri')).toBe(`${house.url}/auth/callback`);
  const response = await new Browser().request(`${liar.url}/auth/logout`, {
    method: 'POST',
    headers: { origin: landlord.url, accept: 'text/html' },
  });
  expect(response.headers.get('location')).toBe(`${house.url}/`);
});

it.each([
  [{ 'x-forwarded-host': 'evil.example' }],
  [{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' }],
  [{ 'x-forwarded-host': 'office.example', 'x-forwarded-proto': 'http' }],
  [{ 'x-forwarded-host': 'office.example, evil.example', 'x-forwarded-proto': 'https' }],
  [{ 'x-forwarded-host': 'office.example@evil.example', 'x-forwarded-proto': 'https' }],
  [{ 'x-forwarded-host': 'a b', 'x-forwarded-proto': 'javascript' }],
])('%j is the gateway itself', async (headers) => {
  const response = await new Browser().request(`${house.url}/auth/login`, { headers });
  const { searchParams } = new URL(response.headers.get('location') ?? '');
  expect(searchParams.get('redirect_uri')).toBe(`${house.url}/auth/callback`);
});

it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'a portal does not lead on to %s either, nor to another portal',
  async (returnTo) => {
    for (const target of [returnTo, `${tenant.url}/`, `${house.url}/`]) {
      const query = new URLSearchParams({ returnTo: target });
      const response = await new Browser().request(`${landlord.url}/auth/login?${query}`);
      expect([response.status, ...codes(await read(response))]).toEqual([400, 'BAD_USER_INPUT']);
    }
  },
);

it('what was begun at one site is not finished at another that shares its cookies', async () => {
  const browser = new Browser();
  await browser.visit(`${landlord.url}/auth/login?returnTo=/org_1`, (url) =>
    url.includes('/auth/callback'),
  );
  const callback = browser.visited.at(-1) ?? '';
  expect(callback.startsWith(`${landlord.url}/auth/callback?`)).toBe(true);
  // Browsers send a cookie of localhost to each of its ports.
  for (const pair of browser.cookies(landlord.url)) {
    const [name = '', ...value] = pair.split('=');
    browser.setCookie(tenant.url, name, value.join('='));
  }
  const elsewhere = await browser.request(callback.replace(landlord.url, tenant.url));
  expect(elsewhere.status).toBe(400);
  expect(browser.cookies(tenant.url).join()).not.toContain('propertea-session');
  const page = await elsewhere.text();
  expect(page).toContain('href="/auth/login?returnTo=%2Forg_1"');
  expect(page).toContain('href="/auth/page.css"');
  expect((await browser.request(`${tenant.url}/auth/page.css`)).status).toBe(200);
});

it('at an https site the cookies are bound to its host, whatever the gateway itself is', async () => {
  const response = await new Browser().request(`${secure.url}/auth/login`);
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^__Host-propertea-sign-in=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure/,
    ),
  ]);
  const { searchParams } = new URL(response.headers.get('location') ?? '');
  expect(searchParams.get('redirect_uri')).toBe(`${SECURE}/auth/callback`);

  const browser = new Browser();
  const [own = ''] = (await signedInAt(landlord)).cookies(landlord.url);
  browser.setCookie(secure.url, ...(own.split('=') as [string, string]));
  expect(await sessionAt(secure, browser)).toMatchObject({ signedIn: false });
  browser.setCookie(secure.url, '__Host-propertea-session', own.split('=')[1] ?? '');
  expect(await sessionAt(secure, browser)).toMatchObject({ signedIn: true });
});

it('a page may ask for a new account, for the password again, and name the address', async () => {
  const asked = async (query: string) => {
    const { searchParams } = await authorizationAt(landlord, query);
    return [searchParams.get('prompt'), searchParams.get('login_hint')];
  };
  expect(await asked('?screen=register')).toEqual(['create', null]);
  expect(await asked('?prompt=login&login_hint=ada%40example.com')).toEqual([
    'login',
    'ada@example.com',
  ]);
  expect(await asked('?prompt=none&screen=x')).toEqual([null, null]);
});

it('people get a page when sign-in cannot begin, programs JSON', async () => {
  const query = new URLSearchParams({ returnTo: '//evil.example' });
  const response = await new Browser().request(`${landlord.url}/auth/login?${query}`, {
    headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toContain('href="/auth/login"');
});

it('attempts are counted by the address of the browser, not by that of the portal', async () => {
  const seenFrom = async (url: string, headers: Record<string, string>) => {
    const response = await fetch(`${url}/oidc/anything`, { headers });
    const { headers: seen } = (await response.json()) as { headers: Record<string, string> };
    return seen['x-forwarded-for'];
  };
  expect(await seenFrom(landlord.url, { 'x-from': '203.0.113.9' })).toBe('203.0.113.9');
  // What the browser itself wrote stands before what the portal has seen.
  expect(await seenFrom(landlord.url, { 'x-from': '198.51.100.1, 203.0.113.9' })).toBe(
    '203.0.113.9',
  );
});
