import pg from 'pg';
import { Browser } from '../../test/browser.js';
import { codes, read, startHouse } from '../../test/house.js';
import type { Answer, House } from '../../test/house.js';
import { until } from '../../test/until.js';

let house: House;

async function signedIn(as: string, returnTo = '/'): Promise<Browser> {
  const browser = new Browser();
  house.provider.signInAs(as);
  const query = new URLSearchParams({ returnTo });
  await browser.visit(`${house.url}/auth/login?${query}`, (url) => url === house.url + returnTo);
  return browser;
}

async function ask(
  browser: Browser,
  query: string,
  headers: Record<string, string> = { origin: house.url },
): Promise<Answer> {
  const response = await browser.request(`${house.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return read(response);
}

const session = async (browser: Browser): Promise<Record<string, unknown>> => {
  const response = await browser.request(`${house.url}/auth/session`);
  return (await response.json()) as Record<string, unknown>;
};

const logout = (browser: Browser, headers: Record<string, string>): Promise<Response> =>
  browser.request(`${house.url}/auth/logout`, { method: 'POST', headers });

const sessionCookie = (browser: Browser): string =>
  browser.cookies(house.url).find((cookie) => cookie.startsWith('propertea-session=')) ?? '';

describe('sign-in', () => {
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  it('leads through the provider and back to where it began', async () => {
    const browser = await signedIn('ada', '/graphiql?x=1');
    const [, authorize = ''] = browser.visited;
    const { searchParams } = new URL(authorize);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('state')).toBeTruthy();
    expect(searchParams.get('nonce')).toBeTruthy();
    expect(browser.visited.at(-1)).toBe(`${house.url}/graphiql?x=1`);

    expect(await session(browser)).toMatchObject({
      signedIn: true,
      user: { email: 'ada@example.com', name: 'ADA' },
    });
    expect((await ask(browser, '{ viewer { name } }')).body.data).toEqual({
      viewer: { name: 'user a1' },
    });
  });

  it('leaves one HttpOnly cookie without any token in it', async () => {
    const browser = new Browser();
    await browser.visit(`${house.url}/auth/login`, (url) => url.includes('/auth/callback'));
    const back = await browser.request(browser.visited.at(-1) ?? '');
    const cookies = back.headers.getSetCookie();
    const kept = cookies.filter((cookie) => !/max-age=0/i.test(cookie));
    expect(kept).toEqual([
      expect.stringMatching(
        /^propertea-session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    expect(await back.text()).not.toContain('eyJ');
  });

  it('keeps nothing readable in the store', async () => {
    await signedIn('ada');
    const client = new pg.Client({ connectionString: house.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ value: string }>('select * from gateway.key_values');
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    const everything = rows.map((row) => JSON.stringify(row)).join();
    const decoded = rows.map(({ value }) => Buffer.from(value, 'base64url').toString('latin1'));
    expect(everything + decoded.join()).not.toMatch(
      /eyJ[\w-]+\.|ada@example|example\.com|access_token|propertea-session/,
    );
  });

  it('begins a new session each time, and the one before ends', async () => {
    const browser = await signedIn('ada');
    const first = sessionCookie(browser);
    await browser.visit(`${house.url}/auth/login`, (url) => url === `${house.url}/`);
    expect(sessionCookie(browser)).not.toBe(first);

    const thief = new Browser();
    thief.setCookie(house.url, 'propertea-session', first.split('=')[1] ?? '');
    expect(await session(thief)).toEqual({ signedIn: false, user: null, expiresAt: null });
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'does not return to %s',
    async (returnTo) => {
      const query = new URLSearchParams({ returnTo });
      const response = await new Browser().request(`${house.url}/auth/login?${query}`);
      expect(response.status).toBe(400);
      expect(codes(await read(response))).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('an attempt that another browser began is not finished', async () => {
    const attacker = new Browser();
    await attacker.visit(`${house.url}/auth/login`, (url) => url.includes('/auth/callback'));
    const callback = attacker.visited.at(-1) ?? '';
    const victim = new Browser();
    const response = await victim.request(callback);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Try again');
    expect(sessionCookie(victim)).toBe('');
  });

  it('a forged state, a repeated callback and a refusal of the provider sign nobody in', async () => {
    for (const change of [
      (url: string) => url.replace(/state=[^&]+/, 'state=forged'),
      (url: string) => url.replace(/code=[^&]+/, 'code=forged'),
      () => `${house.url}/auth/callback?error=access_denied`,
      () => `${house.url}/auth/callback`,
    ]) {
      const browser = new Browser();
      await browser.visit(`${house.url}/auth/login`, (url) => url.includes('/auth/callback'));
      const callback = browser.visited.at(-1) ?? '';
      expect((await browser.request(change(callback))).status).toBe(400);
      expect(sessionCookie(browser)).toBe('');
      expect((await browser.request(callback)).status).toBe(400);
    }
  });

  it('a cookie that is none of ours is nobody', async () => {
    for (const value of ['x', 'a'.repeat(43), 'a'.repeat(5_000), '%', "' or 1=1"]) {
      const browser = new Browser();
      browser.setCookie(house.url, 'propertea-session', value);
      expect(await session(browser)).toMatchObject({ signedIn: false });
      expect((await ask(browser, '{ notice }')).body.data).toEqual({ notice: 'open on Mondays' });
    }
  });

  it('with a cookie, requests must come from a page of ours', async () => {
    const browser = await signedIn('ada');
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }]) {
      const answer = await ask(browser, '{ viewer { name } }', headers as Record<string, string>);
      expect([answer.status, ...codes(answer)]).toEqual([403, 'FORBIDDEN']);
    }
  });

  it('signing out ends the session here and leads to the provider', async () => {
    const browser = await signedIn('ada');
    const foreign = await logout(browser, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect(await session(browser)).toMatchObject({ signedIn: true });

    const copy = new Browser();
    copy.setCookie(house.url, 'propertea-session', sessionCookie(browser).split('=')[1] ?? '');
    const response = await logout(browser, { origin: house.url, accept: 'application/json' });
    const { redirectTo } = (await response.json()) as { redirectTo: string };
    const there = new URL(redirectTo);
    expect(there.origin + there.pathname).toBe(`${house.provider.issuer}/session/end`);
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${house.url}/`);
    expect(sessionCookie(browser)).toBe('');
    expect(await session(copy)).toMatchObject({ signedIn: false });

    const page = async (visitor: Browser) => (await visitor.request(`${house.url}/`)).text();
    expect(await page(new Browser())).toContain('Sign in');
    expect(await page(await signedIn('ada'))).toMatch(/Signed in as ada@example.com.*Sign out/);

    const form = await logout(await signedIn('ada'), { origin: house.url, accept: 'text/html' });
    expect(form.status).toBe(303);
    expect((await logout(new Browser(), { origin: house.url })).status).toBe(303);
  });
});

