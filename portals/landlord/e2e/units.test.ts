import type { StageOrganization } from '@propertea/testkit/stage';
import type { Page } from 'playwright-core';
import { graphAs } from './support/graph';
import { becomes, goTo, ready } from './support/page';
import { describePortal } from './support/play';

interface Unit {
  id: string;
  version: number;
  reference: string;
}

/** What a fact of a page's overview says. */
const fact = (page: Page, name: string) =>
  page
    .locator('dt', { hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd[1]');

describePortal('a unit', ({ stage, journey }) => {
  let organization: StageOrganization;
  let units: Unit[];
  const at = (path: string) => `/${organization.id}${path}`;
  const unitAt = (index: number) => {
    const unit = units[index];
    if (!unit) throw new Error('the stage has fewer units');
    return unit;
  };
  /** Changes a unit behind the page, as a colleague does. */
  const changeBehind = async (unit: Unit, changes: object) => {
    const colleague = await graphAs(stage(), organization.accounts.manager, organization.id);
    await colleague(
      'mutation Change($input: ChangeUnitInput!) { changeUnit(input: $input) { errors { message } } }',
      { input: { unitId: unit.id, version: unit.version, ...changes } },
    );
  };
  beforeAll(async () => {
    organization = await stage().organization();
    const ask = await graphAs(stage(), organization.accounts.administrator, organization.id);
    const { companies } = await ask('{ companies { nodes { id code } } }');
    const company = companies.nodes.find(({ code }: { code: string }) => code === 'LAKEVIEW').id;
    const query = `{ units(first: 50, filter: { companyIds: ["${company}"], categories: [APARTMENT] }) { nodes { id version reference } } }`;
    units = (await ask(query)).units.nodes;
  });

  journey('is created where its category allows, and found again', async ({ visit }) => {
    const page = await visit(organization.accounts.manager, at('/units/new'));
    await page.getByRole('combobox', { name: 'Category' }).selectOption({ label: 'Apartment' });
    await page.getByRole('combobox', { name: 'Property' }).fill('clark');
    await page.getByRole('option', { name: /Clark Street Flats/ }).click();
    await page.getByRole('combobox', { name: 'Building' }).click();
    await page.getByRole('option', { name: /^A\b/ }).click();
    // What the room would refuse is said before it is sent, beside its field.
    await page.getByRole('textbox', { name: 'Code' }).fill('');
    await page.getByRole('button', { name: 'Create unit' }).click();
    await page.getByText('Fill this in.').first().waitFor();
    await page.getByRole('textbox', { name: 'Code' }).fill('attic1');
    await page.getByRole('textbox', { name: 'Bedrooms' }).fill('2');
    await page.getByRole('textbox', { name: 'Area, m²' }).fill('64.5');
    await page.getByRole('button', { name: 'Create unit' }).click();
    await page.waitForURL(/\/units\/unit_/);
    await page.getByRole('heading', { level: 1, name: /ATTIC1/ }).waitFor();
    await becomes(() => fact(page, 'Bedrooms').innerText(), '2');

    await goTo(page, at('/units?q=attic1'));
    await page.getByRole('link', { name: /ATTIC1/ }).waitFor();
  });

  journey('says at its field what the room refuses', async ({ visit }) => {
    const [first, second] = units;
    const page = await visit(organization.accounts.manager, at(`/units/${first?.id}/change`));
    const code = page.getByRole('textbox', { name: 'Code' });
    await code.fill(second?.reference.split('-').pop() ?? '');
    await page.getByRole('button', { name: 'Save' }).click();
    await becomes(() => code.getAttribute('aria-invalid'), 'true');
    expect(page.url()).toContain('/change');
  });

  journey(
    'changed behind the page: mine is kept over theirs only after both were seen',
    async ({ visit }) => {
      const unit = unitAt(2);
      const page = await visit(organization.accounts.administrator, at(`/units/${unit.id}/change`));
      await page.getByRole('textbox', { name: 'Bedrooms' }).fill('4');
      await changeBehind(unit, { bedrooms: 3, floor: 7 });
      await page.getByRole('button', { name: 'Save' }).click();
      const dialog = page.getByRole('dialog', { name: 'Somebody else saved first' });
      const row = dialog.getByRole('row', { name: /Bedrooms/ });
      await becomes(() => row.getByRole('cell').allInnerTexts(), ['4', '3']);
      await dialog.getByRole('button', { name: 'Keep mine' }).click();
      await page.waitForURL(new RegExp(`/units/${unit.id}$`));
      await becomes(() => fact(page, 'Bedrooms').innerText(), '4');
      // What only the other one changed stays.
      expect(await fact(page, 'Floor').innerText()).toBe('7');
    },
  );

  journey('changed behind the page: theirs is taken, and nothing else', async ({ visit }) => {
    const unit = unitAt(3);
    const page = await visit(organization.accounts.administrator, at(`/units/${unit.id}/change`));
    const bedrooms = page.getByRole('textbox', { name: 'Bedrooms' });
    await bedrooms.fill('4');
    await changeBehind(unit, { bedrooms: 3 });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await becomes(() => bedrooms.inputValue(), '3');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(new RegExp(`/units/${unit.id}$`));
    await becomes(() => fact(page, 'Bedrooms').innerText(), '3');
  });

  journey('is retired with a reason, restored, and its history tells both', async ({ visit }) => {
    const unit = unitAt(4);
    const page = await visit(organization.accounts.manager, at(`/units/${unit.id}`));
    await page.getByRole('button', { name: 'Retire' }).click();
    const question = page.getByRole('dialog', { name: `Retire ${unit.reference}?` });
    await question.getByRole('textbox', { name: 'Reason' }).fill('Walls were taken out');
    await question.getByRole('button', { name: 'Retire' }).click();
    await page.getByText(/This unit was retired on/).waitFor();
    expect(await page.getByRole('link', { name: 'Change' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('link', { name: 'Change' }).waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Unit restored').waitFor();
    await page.getByText('Reason: Walls were taken out').waitFor();
    await page.getByText(organization.accounts.manager.name).first().waitFor();
  });

  journey('shows before and after in its history', async ({ visit }) => {
    const unit = unitAt(5);
    await changeBehind(unit, { areaSquareMetres: 99.5 });
    const page = await visit(organization.accounts.viewer, at(`/units/${unit.id}?tab=history`));
    const cells = page
      .getByRole('row', { name: /Area, m²/ })
      .first()
      .getByRole('cell');
    await becomes(async () => (await cells.allInnerTexts()).at(-1), '99.5');
    expect(await page.getByRole('link', { name: 'Change' }).count()).toBe(0);
  });

  journey('is retired together with others, after their number was named', async ({ visit }) => {
    const page = await visit(organization.accounts.manager, at('/units?q=wacker'));
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await goTo(page, at('/units?sort=-CODE&categories=APARTMENT'));
    for (const index of [0, 1, 2]) {
      await page
        .getByRole('checkbox', { name: /^Choose / })
        .nth(index + 1)
        .check();
    }
    await page.getByRole('button', { name: 'Retire 3' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retire 3 units' }).click();
    await page.getByText('3 of 3 units retired.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await goTo(page, at('/units?show=retired'));
    await becomes(() => page.locator('main tbody tr').count(), 3);
  });

  journey('of another reach is not there', async ({ visit, expectTrouble }) => {
    const ask = await graphAs(stage(), organization.accounts.administrator, organization.id);
    const { units: found } = await ask(
      '{ units(first: 1, filter: { search: "wacker" }) { nodes { id } } }',
    );
    expectTrouble(/^answer: 404/);
    const page = await visit(organization.accounts.manager, at(`/units/${found.nodes[0].id}`));
    await page.getByRole('heading', { name: 'Not found' }).waitFor();
    await ready(page);
  });
});
