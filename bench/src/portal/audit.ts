import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { z } from 'zod';

export const FORM_FACTORS = ['desktop', 'mobile'] as const;
export type FormFactor = (typeof FORM_FACTORS)[number];

/** What Lighthouse says of one page: scores of 0 to 100, times in ms, compressed bytes. */
export interface Audit {
  performance: number;
  accessibility: number;
  'best practices': number;
  'largest paint': number;
  'blocking time': number;
  scripts: number;
  graphQuestions: number;
  /** Audits that did not pass, by their ids. */
  failed: string[];
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const requestsShape = z.object({
  items: z.array(
    z.object({ url: z.string(), resourceType: z.string().optional(), transferSize: z.number() }),
  ),
});

const TRIES = 3;

/**
 * Lighthouse's presets over one page of a signed-in person, in a browser of its own. A browser that gave no
 * trace of the load is started again: that is no figure of the page.
 */
export async function audit(...page: Page): Promise<Audit> {
  for (let tries = 1; ; tries++) {
    try {
      return await auditOnce(...page);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

type Page = [url: string, formFactor: FormFactor, cookie: string, chromePath: string];

async function auditOnce(...[url, formFactor, cookie, chromePath]: Page): Promise<Audit> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
    logLevel: 'silent',
  });
  try {
    const flags = {
      port: chrome.port,
      output: 'json' as const,
      logLevel: 'silent' as const,
      onlyCategories: CATEGORIES,
      extraHeaders: { Cookie: cookie },
    };
    const config = formFactor === 'desktop' ? desktopConfig : undefined;
    const lhr = (await lighthouse(url, flags, config))?.lhr;
    if (!lhr) throw new Error(`Lighthouse said nothing about ${url}`);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const score = (category: string) => 100 * (lhr.categories[category]?.score ?? Number.NaN);
    const time = (name: string) => lhr.audits[name]?.numericValue ?? Number.NaN;
    const { items } = requestsShape.parse(lhr.audits['network-requests']?.details);
    const scripts = items.filter(({ resourceType }) => resourceType === 'Script');
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best practices': score('best-practices'),
      'largest paint': time('largest-contentful-paint'),
      'blocking time': time('total-blocking-time'),
      scripts: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
      graphQuestions: items.filter((item) => new URL(item.url).pathname === '/graphql').length,
      failed: ['accessibility', 'best-practices'].flatMap((category) =>
        (lhr.categories[category]?.auditRefs ?? [])
          .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
          .map(({ id }) => id),
      ),
    };
  } finally {
    chrome.kill();
  }
}
