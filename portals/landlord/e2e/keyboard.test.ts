import type { StageOrganization } from '@propertea/testkit/stage';
import { becomes, ready, tabTo } from './support/page';
import { describePortal } from './support/play';

describePortal('the keyboard alone', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey('signs in, finds a unit, corrects it and saves', async ({ visit, url }) => {
    const { email, password } = organization.accounts.manager;
    const page = await visit(undefined, at('/units'));
    await page.waitForURL(`${stage().url}/**`);
    await tabTo(page, page.getByLabel('E-mail address'));
    await page.keyboard.type(email);
    await tabTo(page, page.getByLabel('Password'));
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}${at('/units')}`);
    await ready(page);

    // The first stop leads past the navigation.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await becomes(() => page.evaluate(() => document.activeElement?.id), 'content');
    await tabTo(page, page.getByRole('searchbox', { name: 'Search units' }));
    await page.keyboard.type('clark shop');
    await becomes(() => page.locator('main tbody tr').count(), 1);
    await tabTo(page, page.locator('main tbody tr').getByRole('link').first());
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/units\/unit_/);
    await page.getByRole('link', { name: 'Change' }).waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Change' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/change$/);
    const area = page.getByRole('textbox', { name: 'Area, m²' });
    await area.waitFor();
    await tabTo(page, area);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('121.5');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/units\/unit_[^/]*$/);
    await page.getByText('121.5', { exact: true }).waitFor();
  });

  journey('makes a key for a program', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/settings/api-clients'));
    const opener = page.getByRole('button', { name: 'Create an API client' });
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Create an API client' });
    await form.waitFor();
    await tabTo(page, form.getByRole('textbox', { name: 'Name' }));
    await page.keyboard.type('Keys alone');
    await tabTo(page, form.getByRole('checkbox', { name: 'Read leases and rents' }));
    await page.keyboard.press('Space');
    await tabTo(page, form.getByRole('button', { name: 'Create' }));
    await page.keyboard.press('Enter');
    const shown = page.getByRole('dialog', { name: 'The API client is ready' });
    await shown.waitFor();
    await becomes(() => page.evaluate(() => document.activeElement?.tagName), 'INPUT');
    // A key that was pressed too often loses nothing.
    await page.keyboard.press('Escape');
    await tabTo(page, shown.getByRole('button', { name: 'Done' }));
    await page.keyboard.press('Enter');
    await shown.waitFor({ state: 'detached' });
    await becomes(() => opener.evaluate((button) => button === document.activeElement), true);
  });

  journey('invites a colleague', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/members'));
    await tabTo(page, page.getByRole('button', { name: 'Invite a member' }));
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Invite a member' });
    await form.waitFor();
    const email = form.getByRole('textbox', { name: 'E-mail address' });
    await tabTo(page, email);
    await page.keyboard.type('keys@stage.example');
    await tabTo(page, form.getByRole('combobox', { name: 'Role' }));
    await page.keyboard.press('ArrowUp');
    await tabTo(page, form.getByRole('button', { name: 'Make the invitation' }));
    await page.keyboard.press('Enter');
    const made = page.getByRole('dialog', { name: 'The invitation is ready' });
    await tabTo(page, made.getByRole('button', { name: 'Done' }));
    await page.keyboard.press('Enter');
    await made.waitFor({ state: 'detached' });
  });

  journey('opens the menu of a phone and closes it', async ({ visit }) => {
    const page = await visit(organization.accounts.viewer, at('/companies'), {
      viewport: { width: 390, height: 844 },
    });
    const menu = page.getByRole('button', { name: 'Menu' });
    await tabTo(page, menu);
    await page.keyboard.press('Enter');
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Units' })
      .waitFor();
    await page.keyboard.press('Escape');
    await becomes(() => menu.getAttribute('aria-expanded'), 'false');
    await becomes(() => menu.evaluate((one) => one === document.activeElement), true);
  });
});
