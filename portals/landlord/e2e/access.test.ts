import { barriers, missingWords } from './support/access';
import { goTo } from './support/page';
import { describePortal } from './support/play';

describePortal('a page', ({ stage, journey }) => {
  journey('outside of organizations keeps nobody out', async ({ visit, expectTrouble }) => {
    const page = await visit(await stage().account('Willa Welcome'), '/');
    expectTrouble(/^answer: 404/);
    const elsewhere = `/${(await stage().organization('empty')).id}/units`;
    for (const path of ['/', '/register', '/invitations/of-nothing', '/unavailable', elsewhere]) {
      await goTo(page, path);
      await page.locator('main').waitFor();
      const found = [...(await barriers(page)), ...(await missingWords(page))];
      expect({ path, found }).toEqual({ path, found: [] });
    }
  });
});
