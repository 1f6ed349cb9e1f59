import type { StageOrganization } from '@propertea/testkit/stage';
import { graphAs } from './support/graph';
import { becomes, goTo, names } from './support/page';
import { describePortal } from './support/play';

/** Texts that break pages which take them for anything but texts. */
const HOSTILE = [
  '<img src=x onerror="document.title=\'broken\'">',
  '"><script>document.title="broken"</script>',
  '‮sdrawkcab‬ שלום עולם',
  '🏚️👩‍👩‍👧‍👦🇺🇦',
  '{{constructor.constructor("document.title=1")()}}',
];

describePortal('bad input', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization('empty');
    const ask = await graphAs(stage(), organization.accounts.administrator, organization.id);
    for (const [index, name] of HOSTILE.entries()) {
      await ask(
        'mutation Make($input: CreateCompanyInput!) { createCompany(input: $input) { errors { message } } }',
        { input: { code: `BAD${index}`, name, currency: 'EUR' } },
      );
    }
  });

  journey('that is hostile is shown as the text that it is', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/companies?sort=CODE'));
    await becomes(() => names(page), HOSTILE);
    for (const name of HOSTILE) {
      await goTo(page, at('/companies?sort=CODE'));
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      expect(await page.title()).not.toBe('broken');
    }
    await goTo(page, at('/audit'));
    await page
      .getByText(HOSTILE[0] ?? '')
      .first()
      .waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  journey(
    'that is too long is cut where it is typed, and found nowhere where it is searched',
    async ({ visit }) => {
      const page = await visit(organization.accounts.administrator, at('/companies'));
      const long = 'x'.repeat(10_000);
      await page.getByRole('searchbox').fill(long);
      await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
      await page.getByRole('button', { name: 'New company' }).click();
      const form = page.getByRole('dialog', { name: 'New company' });
      const name = form.getByRole('textbox', { name: 'Name' });
      await name.fill('');
      await name.focus();
      await page.keyboard.insertText(long);
      expect((await name.inputValue()).length).toBeLessThan(500);
    },
  );

  journey('in an address is left aside, or refused in words', async ({ visit, expectTrouble }) => {
    const { administrator } = organization.accounts;
    const page = await visit(administrator, at('/companies?sort=DROP&show=nobody&columns=,,'));
    await becomes(async () => (await names(page)).length, HOSTILE.length);
    expectTrouble(/^graph: A text holds characters/);
    await goTo(page, at('/companies?q=%00'));
    await page.getByText('This request could not be understood').waitFor();
  });

  journey('of a form pressed twice is sent once', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/companies'));
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('CreateCompany')) sent.push(request.url());
    });
    await page.getByRole('button', { name: 'New company' }).click();
    const form = page.getByRole('dialog', { name: 'New company' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Twice');
    await form.getByRole('textbox', { name: 'Code' }).fill('TWICE');
    await form.getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await page.getByRole('option', { name: /^EUR/ }).click();
    await form.getByRole('button', { name: 'Create' }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Twice' }).waitFor();
    expect(sent).toHaveLength(1);
  });
});
