import type { StageOrganization } from '@propertea/testkit/stage';
import { graphAs } from './support/graph';
import { becomes, goTo } from './support/page';
import { describePortal } from './support/play';

describePortal('the audit log', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization('empty');
    const ask = await graphAs(stage(), organization.accounts.administrator, organization.id);
    await ask(
      'mutation Make($input: CreateCompanyInput!) { createCompany(input: $input) { errors { message } } }',
      { input: { code: 'QUAY', name: 'Quay Court', currency: 'EUR' } },
    );
  });

  journey(
    'tells administrators who did what, and is narrowed to a kind and to one object',
    async ({ visit }) => {
      const { administrator } = organization.accounts;
      const page = await visit(administrator, at('/audit'));
      const log = page.getByRole('region', { name: 'Entries, newest first' });
      await log.getByText('Company created').waitFor();
      await page.getByRole('button', { name: 'Filters' }).click();
      await page
        .getByRole('combobox', { name: 'Kind of object' })
        .selectOption({ label: 'Company' });
      await becomes(() => new URL(page.url()).search, '?kind=Company');
      await becomes(() => log.getByRole('button', { name: 'Only this object' }).count(), 1);
      await page.keyboard.press('Escape');
      await log.getByText(administrator.name).waitFor();
      await log.getByRole('button', { name: 'Only this object' }).click();
      await page.getByText('Only one object is shown.').waitFor();
      await log.getByRole('link', { name: 'Open: Company' }).click();
      await page.getByRole('heading', { level: 1, name: 'Quay Court' }).waitFor();
    },
  );

  journey('is for administrators only', async ({ visit }) => {
    const page = await visit(organization.accounts.manager, at('/companies'));
    expect(await page.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
    await goTo(page, at('/audit'));
    await page.getByText('Only administrators of the organization see its audit log.').waitFor();
  });
});
