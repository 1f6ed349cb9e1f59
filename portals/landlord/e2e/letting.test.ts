import { readFile } from 'node:fs/promises';
import type { StageOrganization } from '@propertea/testkit/stage';
import { letUnits } from './support/leasing';
import type { LetUnit } from './support/leasing';
import { becomes, goTo } from './support/page';
import { describePortal } from './support/play';

describePortal('what is let', ({ stage, journey }) => {
  let organization: StageOrganization;
  let leases: LetUnit[];
  const at = (path: string) => `/${organization.id}${path}`;
  const first = () => {
    const [lease] = leases;
    if (!lease) throw new Error('no unit is let');
    return lease;
  };
  beforeAll(async () => {
    organization = await stage().organization();
    leases = await letUnits(stage(), organization, ['Ada Lovelace', 'Karl Marx'], 20);
  });

  journey('shows on a timeline, where units are blocked and let', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/availability'));
    const { number, reference } = first();
    const row = page.getByRole('row').filter({ hasText: reference });
    await row.getByRole('link', { name: new RegExp(number) }).waitFor();
    const free = page.getByRole('row').last();
    await free.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Block' }).click();
    const dialog = page.getByRole('dialog', { name: /^Block/ });
    await dialog.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'Renovation' });
    await dialog.getByRole('button', { name: 'Block' }).click();
    await page.getByRole('button', { name: /^Renovation/ }).click();
    await page.getByRole('button', { name: 'Remove the block' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the block' }).click();
    await page.getByRole('button', { name: /^Renovation/ }).waitFor({ state: 'detached' });
    // What is let cannot be blocked; the room says when it is let.
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Block' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await page
      .getByRole('dialog')
      .getByText(/is let or blocked/)
      .waitFor();
  });

  journey('adds up to a rent roll on any day, also as CSV', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/rent-roll'));
    await page.getByText('2 of 39').waitFor();
    await page.getByText('Ada Lovelace').waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = await readFile(await (await downloading).path(), 'utf8');
    const lines = file.trim().split('\r\n');
    expect(lines).toHaveLength(40);
    expect(lines.filter((line) => line.includes('1200.00'))).toHaveLength(2);
    // Before anything was let.
    await page.getByLabel('On', { exact: true }).fill('2020-01-01');
    await page.getByText('0 of 39').waitFor();
    await becomes(() => page.getByText('Ada Lovelace').count(), 0);
  });

  journey('stands in the calendar, on the unit and on the dashboard', async ({ visit }) => {
    const { leaseId, number, unitId } = first();
    const page = await visit(organization.accounts.viewer, at('/leases?ends=30'));
    await page.getByText(number).waitFor();
    await goTo(page, at(`/units/${unitId}`));
    await page.getByRole('link', { name: new RegExp(number) }).click();
    await page.waitForURL(new RegExp(leaseId));
    // Who may only look is offered nothing.
    expect(await page.getByRole('button', { name: 'Give notice' }).count()).toBe(0);
    const ends = await page
      .locator('dt', { hasText: /^Ends$/ })
      .locator('xpath=following-sibling::dd[1]')
      .textContent();
    const month = new Date(`${ends} UTC`).toISOString().slice(0, 7);
    await goTo(page, at(`/calendar?month=${month}`));
    await page.getByRole('link', { name: /^Ends: .*Ada Lovelace/ }).waitFor();
    await goTo(page, at(''));
    await page.getByRole('heading', { name: 'Occupancy' }).waitFor();
  });
});
