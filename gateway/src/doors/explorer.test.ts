import { chromium as installedChromium, describeWith } from '@propertea/testkit';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { organizationId, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';

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

  async function run(page: Page, query: string): Promise<string> {
    const editor = page.locator('.graphiql-query-editor .monaco-editor').first();
    await editor.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(query);
    const answered = page.waitForResponse((response) => {
      const { operationName } = (response.request().postDataJSON() ?? {}) as {
        operationName?: string;
      };
      return response.url().endsWith('/graphql') && operationName !== 'IntrospectionQuery';
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
