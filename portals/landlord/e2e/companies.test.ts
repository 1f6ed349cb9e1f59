import type { StageOrganization } from '@propertea/testkit/stage';
import { graphAs } from './support/graph';
import { becomes, names } from './support/page';
import { describePortal } from './support/play';

describePortal('a company', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey('is created, opened, changed, retired and restored', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/companies'));
    await page.getByRole('button', { name: 'New company' }).click();
    const form = page.getByRole('dialog', { name: 'New company' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Harbour Homes');
    await form.getByRole('textbox', { name: 'Code' }).fill('harbour');
    await form.getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await page.getByRole('option', { name: /^EUR/ }).click();
    await form.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour Homes' }).waitFor();

    await page.getByRole('button', { name: 'Change' }).click();
    const change = page.getByRole('dialog', { name: 'Change the company' });
    await change.getByRole('textbox', { name: 'Name' }).fill('Harbour Houses');
    await change.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour Houses' }).waitFor();

    await page.getByRole('button', { name: 'Retire' }).click();
    const question = page.getByRole('dialog', { name: 'Retire Harbour Houses?' });
    await question.getByRole('textbox', { name: /Reason/ }).fill('Sold');
    await question.getByRole('button', { name: 'Retire' }).click();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('button', { name: 'Change' }).waitFor();

    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Company restored').waitFor();
    const [name] = await page.getByRole('row', { name: /^Name/ }).allInnerTexts();
    expect(name).toMatch(/Harbour Homes\s+Harbour Houses/);
  });

  journey(
    'that still owns something cannot be retired, and says what it owns',
    async ({ visit }) => {
      const page = await visit(organization.accounts.administrator, at('/companies'));
      await page.getByRole('link', { name: 'Lakeview Homes' }).click();
      await page.getByRole('button', { name: 'Retire' }).click();
      const question = page.getByRole('dialog', { name: 'Retire Lakeview Homes?' });
      await question.getByText('It still has 3 live properties. Retire them first.').waitFor();
      expect(await question.getByRole('button', { name: 'Retire' }).count()).toBe(0);
      await question.getByRole('link', { name: 'Show these properties' }).click();
      await becomes(() => names(page), ['Clark Street Flats', 'Halsted Cottage', 'Racine Yard']);
    },
  );

  journey('changed behind the page is compared before it is saved', async ({ visit }) => {
    const { administrator } = organization.accounts;
    const ask = await graphAs(stage(), administrator, organization.id);
    const { companies } = await ask('{ companies { nodes { id version code } } }');
    const river = companies.nodes.find(({ code }: { code: string }) => code === 'RIVER');
    const page = await visit(administrator, at(`/companies/${river.id}`));
    await page.getByRole('button', { name: 'Change' }).click();
    const form = page.getByRole('dialog', { name: 'Change the company' });
    await form.getByRole('textbox', { name: 'Name' }).fill('River of mine');
    await ask(
      'mutation Change($input: ChangeCompanyInput!) { changeCompany(input: $input) { errors { message } } }',
      {
        input: {
          companyId: river.id,
          version: river.version,
          code: 'RIVER',
          name: 'River of theirs',
        },
      },
    );
    await form.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else saved first' });
    const cells = dialog.getByRole('row', { name: /^Name/ }).getByRole('cell');
    await becomes(() => cells.allInnerTexts(), ['River of mine', 'River of theirs']);
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('heading', { level: 1, name: 'River of mine' }).waitFor();
  });

  journey('is for looking at where the role allows no more', async ({ visit }) => {
    const page = await visit(organization.accounts.viewer, at('/companies'));
    await page.getByRole('link', { name: 'Lakeview Homes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lakeview Homes' }).waitFor();
    expect(await page.getByRole('button', { name: /Change|Retire|New company/ }).count()).toBe(0);
  });
});
