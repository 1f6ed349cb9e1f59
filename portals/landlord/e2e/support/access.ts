import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails on what keeps people from using the page, as WCAG 2.2 AA has it. */
export async function expectAccessible(
  page: Page,
  where = new URL(page.url()).pathname,
): Promise<void> {
  // Evaluated, not added as an element: the page's own policy would refuse that.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (tags) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, RULES);
  expect({ where, found }).toEqual({ where, found: [] });
}

/** Fails where the page as a whole has to be pushed sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, window: width } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: window.innerWidth,
  }));
  if (wide > width) throw new Error(`${page.url()} is ${wide} px wide in a window of ${width} px`);
}

/** Fails on a key of a text where the text should be. */
export async function expectWords(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  const keys = text.match(
    /\b(audit|buildings|common|companies|dashboard|enums|failures|forms|history|imports|map|members|properties|search|settings|shell|ui|units)\.[A-Za-z][\w.]*[A-Za-z]\b/g,
  );
  expect(keys ?? []).toEqual([]);
}
