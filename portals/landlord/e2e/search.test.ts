import type { StageOrganization } from '@propertea/testkit/stage';
import { becomes } from './support/page';
import { describePortal } from './support/play';

describePortal('the search over everything', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey('leads to a unit by the keyboard alone, and gives the focus back', async ({ visit }) => {
    const page = await visit(organization.accounts.viewer, at('/properties'));
    const button = page.getByRole('button', { name: 'Search', exact: true });
    await button.focus();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: /^Search companies/ });
    await field.waitFor();
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await becomes(() => button.evaluate((one) => one === document.activeElement), true);

    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.type('clark shop');
    const options = page.getByRole('option', { name: /SHOP/ });
    await options.first().waitFor();
    const chosen = page.getByRole('option', { selected: true });
    for (let presses = 0; presses < 10; presses++) {
      if (/SHOP/.test(await chosen.innerText())) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/units\/unit_/);
    await page.getByRole('heading', { level: 1, name: /SHOP/ }).waitFor();
  });

  journey(
    'finds companies, properties, units and members, and keeps to what one reaches',
    async ({ visit }) => {
      const page = await visit(organization.accounts.manager, at('/properties'));
      const open = async (words: string) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: /^Search companies/ }).fill(words);
      };
      await open('wacker');
      await page.getByText(/Nothing found for “wacker”/).waitFor();
      await page.keyboard.press('Escape');
      await open('vera');
      await page.getByRole('option', { name: /Vera Viewer/ }).waitFor();
      await page.getByRole('combobox', { name: /^Search companies/ }).fill('lakeview');
      await page
        .getByRole('option', { name: /Lakeview Homes/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: 'Lakeview Homes' }).waitFor();
    },
  );
});
