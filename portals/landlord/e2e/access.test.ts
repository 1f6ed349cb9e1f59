import type { StageOrganization } from '@propertea/testkit/stage';
import { barriers, missingWords } from './support/access';
import { goTo } from './support/page';
import { lookAt, pagesOf } from './support/pages';
import { describePortal } from './support/play';

describePortal('every page', ({ stage, journey }) => {
  let organization: StageOrganization;
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey(
    'keeps nobody out',
    async ({ visit }) => {
      const page = await visit(organization.accounts.administrator, `/${organization.id}`);
      const pages = await pagesOf(stage(), organization);
      expect(await lookAt(page, pages, () => barriers(page))).toEqual({});
    },
    120_000,
  );

  journey('outside of organizations keeps nobody out either', async ({ visit, expectTrouble }) => {
    const page = await visit(await stage().account('Willa Welcome'), '/');
    expectTrouble(/^answer: 404/);
    const elsewhere = `/${organization.id}/units`;
    for (const path of ['/', '/register', '/invitations/of-nothing', '/unavailable', elsewhere]) {
      await goTo(page, path);
      await page.locator('main').waitFor();
      const found = [...(await barriers(page)), ...(await missingWords(page))];
      expect({ path, found }).toEqual({ path, found: [] });
    }
  });
});
