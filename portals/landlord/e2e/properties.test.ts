import type { StageOrganization } from '@propertea/testkit/stage';
import { graphAs } from './support/graph';
import { becomes, goTo } from './support/page';
import { describePortal } from './support/play';

describePortal('a property and its buildings', ({ stage, journey }) => {
  let organization: StageOrganization;
  let ids: Record<string, { id: string; version: number }>;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization();
    const ask = await graphAs(stage(), organization.accounts.administrator, organization.id);
    const { properties } = await ask('{ properties { nodes { id version code } } }');
    ids = Object.fromEntries(properties.nodes.map((one: { code: string }) => [one.code, one]));
  });

  journey('are created, opened, changed, retired and restored', async ({ visit }) => {
    const page = await visit(organization.accounts.manager, at('/properties'));
    await page.getByRole('link', { name: 'New property' }).click();
    await page.getByRole('combobox', { name: 'Company' }).fill('lake');
    await page.getByRole('option', { name: /Lakeview Homes/ }).click();
    const fields: Record<string, string> = {
      Name: 'Harbour House',
      Code: 'harbour1',
      'Street and number': '1 Harbour Way',
      'Postal code': '60601',
      City: 'Chicago',
      Latitude: '41.88, -87.62',
      Jurisdiction: 'US-IL',
    };
    for (const [label, value] of Object.entries(fields)) {
      await page.getByRole('textbox', { name: label, exact: true }).fill(value);
    }
    await page.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Multifamily' });
    const country = page.getByRole('combobox', { name: 'Country' });
    await country.fill('United States');
    await page
      .getByRole('option', { name: /^United States(?! Minor)/ })
      .first()
      .click();
    const clock = page.getByRole('combobox', { name: 'Time zone' });
    await clock.fill('Chicago');
    await page
      .getByRole('option', { name: /Chicago/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Create property' }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour House' }).waitFor();

    await page.getByRole('tab', { name: 'Buildings' }).click();
    await page.getByRole('link', { name: 'New building' }).click();
    await page.getByRole('textbox', { name: 'Code' }).fill('n');
    await page.getByRole('button', { name: 'Create building' }).click();
    await page.getByRole('heading', { level: 1, name: /Building N/ }).waitFor();
    await page.getByRole('button', { name: 'Add entrance' }).first().click();
    const entrance = page.getByRole('dialog', { name: 'Add entrance' });
    await entrance.getByRole('textbox', { name: 'Code' }).fill('1');
    await entrance.getByRole('button', { name: 'Add entrance' }).click();
    await page.getByRole('button', { name: 'Remove entrance 1' }).waitFor();

    // R49: what still lives is named, and keeps the property.
    await page.getByRole('link', { name: 'Harbour House' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Harbour House' }).waitFor();
    await page.getByRole('button', { name: 'Retire' }).click();
    await page.getByText('It cannot be retired yet. Still live in it:').waitFor();
    await page.getByRole('dialog').getByRole('link', { name: '1 building' }).click();
    await page.getByRole('link', { name: /^N\b/ }).first().click();
    await page.getByRole('button', { name: 'Retire' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
    await page.getByText(/This building was retired on/).waitFor();

    await page.getByRole('link', { name: 'Harbour House' }).first().click();
    await page.getByRole('button', { name: 'Retire' }).click();
    const question = page.getByRole('dialog', { name: 'Retire Harbour House?' });
    await question.getByRole('textbox', { name: 'Reason' }).fill('Sold');
    await question.getByRole('button', { name: 'Retire' }).click();
    await page.getByText(/This property was retired on/).waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('link', { name: 'Change property' }).waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Property restored').waitFor();
    await page.getByText('Reason: Sold').waitFor();
  });

  journey(
    'changed behind the page are compared: mine is kept, and what only the others changed stays',
    async ({ visit }) => {
      const { id, version } = ids['RACINE44'] ?? { id: '', version: 0 };
      const page = await visit(organization.accounts.manager, at(`/properties/${id}/edit`));
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Racine of mine');
      const ask = await graphAs(stage(), organization.accounts.administrator, organization.id);
      await ask(
        'mutation Change($input: ChangePropertyInput!) { changeProperty(input: $input) { errors { message } } }',
        { input: { propertyId: id, version, name: 'Racine of theirs', type: 'COMMERCIAL' } },
      );
      await page.getByRole('button', { name: 'Save' }).click();
      const dialog = page.getByRole('dialog', { name: 'Somebody else saved first' });
      const cells = dialog.getByRole('row', { name: /^Name/ }).getByRole('cell');
      await becomes(() => cells.allInnerTexts(), ['Racine of mine', 'Racine of theirs']);
      await dialog.getByRole('button', { name: 'Keep mine' }).click();
      await page.getByRole('heading', { level: 1, name: 'Racine of mine' }).waitFor();
      await page.getByText('Commercial', { exact: true }).first().waitFor();
    },
  );

  journey(
    'show their units as a structure that the keyboard opens, and as a table',
    async ({ visit }) => {
      const { id } = ids['CLARK2800'] ?? { id: '' };
      const page = await visit(organization.accounts.viewer, at(`/properties/${id}?tab=tree`));
      const tree = page.getByRole('tabpanel', { name: 'Structure' });
      await tree
        .getByRole('button', { name: /Building A|^A\b/ })
        .first()
        .focus();
      await page.keyboard.press('ArrowRight');
      const entrance = tree.getByRole('button', { name: /Entrance 1/ });
      await entrance.waitFor();
      await entrance.focus();
      await page.keyboard.press('ArrowRight');
      await tree
        .getByRole('link', { name: /\b101\b/ })
        .first()
        .waitFor();
      await page.getByRole('tab', { name: 'Units' }).click();
      await becomes(() => page.getByRole('tabpanel').locator('tbody tr').count(), 19);
      await goTo(page, at(`/properties/${id}`));
      expect(await page.getByRole('link', { name: 'Change property' }).count()).toBe(0);
    },
  );
});
