import type { StageOrganization } from '@propertea/testkit/stage';
import type { Page } from 'playwright-core';
import { barriers, missingWords, resize, sideways } from './access';
import { MAIN_PAGES, lookAt, pagesOf } from './pages';
import type { Pages } from './pages';
import { describePortal } from './play';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };
const WALK_MS = 900_000;

/**
 * What holds in every language, in one walk over all pages; a file each, so that workers share them. Those
 * of the main pages keep nobody out in any; with `everyPage` the others do not either.
 */
export function describeLanguage(language: string, { everyPage = false } = {}): void {
  describePortal(`in ${language} a page`, ({ stage, journey }) => {
    let organization: StageOrganization;
    let pages: Pages;
    beforeAll(async () => {
      organization = await stage().organization();
      pages = await pagesOf(stage(), organization);
    });

    const title = `has words for everything, fits on a phone, and ${everyPage ? '' : 'of the five main ones '}keeps nobody out`;
    journey(
      title,
      async ({ visit, url }) => {
        const page = await visit(organization.accounts.administrator, '/', { viewport: PHONE });
        await page.context().addCookies([{ name: 'propertea-locale', value: language, url }]);
        const look = async (name: string) => {
          const lines = [...(await missingWords(page)), ...(await sideways(page))];
          if (MAIN_PAGES.some((main) => main === name)) lines.push(...(await inEveryLook(page)));
          else if (everyPage) lines.push(...(await onDesktop(page)));
          return lines;
        };
        expect(await lookAt(page, pages, look)).toEqual({});
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
      },
      WALK_MS,
    );
  });
}

/** Barriers narrow and wide, light and dark. Leaves the page as it was: narrow and light. */
async function inEveryLook(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const viewport of [PHONE, DESKTOP]) {
    await resize(page, viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await barriers(page, colorScheme === 'light' ? 'all' : 'colours');
      lines.push(...found.map((line) => `${viewport.width} px, ${colorScheme}: ${line}`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await resize(page, PHONE);
  return lines;
}

async function onDesktop(page: Page): Promise<string[]> {
  await resize(page, DESKTOP);
  const lines = await barriers(page);
  await resize(page, PHONE);
  return lines;
}
