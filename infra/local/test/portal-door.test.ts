import { type Stage, type StageAccount, describeOnStage } from '@propertea/testkit/stage';
import { chromium } from 'playwright-core';

/** What a page of the portal gets when it asks the graph with the cookie of `account`, if any. */
async function ask(
  stage: Stage,
  query: string,
  who?: { account: StageAccount; organization?: string },
): Promise<{ status: number; body: { data?: unknown; errors?: unknown[] } }> {
  const portal = stage.portals['landlord'] ?? '';
  const cookies = who ? await stage.signIn(who.account) : [];
  const response = await fetch(`${portal}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: portal,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      ...(who?.organization && { 'x-organization-id': who.organization }),
    },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as { data?: unknown } };
}

const UNITS = '{ units { totalCount } companies { nodes { code } } }';

describeOnStage('the door of a portal', (stage, chromiumPath) => {
  it('people sign in at the portal, land on it, and sign out of everything from there', async () => {
    const portal = stage().portals['landlord'] ?? '';
    const { accounts } = await stage().organization('empty');
    const { email, password } = accounts.administrator;
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(`${portal}/auth/login?returnTo=/auth/session&login_hint=${email}`);
      expect(new URL(page.url()).origin).toBe(stage().url);
      expect(await page.getByLabel('E-mail address').inputValue()).toBe(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(`${portal}/auth/session`);
      expect(JSON.parse(await page.locator('body').innerText())).toMatchObject({
        signedIn: true,
        user: { email },
      });

      const answer = await page.request.post(`${portal}/auth/logout`, {
        headers: { origin: portal, accept: 'application/json' },
      });
      const { redirectTo } = (await answer.json()) as { redirectTo: string };
      // Signed out, the portal sends whoever comes to its start to the sign-in page.
      await page.goto(redirectTo);
      await page.waitForURL(`${stage().url}/oidc/interaction/**`);
      await page.getByLabel('Password').waitFor();
    } finally {
      await browser.close();
    }
  });

  it('a new account begins with the form for one', async () => {
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(`${stage().portals['landlord']}/auth/login?screen=register`);
      await page.getByRole('heading', { name: 'Create an account' }).waitFor();
    } finally {
      await browser.close();
    }
  });

  it('each of the three people sees what they may', async () => {
    const { id: organization, accounts } = await stage().organization();
    const all = {
      units: { totalCount: 39 },
      companies: { nodes: [{ code: 'LAKEVIEW' }, { code: 'RIVER' }] },
    };
    const own = { units: { totalCount: 20 }, companies: { nodes: [{ code: 'LAKEVIEW' }] } };
    for (const [account, data] of [
      [accounts.administrator, all],
      [accounts.manager, own],
      [accounts.viewer, all],
    ] as const) {
      const answer = await ask(stage(), UNITS, { account, organization });
      expect(answer).toEqual({ status: 200, body: { data } });
    }
  });

  it('nobody is told to sign in, in queries and commands', async () => {
    const refused = (path: string) => ({
      status: 200,
      body: {
        errors: [
          {
            message: 'Sign in to read this.',
            path: [path],
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
        data: { [path]: null },
      },
    });
    expect(await ask(stage(), '{ viewer { name } }')).toEqual(refused('viewer'));
    const command = 'mutation { registerOrganization(input: { name: "x" }) { errors { code } } }';
    expect(await ask(stage(), command)).toEqual(refused('registerOrganization'));
  });
});

describeOnStage(
  'a portal before a house with something down',
  (stage) => {
    it('a room that is down costs its fields, one that says who asks the whole answer', async () => {
      const { id: organization, accounts } = await stage().organization();
      const who = { account: accounts.administrator, organization };
      await stage().setRoom('properties', false);
      const partly = await ask(stage(), UNITS, who);
      expect(partly).toMatchObject({
        status: 200,
        body: {
          data: { units: null, companies: { nodes: [{ code: 'LAKEVIEW' }, { code: 'RIVER' }] } },
          errors: [{ path: ['units'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }],
        },
      });
      await stage().setRoom('properties', true);
      expect(await ask(stage(), UNITS, who)).toMatchObject({
        body: { data: { units: { totalCount: 39 } } },
      });
    });

    it('a gateway that is down is told as such, and is back when it is back', async () => {
      const portal = stage().portals['landlord'] ?? '';
      await stage().setGateway(false);
      const answer = await ask(stage(), UNITS);
      expect(answer).toMatchObject({
        status: 502,
        body: { errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] },
      });
      expect((await fetch(`${portal}/health`)).status).toBe(200);
      await stage().setGateway(true);
      expect((await ask(stage(), '{ viewer { name } }')).status).toBe(200);
    });
  },
  { own: true },
);
