import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { chromium, describeWith, eventually } from '@propertea/testkit';
import { chromium as browsers } from 'playwright-core';
import type { Browser, Page, Request } from 'playwright-core';
import { createCompany, openOffice } from './support/office.js';
import type { Office } from './support/office.js';
import { newPlace, type Place, type PlatformProcess } from './support/platform-process.js';
import {
  type Span,
  startTraceCollector,
  telemetryTo,
  type TraceCollector,
} from './support/trace-collector.js';

jest.setTimeout(600_000);

let place: Place;
let collector: TraceCollector;
let platform: PlatformProcess;
let office: Office;
let portal: string;

/** The services and libraries whose spans lie above, innermost first and without repetitions, and the last parent's id. */
function pathAbove(span: Span): string[] {
  const spans = new Map(collector.spans.map((each) => [each.spanId, each]));
  const above: string[] = [];
  let id = span.parentSpanId;
  for (let parent = spans.get(id); parent; parent = spans.get(id)) {
    const step = `${parent.service} ${parent.library}`;
    if (above.at(-1) !== step) above.push(step);
    id = parent.parentSpanId;
  }
  return [...above, id];
}

/** What lies above a statement of a trace, once all of it has arrived: up to `root`. */
function pathAboveStatement(traceId: string, statement: RegExp, root: string): Promise<string[]> {
  return eventually(
    () => {
      const span = collector.spans.find(
        (each) => each.traceId === traceId && statement.test(each.statement),
      );
      return span ? pathAbove(span) : [];
    },
    (path) => path.at(-1) === root,
  );
}

const metricsText = async () =>
  (await fetch(`http://127.0.0.1:${place.portBase + 51}/metrics`)).text();