describe('tokens of three seconds', () => {
  beforeAll(async () => {
    house = await startHouse({ accessTokenSeconds: 3 });
  });
  afterAll(() => house.stop());

  it('are renewed once for many requests at a time, and the session goes on', async () => {
    const browser = await signedIn('ada');
    const begun = Date.now();
    const before = house.provider.refreshes();
    await until(() => Date.now() > begun + 2_460);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask(browser, '{ viewer { name } }')),
    );
    expect(answers.map(({ body }) => body.data)).toEqual(
      answers.map(() => ({ viewer: { name: 'user a1' } })),
    );
    expect(house.provider.refreshes()).toBe(before + 1);
  });

  it('whoever the provider no longer knows is signed out', async () => {
    const browser = await signedIn('ada');
    house.provider.revokeAll();
    await until(async () => (await session(browser)).signedIn === false);
    expect(codes(await ask(browser, '{ viewer { name } }'))).toContain('UNAUTHENTICATED at viewer');
  });
});

describe('a session', () => {
  it('ends when nobody uses it, and after its time even if it is used', async () => {
    for (const limits of [
      { idleSeconds: 3, absoluteSeconds: 60 },
      { idleSeconds: 60, absoluteSeconds: 3 },
    ]) {
      house = await startHouse({ config: { session: limits } });
      try {
        const browser = await signedIn('ada');
        expect(await session(browser)).toMatchObject({ signedIn: true });
        await until(async () => (await session(browser)).signedIn === false);
      } finally {
        await house.stop();
      }
    }
  });
});
