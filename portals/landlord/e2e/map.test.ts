import type { StageOrganization } from '@propertea/testkit/stage';
import { becomes } from './support/page';
import { describePortal } from './support/play';

describePortal('the map', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey(
    'without tiles is a plain plot with the same properties as the list beside it',
    async ({ visit }) => {
      const page = await visit(organization.accounts.viewer, at('/map'));
      const plot = page.getByRole('application', { name: /^Plot of the properties/ });
      await plot.getByRole('button').first().waitFor();
      await page
        .getByText('3 properties, 39 units')
        .or(page.getByText(/^3 properties/))
        .first()
        .waitFor();
      const list = page.getByRole('list', { name: 'Properties on the map' });
      await list.getByRole('button', { name: /Wacker Tower/ }).click();
      await becomes(
        () => plot.getByRole('button', { name: /Wacker Tower/ }).getAttribute('aria-pressed'),
        'true',
      );
      expect(new URL(page.url()).searchParams.get('focus')).toMatch(/^prop_/);

      // The plot moves by keys.
      await plot.focus();
      await page.keyboard.press('-');
      await page.keyboard.press('ArrowLeft');
      await plot
        .getByRole('button', { name: /Wacker Tower|properties/ })
        .first()
        .waitFor();
    },
  );

  journey('is searched and leads to the property', async ({ visit }) => {
    const page = await visit(organization.accounts.viewer, at('/map'));
    await page.getByRole('searchbox', { name: 'Search properties on the map' }).fill('halsted');
    const list = page.getByRole('list', { name: 'Properties on the map' });
    await becomes(() => list.getByRole('button').count(), 1);
    await list.getByRole('link', { name: 'Open Halsted Cottage' }).click();
    await page.waitForURL(/\/properties\/prop_/);
  });
});
