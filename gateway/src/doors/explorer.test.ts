import { chromium as installedChromium, describeWith } from '@propertea/testkit';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { organizationId, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { until } from '../../test/until.js';

const bundle = fileURLToPath(new URL('../../dist/explorer/index.html', import.meta.url));
const sources = fileURLToPath(new URL('../../explorer', import.meta.url));

describeWith(installedChromium, 'the explorer in Chromium', (executablePath) => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    if (!existsSync(bundle)) await build({ root: sources, logLevel: 'error' });
    house = await startHouse();
    browser = await chromium.launch({ executablePath: executablePath(), args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  async function open(options: { width: number; dark?: boolean }): Promise<[Page, string[]]> {
    const context = await browser.newContext({
      viewport: { width: options.width, height: 800 },
      colorScheme: options.dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    const troubles: string[] = [];
    // The provider's pages are the provider's affair.
    const isOurs = () => page.url().startsWith(house.url);
    page.on('console', (message) => {
      if (message.type() === 'error' && isOurs()) troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => {
      const own = request.url().startsWith(house.url) || /^(data|blob):/.test(request.url());
      if (!own && isOurs() && !request.isNavigationRequest()) troubles.push(request.url());
    });
    await page.goto(`${house.url}/graphiql`);
    await page.getByRole('button', { name: /Execute query/ }).waitFor();
    return [page, troubles];
  }

  /** Kept where somebody wants to look at them. */
  async function shot(page: Page, name: string): Promise<void> {
    const folder = process.env['EXPLORER_SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  }

  async function type(page: Page, query: string): Promise<void> {
    const editor = page.locator('.graphiql-query-editor .monaco-editor').first();
    await editor.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(query);
  }

  async function run(page: Page, query: string): Promise<string> {
    await type(page, query);
    const answered = page.waitForResponse((response) => {
      if (!response.url().endsWith('/graphql')) return false;
      const sent = (response.request().postDataJSON() ?? {}) as { query?: string };
      return sent.query === query;
    });
    await page.getByRole('button', { name: /Execute query/ }).click();
    return (await answered).text();
  }

  it('runs a query without loading anything from elsewhere or breaking its policy', async () => {
    const [page, troubles] = await open({ width: 1280 });
    expect(await run(page, '{ notice }')).toContain('open on Mondays');
    await page.locator('.result-window').getByText('open on Mondays').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('shows plan and trace of what was executed, reached by the keyboard, and says what to do before', async () => {
    for (const [width, dark] of [
      [1440, false],
      [1440, true],
      [390, false],
      [390, true],
    ] as const) {
      const [page, troubles] = await open({ width, dark });
      house.provider.signInAs('ada');
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByText('ada@example.com').waitFor();
      await page.getByRole('button', { name: 'Show Plan' }).press('Enter');
      await page
        .getByRole('region', { name: 'Plan' })
        .getByText(/Execute a query/)
        .waitFor();
      const answer = await run(page, '{ properties { name organization { name } } }');
      expect(JSON.parse(answer)).toHaveProperty('extensions.propertea.plan');
      const plan = page.getByRole('region', { name: 'Plan' });
      await plan.getByText('2 requests to rooms').waitFor();
      await plan.getByText('properties[].organization').waitFor();
      const step = plan.locator('summary').filter({ hasText: 'organizations' });
      await step.press('Enter');
      await plan.getByText('properties[].organization').waitFor({ state: 'hidden' });
      await step.press('Enter');
      await shot(page, `plan-${width}-${dark ? 'dark' : 'light'}`);
      // What the tabs show is not shown twice.
      expect(await page.locator('.result-window').innerText()).not.toContain('propertea');

      await page.getByRole('button', { name: 'Show Trace' }).press('Enter');
      const trace = page.getByRole('region', { name: 'Trace' });
      await trace.getByText('2 organizations').waitFor();
      expect(await trace.locator('.trace-bar').count()).toBe(5);
      expect(await trace.getByText(/ ms, \d+ bytes/).count()).toBe(1);
      await shot(page, `trace-${width}-${dark ? 'dark' : 'light'}`);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      expect(troubles).toEqual([]);
      await page.context().close();
    }
  });

  it('follows a subscription', async () => {
    const [page, troubles] = await open({ width: 1280 });
    await type(page, 'subscription { renamed { name } }');
    await page.getByRole('button', { name: /Execute query/ }).click();
    const result = page.locator('.result-window');
    await until(() => house.state.events.listenerCount('renamed') > 0);
    house.state.events.emit('renamed', { id: 'p1', name: 'Yewtree' });
    await result.getByText('Yewtree').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('signs in, stands in the organization of the field, and signs out', async () => {
    const [page, troubles] = await open({ width: 1280 });
    house.provider.signInAs('ben');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByText('ben@example.com').waitFor();
    expect(page.url()).toBe(`${house.url}/graphiql`);
    expect(await run(page, 'query W { whoAmI }')).toContain('PERSON');
    await page.getByLabel('Organization').fill(organizationId('elm'));
    expect(await run(page, 'query W { whoAmI }')).toContain('STAFF');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${house.provider.issuer}/session/end**`);
    await page.goto(`${house.url}/graphiql`);
    await page.getByText('Not signed in').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('the landing page leads out again, to a provider of another origin too', async () => {
    const [page, troubles] = await open({ width: 390 });
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.goto(house.url);
    await page.getByText(/^Signed in as /).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${house.provider.issuer}/session/end**`);
    await page.goto(house.url);
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('fits a telephone, in the dark too', async () => {
    const [page, troubles] = await open({ width: 390, dark: true });
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    const dark = await page.evaluate<string>(
      'getComputedStyle(document.querySelector(".bar")).backgroundColor',
    );
    expect(wide).toBeLessThanOrEqual(390);
    expect(dark).toBe('rgb(22, 32, 29)');
    expect(await run(page, '{ notice }')).toContain('open on Mondays');
    await page.locator('.result-window').getByText('open on Mondays').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
