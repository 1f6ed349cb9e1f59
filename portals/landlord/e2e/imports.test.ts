import type { StageOrganization } from '@propertea/testkit/stage';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { becomes, goTo, ready } from './support/page';
import { describePortal } from './support/play';

const HEADINGS = 'Owner,House,Called,Kind,Street,ZIP,Town,State,Land,Law,Clock,Block,No,What,Beds';
const FLAT =
  'LAKEVIEW,QUAY7,Quay Seven,MULTIFAMILY,7 Quay St.,60601,Chicago,IL,US,US-IL,America/Chicago';
/** Two rows that can be imported, and one that cannot. */
const LIST = [
  HEADINGS,
  `${FLAT},A,1,APARTMENT,2`,
  `${FLAT},A,2,APARTMENT,1`,
  `${FLAT},A,3,CASTLE,1`,
];
const HOLDS: Record<string, string> = {
  Owner: 'COMPANY',
  House: 'PROPERTY_CODE',
  Called: 'PROPERTY_NAME',
  Kind: 'PROPERTY_TYPE',
  Street: 'STREET',
  ZIP: 'POSTAL_CODE',
  Town: 'CITY',
  State: 'REGION',
  Land: 'COUNTRY',
  Law: 'JURISDICTION',
  Clock: 'TIME_ZONE',
  Block: 'BUILDING_CODE',
  No: 'UNIT_CODE',
  What: 'CATEGORY',
  Beds: 'BEDROOMS',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-e2e-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Chooses a file of the disk, as people do. */
async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  await page.locator('input[type="file"]').setInputFiles(path);
}

describePortal('the import of a file', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  const step = (page: Page, name: string) =>
    page.getByRole('heading', { level: 2, name: `Steps of the import: ${name}` });
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey(
    'goes from the file over its columns and a preview to the portfolio, through reloads',
    async ({ visit }) => {
      const page = await visit(organization.accounts.administrator, at('/imports/new'));
      await choose(page, 'quay.csv', LIST.join('\n'));
      await step(page, 'Columns').waitFor();
      await ready(page);
      await page.getByRole('radio', { name: 'One row is one unit' }).check();
      for (const [column, field] of Object.entries(HOLDS)) {
        await page
          .getByRole('combobox', { name: `What the column “${column}” holds` })
          .selectOption(field);
      }
      // What was chosen is still chosen after a reload.
      await page.reload();
      await step(page, 'Columns').waitFor();
      await ready(page);
      await becomes(
        () => page.getByRole('combobox', { name: 'What the column “Beds” holds' }).inputValue(),
        'BEDROOMS',
      );
      await page.getByRole('button', { name: 'Check the file' }).click();
      await step(page, 'Preview').waitFor();
      await page.getByRole('button', { name: 'Import 2 rows …' }).waitFor();
      await page.reload();
      await ready(page);
      await page.getByText('CASTLE').first().waitFor();

      // Back to the columns and forth again: nothing is lost and nothing was written.
      await page.getByRole('button', { name: 'Change the columns' }).click();
      await step(page, 'Columns').waitFor();
      await page.goBack();
      await step(page, 'Preview').waitFor();

      const commits: string[] = [];
      page.on('request', (request) => {
        if (request.postData()?.includes('"dryRun":false')) commits.push(request.url());
      });
      await page.getByRole('button', { name: 'Import 2 rows …' }).click();
      const question = page.getByRole('dialog', { name: 'Import this file?' });
      await question.getByText('1 new property').waitFor();
      await question.getByRole('button', { name: 'Import' }).dblclick();
      await page.getByText('1 property and 2 units were created.').waitFor();
      expect(commits).toHaveLength(1);
      await page.reload();
      await step(page, 'Result').waitFor();
      await ready(page);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Rejected rows as CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('quay-rejected.csv');
      const rejected = await readFile(await download.path(), 'utf8');
      expect(rejected).toContain('CASTLE');
      expect(rejected.trimEnd().split('\n')).toHaveLength(2);

      // The wizard's end is no way to import it once more.
      await goTo(page, `${new URL(page.url()).pathname}?step=preview`);
      await page.getByText('This file was imported; it can no longer be changed.').waitFor();
      expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
      await goTo(page, at('/units?q=quay7'));
      await becomes(() => page.locator('main tbody tr').count(), 2);
    },
  );

  journey('is refused with a reason for what is no list', async ({ visit, expectTrouble }) => {
    expectTrouble(/^answer: 4\d\d to POST \/uploads/);
    const page = await visit(organization.accounts.administrator, at('/imports/new'));
    const refused = page.getByRole('alert');
    const files: [string, string | Buffer, RegExp][] = [
      ['list.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]), /workbook or an archive/],
      ['scan.pdf', '%PDF-1.7\n', /This is a PDF/],
      [
        'program.csv',
        Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0xff]),
        /no text file/,
      ],
      ['latin.csv', Buffer.from('Straße,Größe\n', 'latin1'), /not encoded as UTF-8/],
      ['empty.csv', '', /is empty/],
      ['large.csv', Buffer.alloc(51 * 1024 * 1024, 'a,b\n'), /too large/],
      ['semicolons.csv', 'a;b;c\n1;2;3\n', /not separated by commas/],
      ['headings.csv', 'a,b,c\n', /has no rows/],
      ['broken.csv', 'a,b\n"1,2\n', /quotation marks|too long/],
    ];
    for (const [name, content, reason] of files) {
      await choose(page, name, content);
      await refused.filter({ hasText: name }).getByText(reason).first().waitFor();
    }
    await goTo(page, at('/imports'));
    await becomes(() => page.locator('main tbody tr').count(), 2);
  });

  journey('takes one of 31 MB', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/imports/new'));
    const row = `${'x'.repeat(300)},${'y'.repeat(300)}\n`;
    await choose(page, 'thirty.csv', `one,two\n${row.repeat(54_000)}`);
    await step(page, 'Columns').waitFor();
    await page.getByRole('combobox', { name: 'What the column “two” holds' }).waitFor();
  });

  journey('that is not wanted is discarded before it is imported', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/imports/new'));
    await choose(page, 'wrong.csv', 'one,two\n1,2\n');
    await step(page, 'Columns').waitFor();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page
      .getByRole('alert')
      .getByText(/required fields are missing/)
      .waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page
      .getByRole('dialog', { name: 'Discard this import?' })
      .getByRole('button', { name: 'Discard' })
      .click();
    await page.waitForURL(/\/imports$/);
    await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
    expect(await page.getByRole('link', { name: 'wrong.csv' }).count()).toBe(0);
  });

  journey('is for those who may', async ({ visit }) => {
    const page = await visit(organization.accounts.viewer, at('/companies'));
    expect(await page.getByRole('link', { name: 'Imports' }).count()).toBe(0);
    await goTo(page, at('/imports/new'));
    await page.getByText('You may not import here').waitFor();
  });
});
