import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';

/** What people look for: a street, a postal code, a reference, a name. */
const WORDS = ['lake', '60614', 'unit a', 'suites', 'ave', 'mercy', 'lawndale', '12'];

/**
 * Types each text into the search over everything, all at once as a quick typist's last key, and takes the
 * time until results of it are on the screen, pauses included. Milliseconds.
 */
export async function searchTimes(options: {
  page: string;
  cookies: { name: string; value: string; url: string }[];
  chromiumPath: string;
  rounds: number;
}): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: options.chromiumPath,
    args: ['--no-sandbox'],
  });
  try {
    const context = await browser.newContext();
    await context.addCookies(options.cookies);
    const page = await context.newPage();
    await page.goto(options.page, { waitUntil: 'networkidle' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    const times: number[] = [];
    for (let round = 0; round < options.rounds; round++) {
      for (const words of WORDS) times.push(await timeOf(page, words));
    }
    return times;
  } finally {
    await browser.close();
  }
}

async function timeOf(page: Page, words: string): Promise<number> {
  const input = page.getByRole('combobox');
  await input.fill('');
  await page.getByRole('option', { name: words }).first().waitFor({ state: 'detached' });
  const answered = page.waitForResponse(
    (response) => new URL(response.url()).pathname === '/graphql',
  );
  const begin = performance.now();
  await input.fill(words);
  await answered;
  await page.getByRole('option').first().waitFor();
  return performance.now() - begin;
}
