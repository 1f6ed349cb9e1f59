import type { Locator, Page } from 'playwright-core';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

/** Opens a path and waits until the page can be used. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** Waits until what is on the page answers to clicks and keys: before, a press is lost. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = [...document.querySelectorAll('header button, main button, main input')];
    const isAlive = (part: Element) =>
      Object.keys(part).some((key) => key.startsWith('__reactProps'));
    // Pages of the provider are plain ones.
    if (!document.querySelector('script[src*="/_next/"]')) return true;
    return document.readyState !== 'loading' && parts.every(isAlive);
  });
}

/** Waits until `check` no longer throws; fails with what it threw last. */
export async function soon(check: () => Promise<void> | void): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Waits until `read` returns what is `wanted`. */
export function becomes<T>(read: () => Promise<T> | T, wanted: T): Promise<void> {
  return soon(async () => expect(await read()).toEqual(wanted));
}

/** The first cell of every row of a list, without its check box. */
export function names(page: Page): Promise<string[]> {
  return page.locator('main table tbody tr td:nth-child(2) a').allInnerTexts();
}

/** The text of a message that shows itself for a short time. */
export async function notice(page: Page): Promise<string> {
  const shown = page.locator('.mantine-Notification-root').last();
  await shown.waitFor();
  return shown.innerText();
}

/** Presses Tab until `target` has the focus; fails when the keyboard does not get there. */
export async function tabTo(page: Page, target: Locator, atMost = 60): Promise<void> {
  for (let presses = 0; presses < atMost; presses++) {
    const isThere = await target.evaluateAll((all) =>
      all.includes(document.activeElement as never),
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${atMost} presses of Tab do not lead to ${String(target)}`);
}
