import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { codeOf, House, PASSWORD } from './house.js';
import { pkce } from './browser.js';

let house: House;
beforeAll(async () => {
  house = await House.start();
});
afterAll(() => house.stop());

async function register(email: string, password = PASSWORD, browser = house.browser()) {
  const { verifier, challenge } = pkce();
  const page = await browser.open(house.authorizeUrl(challenge));
  const form = await browser.open(`${page.url}/register`);
  const sent = await browser.submit(form, { name: 'Grace Hopper', email, password });
  return { browser, verifier, sent };
}

describe('registration', () => {
  it('leads from the form through the mail straight into the application', async () => {
    const { browser, verifier, sent } = await register('grace@example.com');
    expect(sent.title).toBe('Check your mail · ProperTea');
    const { link } = await house.mailTo('grace@example.com');
    const confirm = await browser.open(link);
    expect(confirm.text).toContain('grace@example.com');
    const landed = await browser.submit(confirm, { password: PASSWORD });
    const tokens = await house.exchange(codeOf(landed), verifier);
    const keys = createRemoteJWKSet(new URL('/oidc/jwks', house.origin));
    const { payload, protectedHeader } = await jwtVerify(tokens.access_token, keys, {
      issuer: `${house.origin}/oidc`,
      audience: 'propertea',
    });
    expect(protectedHeader.typ).toBe('at+jwt');
    expect(payload).toMatchObject({
      email: 'grace@example.com',
      email_verified: true,
      name: 'Grace Hopper',
      client_id: 'gateway',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(3600);
  });

  it('ends at the application’s door where the mail is opened in another browser', async () => {
    await register('elsewhere@example.com');
    const other = house.browser();
    const confirm = await other.open((await house.mailTo('elsewhere@example.com')).link);
    const done = await other.submit(confirm, { password: PASSWORD });
    expect(done.title).toBe('Your account is ready · ProperTea');
    expect((await house.signIn('Elsewhere@Example.com', PASSWORD)).access_token).toBeDefined();
  });

  it('makes no account for somebody who does not know the password that was chosen', async () => {
    await register('victim@example.com', 'chosen by an attacker');
    const victim = house.browser();
    const confirm = await victim.open((await house.mailTo('victim@example.com')).link);
    const refused = await victim.submit(confirm, { password: 'what the victim would try' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This is not the password that was chosen');
    const tried = await house.signIn('victim@example.com', 'chosen by an attacker').catch(String);
    expect(tried).toContain('no code');
  });

  it('answers alike whether or not the address has an account, and tells its owner by mail', async () => {
    await house.credential('taken@example.com');
    const fresh = await register('fresh@example.com');
    const taken = await register('Taken@example.com', 'another good secret');
    const shape = (text: string) => text.replaceAll(/interaction\/[\w-]+/g, 'interaction/x');
    expect(shape(taken.sent.text)).toBe(shape(fresh.sent.text));
    expect((await house.mailTo('taken@example.com')).subject).toBe('You already have an account');
    expect((await house.signIn('taken@example.com', PASSWORD)).access_token).toBeDefined();
  });

  it('says at each field what is wrong with it and keeps what was typed', async () => {
    const browser = house.browser();
    const page = await house.signInPage(browser);
    const form = await browser.open(`${page.url}/register`);
    const answer = await browser.submit(form, {
      name: 'x'.repeat(201),
      email: 'not an address',
      password: 'password123',
    });
    expect(answer.status).toBe(422);
    expect(answer.title).toMatch(/^Error: /);
    for (const [field, text] of [
      ['name', 'at most 200 characters'],
      ['email', 'like name@example.com'],
      ['password', 'among the first that others would guess'],
    ] as const) {
      expect(answer.text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
      expect(answer.text).toMatch(new RegExp(`id="${field}-fault">[^<]*${text}`));
    }
    expect(answer.text).toContain('value="not an address"');
  });

  it.each([
    ['nonsense of 500 KB', 'x'.repeat(500_000), 413],
    ['markup', '<script>alert(1)</script>@example.com', 422],
    ['a line break', 'a@example.com\r\nBcc: b@example.com', 422],
    ['a hidden direction mark', 'a\u202eb@example.com', 422],
  ])('refuses %s as an e-mail address', async (_what, email, status) => {
    const browser = house.browser();
    const page = await house.signInPage(browser);
    const form = await browser.open(`${page.url}/register`);
    const answer = await browser.submit(form, { name: 'N N', email, password: PASSWORD });
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('<script>alert');
  });
});

describe('signing in', () => {
  it('says the same for a wrong password and for an address that nobody has', async () => {
    await house.credential('known@example.com');
    const answers = await Promise.all(
      ['known@example.com', 'nobody@example.com'].map(async (email) => {
        const browser = house.browser();
        const page = await house.signInPage(browser);
        return browser.submit(page, { email, password: 'not the password' });
      }),
    );
    const shape = (text: string, email: string) =>
      text
        .replaceAll(/interaction\/[\w-]+/g, 'x')
        .replaceAll(/name="form" value="[^"]*"/g, 'x')
        .replaceAll(email, 'x');
    const [known, nobody] = answers;
    expect(known?.status).toBe(422);
    expect(shape(known?.text ?? '', 'known@example.com')).toBe(
      shape(nobody?.text ?? '', 'nobody@example.com'),
    );
  });

  it('asks nobody again who has signed in in this browser', async () => {
    await house.credential('again@example.com');
    const browser = house.browser();
    await house.signIn('again@example.com', PASSWORD, browser);
    const page = await house.signInPage(browser);
    expect(page.url).toContain('code=');
  });

  it('slows down whoever guesses, also the right guess, and says for how long', async () => {
    await house.credential('guessed@example.com');
    const browser = house.browser('203.0.113.7');
    let page = await house.signInPage(browser);
    for (let guess = 1; guess <= 5; guess++) {
      page = await browser.submit(page, {
        email: 'guessed@example.com',
        password: `guess ${guess}`,
      });
      expect(page.status).toBe(422);
    }
    page = await browser.submit(page, { email: 'guessed@example.com', password: PASSWORD });
    expect(page.status).toBe(429);
    expect(page.text).toMatch(/Too many attempts\. Try again in \d seconds?\./);
  });

  it('slows down whoever tries many accounts from one address, and nobody else', async () => {
    const attacker = house.browser('198.51.100.1');
    const start = await house.signInPage(attacker);
    await attacker.submit(start, { email: 'first@example.com', password: 'a guess' });
    // As if 28 more had been tried: each costs the server a fifth of a second.
    const key = createHash('sha256').update('address:198.51.100.1').digest('base64url');
    await house.sql('update identity.attempts set count = 29 where key = $1', [key]);
    await attacker.submit(start, { email: 'second@example.com', password: 'a guess' });
    const page = await attacker.submit(start, { email: 'third@example.com', password: 'a guess' });
    expect(page.status).toBe(429);
    await house.credential('neighbour@example.com');
    const neighbour = house.browser('198.51.100.2');
    const tokens = await house.signIn('neighbour@example.com', PASSWORD, neighbour);
    expect(tokens.access_token).toBeDefined();
  });

  it('refuses a form that another site sends, and one without our token', async () => {
    await house.credential('forged@example.com');
    const browser = house.browser();
    const page = await house.signInPage(browser);
    const body = new URLSearchParams({ email: 'forged@example.com', password: PASSWORD });
    const forged = await browser.open(page.url, { method: 'POST', body });
    expect(forged.status).toBe(422);
    const token = /name="form" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    body.set('form', token);
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const foreign = await browser.open(page.url, { method: 'POST', body, headers });
      expect(foreign.status).toBe(422);
      expect(foreign.text).toContain('came from another page');
    }
  });

  it('serves pages that may run nothing, load nothing foreign and be framed by nobody', async () => {
    const page = await house.signInPage(house.browser());
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.text).not.toMatch(/ on\w+=| style=|<script>/);
    const [, style = ''] = /href="(\/oidc\/assets\/[^"]+)"/.exec(page.text) ?? [];
    const css = await fetch(new URL(style, house.origin));
    expect(css.headers.get('content-type')).toContain('text/css');
  });

  it('explains an expired sign-in instead of failing', async () => {
    const page = await house.browser().open('/oidc/interaction/never-was');
    expect(page.status).toBe(410);
    expect(page.title).toBe('This sign-in has expired · ProperTea');
  });

  it('shows the registration first to whom the application sends with prompt=create', async () => {
    const page = await house.signInPage(house.browser(), { prompt: 'create' });
    expect(page.title).toBe('Create an account · ProperTea');
  });
});

describe('a forgotten password', () => {
  const ask = async (email: string) => {
    const browser = house.browser();
    const page = await house.signInPage(browser);
    return browser.submit(await browser.open(`${page.url}/forgot`), { email });
  };

  it('is replaced by a link that works once and ends every session', async () => {
    await house.credential('forgetful@example.com');
    const browser = house.browser();
    const before = await house.signIn('forgetful@example.com', PASSWORD, browser);
    await ask('forgetful@example.com');
    const { link } = await house.mailTo('forgetful@example.com');
    const form = await browser.open(link);
    const tooShort = await browser.submit(form, { password: 'short' });
    expect(tooShort.text).toContain('at least 10 characters');
    const done = await browser.submit(form, { password: 'eight green lanterns' });
    expect(done.title).toBe('Your password is changed · ProperTea');
    expect((await browser.open(link)).title).toBe('This link does not work any more · ProperTea');
    expect(await house.refresh(before.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    expect((await house.signInPage(browser)).title).toBe('Sign in · ProperTea');
    await expect(house.signIn('forgetful@example.com', PASSWORD)).rejects.toThrow('no code');
    const after = await house.signIn('forgetful@example.com', 'eight green lanterns');
    expect(after.access_token).toBeDefined();
    expect((await house.mailTo('forgetful@example.com')).subject).toBe('Your password was changed');
  });

  it('answers the same where nobody has the address, and mails its owner so', async () => {
    await house.credential('has-one@example.com');
    const [has, hasNot] = [await ask('has-one@example.com'), await ask('has-none@example.com')];
    const shape = (text: string) => text.replaceAll(/interaction\/[\w-]+/g, 'x');
    expect(shape(has.text)).toBe(shape(hasNot.text));
    const mail = await house.mailTo('has-none@example.com');
    expect(mail.subject).toBe('There is no account with this address');
    expect(mail.link).toBe(house.origin);
  });

  it('does not fill anybody’s mailbox, and does not say so', async () => {
    await house.credential('flooded@example.com');
    for (let request = 0; request < 6; request++) {
      expect((await ask('flooded@example.com')).title).toBe('Check your mail · ProperTea');
    }
    const [row] = await house.sql<{ count: number }>(
      "select count(*)::int from identity.mails where recipient_key = 'flooded@example.com'",
    );
    expect(row?.count).toBe(3);
  });
});
