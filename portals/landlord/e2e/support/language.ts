import type { StageOrganization } from '@propertea/testkit/stage';
import { barriers, missingWords, sideways } from './access';
import { MAIN_PAGES, lookAt, pagesOf } from './pages';
import type { Pages } from './pages';
import { describePortal } from './play';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };

/** What holds in every language; a file each, so that workers share them. */
export function describeLanguage(language: string): void {
  describePortal(`in ${language} a page`, ({ stage, journey }) => {
    let organization: StageOrganization;
    let pages: Pages;
    beforeAll(async () => {
      organization = await stage().organization();
      pages = await pagesOf(stage(), organization);
    });

    journey('has words for everything, and fits on a phone', async ({ visit, url }) => {
      const page = await visit(organization.accounts.administrator, '/', { viewport: PHONE });
      await page.context().addCookies([{ name: 'propertea-locale', value: language, url }]);
      const look = async () => [...(await missingWords(page)), ...(await sideways(page))];
      expect(await lookAt(page, pages, look)).toEqual({});
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    });

    journey(
      'of the five main ones keeps nobody out, wide and narrow, light and dark',
      async ({ visit, url }) => {
        const page = await visit(organization.accounts.administrator, '/');
        await page.context().addCookies([{ name: 'propertea-locale', value: language, url }]);
        const main = Object.fromEntries(MAIN_PAGES.map((name) => [name, pages[name] ?? '']));
        const look = async () => {
          const lines: string[] = [];
          for (const viewport of [DESKTOP, PHONE]) {
            await page.setViewportSize(viewport);
            for (const colorScheme of ['light', 'dark'] as const) {
              await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
              const found = await barriers(page);
              lines.push(...found.map((line) => `${viewport.width} px, ${colorScheme}: ${line}`));
            }
          }
          return lines;
        };
        expect(await lookAt(page, main, look)).toEqual({});
      },
    );
  });
}