describeWith(chromium, 'a portal that tells what it does', (chromiumPath) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [place, collector] = await Promise.all([newPlace(), startTraceCollector()]);
    platform = await place.start({ portals: true, environment: telemetryTo(collector) });
    portal = platform.house.runtime.portals[0]?.url ?? '';
    office = await openOffice(platform.house, 'Tracy Zanzibar');
    await createCompany(office.send, 'ONE');
    await eventually(() => platform.house.isIdle(), Boolean);
    browser = await browsers.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    page = await browser.newPage();
    const companies = `/${office.organizationId}/companies`;
    const hint = `login_hint=${office.email}`;
    await page.goto(`${portal}/auth/login?returnTo=${companies}&${hint}`);
    await page.getByLabel('Password').fill('a tea that nobody guesses');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${portal}${companies}`);
    await page.getByRole('link', { name: 'Company ONE' }).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await place?.clear();
    await collector?.stop();
  });

  const toSql = ['propertea graphql', 'propertea @propertea/gateway', 'propertea http'];

  it('one trace goes from the browser over portal, gateway and room to the statement', async () => {
    const isCommand = (request: Request) =>
      request.url() === `${portal}/graphql` && /createCompany/.test(request.postData() ?? '');
    await page.getByRole('button', { name: 'New company' }).click();
    const form = page.getByRole('dialog', { name: 'New company' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Zanzibar Homes');
    await form.getByRole('textbox', { name: 'Code' }).fill('zanzibar');
    await form.getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await page.getByRole('option', { name: /^EUR/ }).click();
    const [command] = await Promise.all([
      page.waitForRequest(isCommand),
      form.getByRole('button', { name: 'Create' }).click(),
    ]);
    const [, traceId = '', spanId = ''] = (command.headers()['traceparent'] ?? '').split('-');
    expect(traceId).toMatch(/^[\da-f]{32}$/);
    const insert = /insert into "organizations"\."companies"/;
    expect(await pathAboveStatement(traceId, insert, spanId)).toEqual([
      ...toSql,
      'propertea-landlord http',
      spanId,
    ]);
  });

  it('what a page asks while it is made hangs from the request of the page', async () => {
    const request = await eventually(
      () =>
        collector.spans.find(
          ({ name, library }) => library === 'http' && name === 'GET /[organization]/companies',
        ),
      Boolean,
    );
    const read = /from "organizations"\."companies"/;
    expect(await pathAboveStatement(request?.traceId ?? '', read, '')).toEqual([
      ...toSql,
      'propertea-landlord undici',
      'propertea-landlord next.js',
      'propertea-landlord http',
      '',
    ]);
  });

  it('its metrics are told on a port of their own, each of them as the documentation lists it', async () => {
    const text = await metricsText();
    const docs = await readFile(new URL('../../../docs/observability.md', import.meta.url), 'utf8');
    const listed = [...docs.matchAll(/^\| `(propertea_portal_\w+)` \| (\w+) \| .* \| (.*) \|$/gm)];
    const told = [...text.matchAll(/^# HELP (propertea_\w+) (.*)\n# TYPE \1 (\w+)$/gm)];
    expect(listed.map(([, name, kind, help]) => [name, help, kind])).toEqual(
      told.map(([, ...what]) => what).toSorted(),
    );
    const samples = [
      'requests_total{portal="landlord",route="/[organization]/companies",status="200"}',
      'requests_total{portal="landlord",route="/graphql",status="200"}',
      'requests_total{portal="landlord",route="/auth",status="303"}',
      'request_duration_seconds_count{portal="landlord",route="/[organization]/companies"}',
      'gateway_requests_total{portal="landlord",source="page",status="200"}',
      'gateway_requests_total{portal="landlord",source="/graphql",status="200"}',
      'gateway_request_duration_seconds_count{portal="landlord",source="page"}',
    ];
    for (const sample of samples) expect(text).toContain(`\npropertea_portal_${sample} `);
    expect(text).toMatch(/^propertea_portal_sockets_open\{portal="landlord"\} \d/m);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(await (await fetch(`${portal}/metrics`)).text()).not.toContain('propertea_portal_');
  });

  it('nothing that was typed, and nothing that lets anybody in, is in a span, a label or a line of the log', async () => {
    const cookies = await page.context().cookies(portal);
    const session = cookies.find(({ name }) => name === 'propertea-session')?.value;
    if (!session) throw new Error(`nobody is signed in: ${JSON.stringify(cookies)}`);
    const ask = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${portal}${path}`, { headers, redirect: 'manual' });
    const token = 'zanzibar-token-of-an-invitation';
    const answers = [
      await ask(`/invitations/${token}?email=tracy@example.test`),
      await ask(`/${office.organizationId}/units?search=zanzibar`, {
        cookie: 'propertea-session=zanzibar-cookie-value',
        'user-agent': 'zanzibar-browser',
        referer: `${portal}/invitations/${token}`,
      }),
      await ask('/auth/callback?code=zanzibar-code&state=zanzibar-state'),
      await ask('/graphql?query=%7Bzanzibar%7D', { authorization: 'Bearer zanzibar-bearer' }),
      await ask(`/nowhere/at-all/${token}`),
    ];
    expect(answers.map(({ status }) => status >= 200 && status < 500)).toEqual(
      answers.map(() => true),
    );
    const lastSpan = () =>
      collector.spans.some(
        ({ service, name }) => service === 'propertea-landlord' && name === 'GET /_not-found',
      );
    await eventually(lastSpan, Boolean);
    const metrics = await metricsText();
    await browser.close();
    expect(await platform.stop()).toBe(0);

    const log = await readFile(join(place.dataDirectory, 'propertea.log'), 'utf8');
    const told = [...collector.texts, metrics, log].join('\n');
    expect(told).toContain('/[organization]/units');
    const secrets = [/zanzibar/i, /a tea that nobody guesses/, /example\.test/];
    for (const secret of [...secrets, session, office.token]) {
      const at = typeof secret === 'string' ? told.indexOf(secret) : told.search(secret);
      expect(at === -1 ? '' : told.slice(Math.max(0, at - 200), at + 100)).toBe('');
    }
  });
});
