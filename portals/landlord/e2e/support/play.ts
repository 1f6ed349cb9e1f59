import { describeOnStage } from '@propertea/testkit/stage';
import type { Stage, StageAccount, StageCookie, StageWish } from '@propertea/testkit/stage';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { goTo } from './page';
import { Watch } from './watch';

/** A wait for anything on a page; what takes longer has to say so. */
const PATIENCE_MS = 60_000;
const JOURNEY_MS = 300_000;

/** What a journey has at hand. */
export interface Journey {
  stage: Stage;
  /** Of the portal, without a slash at its end. */
  url: string;
  /** A signed-in page in a browser context of its own, at `path`, ready to be used. Nobody is signed in without an account. */
  visit: (
    account: StageAccount | undefined,
    path: string,
    options?: BrowserContextOptions,
  ) => Promise<Page>;
  /** From here on such console errors and failed answers are a part of the journey. */
  expectTrouble: (...patterns: RegExp[]) => void;
}

export interface Play {
  stage: () => Stage;
  /** Of the stage's RabbitMQ, where it was wished for. */
  amqpUrl: () => string;
  /** A test; errors in the console, failed answers and scripts that break fail it at its end. */
  journey: (title: string, run: (journey: Journey) => Promise<void>, timeoutMs?: number) => void;
}

/** A suite that plays on the stage that it wishes for, in a browser of its own. */
export function describePortal(
  title: string,
  declare: (play: Play) => void,
  wish: StageWish = {},
): void {
  describeOnStage(
    title,
    (stage, chromiumPath, amqpUrl) => {
      let browser: Browser;
      const cookies = new Map<string, Promise<StageCookie[]>>();
      beforeAll(async () => {
        browser = await chromium.launch({
          executablePath: chromiumPath(),
          // Containers run as root, and give little shared memory.
          args: ['--no-sandbox', '--disable-dev-shm-usage'],
        });
      });
      afterAll(() => browser?.close());

      const signedIn = (account: StageAccount) => {
        const known = cookies.get(account.email) ?? stage().signIn(account);
        cookies.set(account.email, known);
        return known;
      };
      declare({
        stage,
        amqpUrl,
        journey: (name, run, timeoutMs = JOURNEY_MS) =>
          it(
            name,
            () => play(`${title} ${name}`, run, { browser, stage: stage(), signedIn }),
            timeoutMs,
          ),
      });
    },
    wish,
  );
}

async function play(
  title: string,
  run: (journey: Journey) => Promise<void>,
  scene: {
    browser: Browser;
    stage: Stage;
    signedIn: (account: StageAccount) => Promise<StageCookie[]>;
  },
): Promise<void> {
  const { browser, stage, signedIn } = scene;
  const url = stage.portals['landlord'] ?? '';
  const contexts: BrowserContext[] = [];
  const watch = new Watch();
  const visit: Journey['visit'] = async (account, path, options = {}) => {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
      timezoneId: 'Europe/Kyiv',
      reducedMotion: 'reduce',
      ...options,
    });
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    if (account) await context.addCookies(await signedIn(account));
    context.on('page', (page) => watch.page(page));
    const page = await context.newPage();
    await goTo(page, path);
    return page;
  };
  try {
    await run({ stage, url, visit, expectTrouble: (...all) => watch.expect(...all) });
    await watch.settled();
    expect(watch.trouble()).toEqual([]);
  } catch (error) {
    const seen = await pictures(title, contexts);
    const trouble = watch.trouble();
    if (error instanceof Error) {
      const more = [...trouble.map((line) => `also: ${line}`), ...seen].join('\n');
      error.message += `\n${more}`;
      // Jest prints the stack, which holds the message as it was.
      error.stack = error.stack?.replace(/\n +at /, `\n${more}$&`) ?? more;
    }
    throw error;
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

/** What the pages of a failed journey look like, as files; returns lines that name them. */
async function pictures(title: string, contexts: readonly BrowserContext[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'propertea-e2e-'));
  const name = title.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 80);
  const pages = contexts.flatMap((context) => context.pages());
  return Promise.all(
    pages.map(async (page, index) => {
      const path = join(folder, `${name}-${index + 1}.png`);
      const taken = await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
      return `${page.url()}${taken ? ` is shown in ${path}` : ''}`;
    }),
  );
}
