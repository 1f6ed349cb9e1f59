import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What keeps people from using the page, as WCAG 2.2 AA has it: a line for each place. */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated, not added as an element: the page's own policy would refuse that.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, RULES);
}

/** The page as a whole where it has to be pushed sideways. */
export async function sideways(page: Page): Promise<string[]> {
  const { wide, width } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    width: window.innerWidth,
  }));
  return wide > width ? [`${wide} px wide in a window of ${width} px`] : [];
}

/** Keys of texts where the texts should be. */
export async function missingWords(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return (
    text.match(
      /\b(audit|buildings|common|companies|dashboard|enums|failures|forms|history|imports|leasing|letting|map|members|properties|search|settings|shell|ui|units)\.(?!csv\b|xlsx\b|json\b)[A-Za-z][\w.]*\w\b/g,
    ) ?? []
  );
}
