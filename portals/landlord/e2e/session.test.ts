import type { StageAccount } from '@propertea/testkit/stage';
import type { Page } from 'playwright-core';
import { join } from './support/graph';
import { becomes, goTo, ready } from './support/page';
import { describePortal } from './support/play';

/** Fills in the provider's own form, wherever it is shown. */
async function signIn(page: Page, { email, password }: StageAccount): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describePortal('the session of a person', ({ stage, journey }) => {
  journey(
    'begins at the provider, comes back to the page that was wanted, and ends by signing out',
    async ({ url, visit }) => {
      const { id, accounts } = await stage().organization('empty');
      const page = await visit(undefined, `/${id}/properties?q=nothing`);
      await page.waitForURL(`${stage().url}/**`);
      await signIn(page, accounts.administrator);
      await page.waitForURL(`${url}/${id}/properties?q=nothing`);
      await page.getByRole('heading', { name: 'Properties', level: 1 }).waitFor();
      await ready(page);

      await page.getByRole('button', { name: `Account of ${accounts.administrator.name}` }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.waitForURL(`${stage().url}/**`);
      await page.goto(`/${id}/properties`);
      await page.getByLabel('Password').waitFor();
    },
  );

  journey(
    'shows an organization of others as one that does not exist',
    async ({ visit, expectTrouble }) => {
      const own = await stage().organization('empty');
      const other = await stage().organization('empty');
      expectTrouble(/^answer: 404 to GET/);
      const page = await visit(own.accounts.viewer, `/${other.id}/properties`);
      await page.getByRole('heading', { name: 'Not found' }).waitFor();
      expect(await page.getByText(other.name).count()).toBe(0);
      await page.getByRole('link', { name: 'To the start' }).click();
      await page.getByRole('button', { name: own.name }).waitFor();
    },
  );

  journey(
    'that ends in the middle of a form asks for a new one, and sends what was typed',
    async ({ visit, expectTrouble }) => {
      const { id, accounts } = await stage().organization('empty');
      const page = await visit(accounts.administrator, `/${id}/companies`);
      await page.getByRole('button', { name: 'New company' }).first().click();
      const form = page.getByRole('dialog', { name: 'New company' });
      await form.getByRole('textbox', { name: 'Name' }).fill('Harbour Homes');
      await form.getByRole('textbox', { name: 'Code' }).fill('HARBOUR');
      await form.getByRole('combobox', { name: 'Currency' }).fill('EUR');
      await page.getByRole('option', { name: /^EUR/ }).click();

      expectTrouble(/^graph: Sign in/, /^answer: 401/);
      await page.context().clearCookies();
      await form.getByRole('button', { name: 'Create' }).click();
      const ended = page.getByRole('dialog', { name: 'Your session has ended' });
      const [popup] = await Promise.all([
        page.waitForEvent('popup'),
        ended.getByRole('button', { name: 'Sign in again' }).click(),
      ]);
      const closed = popup.waitForEvent('close');
      await signIn(popup, accounts.administrator);
      await closed;
      await ended.waitFor({ state: 'hidden' });
      await page.getByRole('heading', { name: 'Harbour Homes' }).waitFor();
    },
  );

  journey('stands in another organization in each tab', async ({ visit }) => {
    const one = await stage().organization();
    const two = await stage().organization('empty');
    const { administrator } = one.accounts;
    await join(stage(), administrator, two);
    const page = await visit(administrator, `/${one.id}/companies`);
    const other = await page.context().newPage();
    await goTo(other, `/${two.id}/companies`);
    await other.getByRole('heading', { name: 'No companies yet' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Lakeview Homes' }).waitFor();
    await ready(page);

    // The menu leads from one to the other.
    await page.getByRole('button', { name: one.name }).click();
    await page.getByRole('menuitem', { name: two.name }).click();
    await page.waitForURL(`**/${two.id}`);
    await becomes(() => page.getByRole('button', { name: two.name }).count(), 1);
  });
});
