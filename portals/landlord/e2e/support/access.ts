import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const COLOURS = axe
  .getRules(['cat.color'])
  .filter(({ tags }) => RULES.some((rule) => tags.includes(rule)))
  .map(({ ruleId }) => ruleId);

/**
 * What keeps people from using the page, as WCAG 2.2 AA has it: a line for each place. Where nothing but
 * colours differs from a page that was looked at, `colours` are all there is to ask.
 */
export async function barriers(page: Page, of: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Evaluated, not added as an element: the page's own policy would refuse that.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const only: axe.RunOnly =
    of === 'all' ? { type: 'tag', values: RULES } : { type: 'rule', values: COLOURS };
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, only);
}

/** Gives the window another size, and the page time to draw itself anew. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(async () => {
    // What listens to the width has drawn itself by the second frame.
    for (let frame = 0; frame < 2; frame++) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
  });
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
