import type { StageOrganization } from '@propertea/testkit/stage';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { becomes, goTo, names, notice, ready } from './support/page';
import { describePortal } from './support/play';

const addressOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

async function exported(page: Page, button: string): Promise<string[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  return text.replace('\uFEFF', '').trimEnd().split(/\r?\n/);
}

describePortal('a list', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey(
    'is searched, and keeps the words in its address through a reload and the back button',
    async ({ visit }) => {
      const page = await visit(organization.accounts.viewer, at('/properties'));
      const search = page.getByRole('searchbox', { name: 'Search properties' });
      await becomes(
        () => names(page),
        ['Clark Street Flats', 'Halsted Cottage', 'Racine Yard', 'Wacker Tower'],
      );
      await search.fill('halsted');
      await becomes(() => names(page), ['Halsted Cottage']);
      await becomes(() => addressOf(page), { q: 'halsted' });
      await page.reload();
      await ready(page);
      expect(await search.inputValue()).toBe('halsted');
      await becomes(() => names(page), ['Halsted Cottage']);

      await page.getByRole('link', { name: 'Halsted Cottage' }).click();
      await page.waitForURL('**/properties/**');
      await page.goBack();
      await becomes(() => search.inputValue(), 'halsted');
      await becomes(() => names(page), ['Halsted Cottage']);
    },
  );

  journey('says when nothing is found, and leads back to everything', async ({ visit }) => {
    const page = await visit(organization.accounts.viewer, at('/properties?q=nowhere'));
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await becomes(async () => (await names(page)).length, 4);
    expect(addressOf(page)).toEqual({});
  });

  journey('is sorted by its headers, both ways', async ({ visit }) => {
    const page = await visit(organization.accounts.viewer, at('/properties'));
    const header = page.getByRole('columnheader', { name: 'Code' });
    await header.getByRole('button').click();
    await becomes(() => header.getAttribute('aria-sort'), 'ascending');
    await header.getByRole('button').click();
    await becomes(() => header.getAttribute('aria-sort'), 'descending');
    await becomes(
      () => names(page),
      ['Wacker Tower', 'Racine Yard', 'Halsted Cottage', 'Clark Street Flats'],
    );
    expect(addressOf(page)).toEqual({ sort: '-CODE' });
  });

  journey(
    'is narrowed by filters, each of which is shown and taken off by itself',
    async ({ visit }) => {
      const page = await visit(organization.accounts.viewer, at('/units'));
      await page.getByRole('button', { name: 'Filters' }).click();
      const filters = page.getByRole('dialog', { name: 'Filters' });
      await filters.getByLabel('Bedrooms from').fill('3');
      await filters.getByLabel('Area', { exact: true }).selectOption({ label: 'is known' });
      await becomes(() => addressOf(page), { minBedrooms: '3', area: 'known' });
      await filters.getByRole('button', { name: /^Show 9/ }).click();
      await filters.waitFor({ state: 'hidden' });

      await page.reload();
      await ready(page);
      await page.getByRole('button', { name: 'Filters (2)' }).waitFor();
      const set = page.getByRole('group', { name: 'Filters that are set' });
      await set.getByRole('button', { name: /Area: is known/ }).click();
      await becomes(() => addressOf(page), { minBedrooms: '3' });
    },
  );

  journey(
    'shows the columns that were chosen, and comes back to a view that was saved',
    async ({ visit }) => {
      const page = await visit(organization.accounts.viewer, at('/units'));
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('checkbox', { name: 'Bathrooms' }).check();
      await page.getByRole('columnheader', { name: 'Bathrooms' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox').fill('shop');
      await becomes(() => addressOf(page)['q'], 'shop');
      const address = addressOf(page);

      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('menuitem', { name: 'Save this view' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Name of the view' }).fill('Shops');
      await dialog.getByRole('button', { name: 'Save this view' }).click();
      await dialog.waitFor({ state: 'hidden' });

      await goTo(page, at('/units'));
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('menuitem', { name: 'Shops' }).click();
      await becomes(() => addressOf(page), address);
      await page.getByRole('columnheader', { name: 'Bathrooms' }).waitFor();
    },
  );

  journey('grows on request to its end, and no row comes twice', async ({ visit }) => {
    const page = await visit(organization.accounts.viewer, at('/units'));
    await page.getByText('25 of 39').waitFor();
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('39 of 39').waitFor();
    const shown = await names(page);
    expect(shown).toHaveLength(39);
    expect(new Set(shown).size).toBe(39);
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  });

  journey(
    'is written as CSV: everything that the filter finds, or the rows that are chosen',
    async ({ visit }) => {
      const page = await visit(
        organization.accounts.viewer,
        at('/properties?sort=CODE&columns=code,type'),
      );
      expect(await exported(page, 'Export CSV')).toEqual([
        'Name,Code,Type',
        'Clark Street Flats,CLARK2800,Multifamily',
        'Halsted Cottage,HALSTED12,Single family',
        'Racine Yard,RACINE44,Parking',
        'Wacker Tower,WACKER100,Senior',
      ]);
      expect(await notice(page)).toContain('4 rows exported.');
      await page.getByRole('checkbox', { name: 'Choose Racine Yard' }).check();
      expect(await exported(page, 'Export 1 as CSV')).toEqual([
        'Name,Code,Type',
        'Racine Yard,RACINE44,Parking',
      ]);
      await goTo(page, at('/units'));
      expect(await exported(page, 'Export CSV')).toHaveLength(40);
    },
  );
});
