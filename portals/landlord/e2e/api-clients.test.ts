import type { StageOrganization } from '@propertea/testkit/stage';
import type { Page } from 'playwright-core';
import { becomes, soon } from './support/page';
import { describePortal } from './support/play';

/** What the public graph answers to somebody with this key. */
async function ask(url: string, key: string, query: string) {
  const answer = await fetch(`${url}/public/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, ...((await answer.json()) as { data?: any; errors?: any[] }) };
}

/** Takes the key out of the dialog that shows it this once. */
async function takeKey(page: Page, title: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: title });
  const key = await dialog.getByRole('textbox', { name: 'Key' }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
  return key;
}

describePortal('programs of an organization', ({ stage, journey }) => {
  let organization: StageOrganization;
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey(
    'a program gets a key, reads the public graph, gets another key, and is refused once it is revoked',
    async ({ visit }) => {
      const { administrator } = organization.accounts;
      const page = await visit(administrator, `/${organization.id}/settings?tab=organization`);
      await page.getByRole('link', { name: 'API clients' }).click();
      await page.getByRole('heading', { level: 1, name: 'API clients' }).waitFor();
      await page.getByText('No API clients yet').waitFor();

      await page.getByRole('button', { name: 'Create an API client' }).click();
      const form = page.getByRole('dialog', { name: 'Create an API client' });
      await form.getByRole('textbox', { name: 'Name' }).fill('Bookkeeping');
      await form.getByRole('button', { name: 'Create' }).click();
      await form.getByText('Choose at least one scope.').waitFor();
      await form.getByRole('checkbox', { name: 'Read properties, buildings and units' }).check();
      await form.getByRole('button', { name: 'Create' }).click();
      const first = await takeKey(page, 'The API client is ready');
      await page.getByRole('row', { name: /Bookkeeping.*Active/ }).waitFor();

      const { url } = stage();
      const reads = '{ properties(first: 1) { totalCount } companies { totalCount } }';
      const read = await ask(url, first, reads);
      expect(read.data.properties.totalCount).toBeGreaterThan(0);
      expect(read.data.companies).toBeNull();
      expect(read.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      const hidden = await ask(url, first, '{ members { totalCount } }');
      expect(hidden.status).toBe(400);

      await page.getByRole('button', { name: 'Bookkeeping' }).click();
      const drawer = page.getByRole('dialog', { name: 'Bookkeeping' });
      await drawer.getByRole('button', { name: 'Make a new key' }).click();
      const rotate = page.getByRole('dialog', { name: 'Make a new key for Bookkeeping' });
      await rotate.getByRole('combobox').selectOption({ label: 'for another hour' });
      await rotate.getByRole('button', { name: 'Make the key' }).click();
      const second = await takeKey(page, 'The new key is ready');
      expect(second).not.toBe(first);
      await becomes(() => drawer.getByText(/good until/).count(), 1);
      for (const key of [first, second]) expect((await ask(url, key, reads)).status).toBe(200);

      await drawer.getByRole('button', { name: `Revoke the key …${first.slice(-4)}` }).click();
      const question = page.getByRole('dialog', { name: `Revoke the key …${first.slice(-4)}?` });
      await question.getByRole('button', { name: 'Revoke the key' }).click();
      await question.waitFor({ state: 'detached' });
      expect((await ask(url, first, reads)).status).toBe(401);
      expect((await ask(url, second, reads)).status).toBe(200);

      await drawer.getByRole('button', { name: 'Revoke', exact: true }).click();
      const end = page.getByRole('dialog', { name: 'Revoke Bookkeeping?' });
      await end.getByRole('textbox', { name: 'Reason, for the history' }).fill('Sold');
      await end.getByRole('button', { name: 'Revoke' }).click();
      await end.waitFor({ state: 'detached' });
      const began = performance.now();
      await soon(async () => expect((await ask(url, second, reads)).status).toBe(401));
      // Not because it was forgotten, which takes 30 s.
      expect(performance.now() - began).toBeLessThan(10_000);
      await page.getByText('No API clients yet').waitFor();
    },
  );

  journey('a client is changed, and who does not administer sees none', async ({ visit }) => {
    const { administrator, viewer } = organization.accounts;
    const at = `/${organization.id}/settings/api-clients`;
    const page = await visit(administrator, at);
    await page.getByRole('button', { name: 'Create an API client' }).click();
    const form = page.getByRole('dialog', { name: 'Create an API client' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Map of units');
    await form.getByRole('checkbox', { name: 'Read leases and rents' }).check();
    await form.getByRole('combobox', { name: 'Reach' }).selectOption({ label: 'One company' });
    await form.getByRole('combobox', { name: 'Company' }).fill('River');
    await page.getByRole('option', { name: /River/ }).click();
    await form.getByRole('button', { name: 'Create' }).click();
    await takeKey(page, 'The API client is ready');

    await page.getByRole('button', { name: 'Map of units' }).click();
    const drawer = page.getByRole('dialog', { name: 'Map of units' });
    await drawer.getByText('Viewer · Riverside Rentals').waitFor();
    await drawer.getByRole('button', { name: 'Change' }).click();
    const change = page.getByRole('dialog', { name: 'Change Map of units' });
    await change.getByRole('textbox', { name: 'Name' }).fill('Map');
    await change.getByRole('button', { name: 'Add another role' }).click();
    await change
      .getByRole('group', { name: 'Role 2' })
      .getByRole('combobox', { name: 'Role' })
      .selectOption({ label: 'Accountant' });
    await change.getByRole('button', { name: 'Save' }).click();
    await change.waitFor({ state: 'detached' });
    await page
      .getByRole('dialog', { name: 'Map' })
      .getByText(/Accountant/)
      .first()
      .waitFor();

    const theirs = await visit(viewer, at);
    await theirs
      .getByText('Only administrators of the organization see its API clients.')
      .waitFor();
    expect(await theirs.getByRole('button', { name: 'Create an API client' }).count()).toBe(0);
  });
});
