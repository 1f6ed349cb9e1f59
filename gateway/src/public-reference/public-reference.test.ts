import { chromium as installedChromium, describeWith } from '@propertea/testkit';
import axe from 'axe-core';
import { buildSchema, isIntrospectionType, isSpecifiedScalarType, parse, validate } from 'graphql';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { configSchema } from '../config.js';
import { deprecationsOf } from './deprecations.js';
import { FIRST_QUERY } from './guide.js';
import { referencePage } from './reference-page.js';
import { readReleases } from './releases.js';

const { limits, demand, idempotency } = configSchema.shape;
const config = {
  publicUrl: 'https://api.example',
  limits: limits.parse(undefined),
  demand: demand.parse(undefined),
  idempotency: idempotency.parse(undefined),
};
const supergraphPath = fileURLToPath(
  new URL('../../../schema/supergraph.graphql', import.meta.url),
);

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('the page of the committed contract', () => {
  let sdl: string;
  let text: string;
  let ids: Set<string>;

  beforeAll(async () => {
    sdl = await readFile(supergraphPath.replace('supergraph', 'public'), 'utf8');
    text = referencePage(sdl, config, await readReleases(supergraphPath));
    ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? ''));
  });

  it('names every type, and every link on it leads somewhere', () => {
    const types = Object.values(buildSchema(sdl).getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    );
    const roots = new Set(['Query', 'Mutation']);
    const missing = types.filter(({ name }) => !roots.has(name) && !ids.has(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe([...text.matchAll(/ id="/g)].length);
  });

  it('its first query is one that the contract answers', () => {
    expect(validate(buildSchema(sdl), parse(FIRST_QUERY))).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const loaded = [...text.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"/g)];
    expect(loaded.map(([, address]) => address)).toEqual([
      '/public/reference.css',
      '/public/reference.js',
    ]);
  });
});

it('deprecations come by their day, and texts are texts', () => {
  const sdl = `type Query {
    "Less than <b>, \`code\`."
    old: String @deprecated(reason: "Use new. Remove after 2027-06-01.")
    new(filter: String @deprecated(reason: "Use by. Remove after 2027-01-01.") by: Kind): String
  }
  enum Kind { A B @deprecated(reason: "Never used.") }`;
  expect(deprecationsOf(buildSchema(sdl)).map((one) => [one.coordinate, one.until])).toEqual([
    ['Query.new.filter', '2027-01-01'],
    ['Query.old', '2027-06-01'],
    ['Kind.B', undefined],
  ]);
  const text = referencePage(sdl, config, []);
  expect(text).toContain('Less than &lt;b&gt;, <code>code</code>.');
});

it('the gateway serves the page of the contract that it serves, to everybody', async () => {
  const house = await startHouse();
  const page = await fetch(`${house.url}/public`);
  expect([page.status, page.headers.get('content-type')]).toEqual([
    200,
    'text/html; charset=utf-8',
  ]);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('id="Mutation.renameProperty"');
  const tag = page.headers.get('etag') ?? '';
  const again = await fetch(`${house.url}/public`, {
    headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' },
  });
  expect(again.status).toBe(304);
  await house.stop();
});

describeWith(installedChromium, 'the page of the public graph in Chromium', (executablePath) => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    house = await startHouse();
    browser = await chromium.launch({ executablePath: executablePath(), args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  async function open(width: number, colorScheme: 'light' | 'dark'): Promise<[Page, string[]]> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.goto(`${house.url}/public`);
    return [page, troubles];
  }

  it.each([
    [1440, 'light'],
    [390, 'light'],
    [1440, 'dark'],
    [390, 'dark'],
  ] as const)('keeps nobody from reading it, %i px wide, %s', async (width, scheme) => {
    const [page, troubles] = await open(width, scheme);
    await page.evaluate(axe.source);
    // As text, for it runs in the page.
    const { violations } = await page.evaluate<axe.AxeResults>(
      `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} } })`,
    );
    const barriers = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`);
    expect([...barriers, ...troubles]).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('what is typed is found, by keyboard alone, and a link shows what was filtered', async () => {
    const [page, troubles] = await open(390, 'light');
    await page.keyboard.press('/');
    await page.keyboard.type('watts');
    await page.getByText('1 entry').waitFor();
    expect(await page.locator('.entry:visible h4 > a').allInnerTexts()).toEqual(['Lamp']);
    await page.evaluate(`location.hash = '#Property'`);
    await page.locator('#Property').waitFor();
    expect(await page.locator('#search').inputValue()).toBe('');
    expect(troubles).toEqual([]);
  });
});
