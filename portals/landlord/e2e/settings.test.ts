import { readFile } from 'node:fs/promises';
import { becomes, goTo } from './support/page';
import { describePortal } from './support/play';

describePortal('settings', ({ stage, journey }) => {
  journey(
    'change the language of the portal, for the person and not for the browser',
    async ({ visit }) => {
      const { id, accounts } = await stage().organization('empty');
      const page = await visit(accounts.viewer, `/${id}/settings?tab=preferences`);
      await page.getByRole('combobox', { name: 'Language' }).selectOption('uk');
      await page.getByRole('button', { name: 'Save' }).click();
      await becomes(() => page.locator('html').getAttribute('lang'), 'uk');
      await page.getByRole('heading', { level: 1, name: 'Налаштування' }).waitFor();
      // In another browser too.
      const other = await visit(accounts.viewer, `/${id}/companies`);
      await other.getByRole('heading', { level: 1, name: 'Компанії' }).waitFor();
    },
  );

  journey('change the name of the person, and the theme of this browser', async ({ visit }) => {
    const { id, accounts } = await stage().organization('empty');
    const page = await visit(accounts.viewer, `/${id}/settings`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Vera Newname');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Account of Vera Newname' }).waitFor();
    await page.getByRole('tab', { name: 'Preferences' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.reload();
    await becomes(() => page.locator('html').getAttribute('data-mantine-color-scheme'), 'dark');
  });

  journey('give everything that is kept about a person as a file', async ({ visit }) => {
    const { id, accounts } = await stage().organization('empty');
    const page = await visit(accounts.viewer, `/${id}/settings?tab=privacy`);
    await page.getByRole('button', { name: 'Gather my data' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    const data: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(JSON.stringify(data)).toContain(accounts.viewer.email);
  });

  journey(
    'erase an account only after its address was typed, and then for good',
    async ({ visit, expectTrouble }) => {
      const { id, accounts } = await stage().organization('empty');
      expectTrouble(/^graph: Sign in/, /^answer: 401/);
      const page = await visit(accounts.viewer, `/${id}/settings?tab=privacy`);
      await page.getByRole('button', { name: 'Erase my account …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Erase your account' });
      const confirmation = dialog.getByRole('textbox', { name: /Type .* to confirm/ });
      await confirmation.fill('somebody@else.example');
      await dialog.getByRole('button', { name: 'Erase for good' }).click();
      await dialog.getByText('This is not the address with which you are signed in.').waitFor();
      await confirmation.fill(accounts.viewer.email);
      await dialog.getByRole('button', { name: 'Erase for good' }).click();
      await page.getByRole('dialog', { name: 'Your account is erased' }).waitFor();
      const members = await visit(accounts.administrator, `/${id}/members`);
      await goTo(members, `/${id}/members`);
      await becomes(() => members.getByText(accounts.viewer.name).count(), 0);
    },
  );
});
