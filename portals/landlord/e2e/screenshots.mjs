// npm run screenshots -- [--url http://localhost:4001]: pictures of the main pages over the demo portfolio, for
// the README. The platform must run (`npm start`), and Chromium be installed (or CHROMIUM_PATH name it).
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4001' },
    as: { type: 'string', default: 'admin1@propertea.example' },
  },
});
const PASSWORD = 'oolong-at-half-past-four';
const MAX_BYTES = 200_000;
const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url));

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));
if (!executablePath) throw new Error('There is no Chromium here; CHROMIUM_PATH names one.');

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const SHOTS = [
  { device: 'desktop', viewport: DESKTOP, colorScheme: 'light' },
  { device: 'desktop', viewport: DESKTOP, colorScheme: 'dark' },
  { device: 'phone', viewport: PHONE, colorScheme: 'light' },
];

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  await mkdir(folder, { recursive: true });
  const storageState = await signIn();
  const pages = await pagesOf(storageState);
  for (const { device, viewport, colorScheme } of SHOTS) {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      storageState,
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      await show(page, path);
      await take(page, `${name}-${device}-${colorScheme}.png`);
    }
    await context.close();
  }
} finally {
  await browser.close();
}

async function signIn() {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(values.url);
  await page.getByLabel('E-mail address').fill(values.as);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ state: 'attached' });
  const state = await context.storageState();
  await context.close();
  return state;
}

/** The main pages by their names; of objects the first one of its list. */
async function pagesOf(state) {
  const context = await browser.newContext({ storageState: state, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(values.url);
  await page.waitForURL(/\/org_/);
  const start = new URL(page.url()).pathname;
  const first = async (list) => {
    await page.goto(`${values.url}${start}${list}`);
    const link = page.locator('main tbody tr a').first();
    return new URL(await link.getAttribute('href'), values.url).pathname;
  };
  const pages = {
    dashboard: start,
    properties: `${start}/properties?sort=-UNIT_COUNT`,
    property: await first('/properties?sort=-UNIT_COUNT'),
    unit: await first('/units'),
    leases: `${start}/leases`,
    lease: await first('/leases?states=ACTIVE'),
    availability: `${start}/availability`,
    'rent-roll': `${start}/rent-roll`,
    map: `${start}/map`,
    import: `${await first('/imports')}?step=preview`,
  };
  await context.close();
  return pages;
}

/** Goes to a page and waits until nothing on it is on its way any more. */
async function show(page, path) {
  await page.goto(`${values.url}${path}`);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => !document.querySelector('.mantine-Skeleton-root, main [aria-busy="true"]'),
  );
}

async function take(page, name) {
  const path = `${folder}${name}`;
  await page.screenshot({ path });
  const { size } = await stat(path);
  if (size > MAX_BYTES) throw new Error(`${name} has ${size} bytes, more than ${MAX_BYTES}`);
  console.log(`${name} ${Math.round(size / 1_000)} kB`);
}
