import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DemoAccount } from '../demo-accounts.js';
import type { HouseDoor } from '../door.js';
import { Refusal } from '../failure.js';
import { findingsOf, importPortfolio, uploadPortfolio } from '../portfolio-import.js';
import type { Finding, PortfolioImport } from '../portfolio-import.js';
import { type DemoCompany, readDemoList } from './demo-list.js';
import { type DemoOrganization, makeDemoPeople } from './demo-people.js';
import { ensureCompany, knownOrganizations, registerOrganization } from './register.js';
import { propertiesClient } from './room-client.js';

const AT_ONCE = 4;
const SETTLE_MS = 120_000;
const SETTLE_POLL_MS = 50;
const COUNTS = [
  'rowsTotal',
  'rowsAccepted',
  'rowsUnchanged',
  'rowsRejected',
  'propertiesCreated',
  'unitsCreated',
  'corrections',
  'notices',
] as const satisfies (keyof PortfolioImport)[];

/** What the demo brought, summed over all organizations, and everything that it corrected or rejected. */
export interface DemoResult {
  organizations: number;
  counts: Record<(typeof COUNTS)[number], number>;
  findings: (Finding & { company: string })[];
  accounts: DemoAccount[];
}

export interface DemoOptions {
  /** Where the properties room takes uploads. */
  propertiesUrl: string;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Registers each management company of the Chicago list as an organization with one company, imports
 * its rows and makes the demo accounts, all through the rooms' own commands. What is there stays.
 */
export async function runDemo(door: HouseDoor, options: DemoOptions): Promise<DemoResult> {
  const companies = await readDemoList();
  const known = await knownOrganizations(door);
  const organizations: DemoOrganization[] = [];
  const counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as DemoResult['counts'];
  const findings: DemoResult['findings'] = [];
  const directory = await mkdtemp(join(tmpdir(), 'propertea-demo-'));
  let finished = 0;
  try {
    await eachAtOnce(AT_ONCE, companies, async (company, index) => {
      options.signal?.throwIfAborted();
      const id = known.get(company.name) ?? (await registerOrganization(door, company.name));
      await ensureCompany(door, id, company.name);
      const file = join(directory, `${index}.csv`);
      await writeFile(file, company.csv);
      const report = await importRows(door, options.propertiesUrl, id, company, file);
      for (const name of COUNTS) counts[name] += report.done[name] ?? 0;
      findings.push(...report.findings.map((finding) => ({ ...finding, company: company.name })));
      organizations[index] = { id, name: company.name };
      options.onProgress?.(++finished, companies.length);
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  // A grant can name only a property that the organizations room has heard of.
  await settled(door, options.signal);
  const accounts = await makeDemoPeople(door, organizations);
  await settled(door, options.signal);
  return { organizations: organizations.length, counts, findings, accounts };
}

async function importRows(
  door: HouseDoor,
  propertiesUrl: string,
  organizationId: string,
  company: DemoCompany,
  file: string,
): Promise<{ done: PortfolioImport; findings: Finding[] }> {
  const client = propertiesClient(door, propertiesUrl, organizationId);
  const importId = await uploadPortfolio(client, file);
  const done = await importPortfolio(client, { importId, dryRun: false }, () => undefined);
  if (done.state === 'FAILED') throw new Refusal(`${company.name}: ${done.failure}`);
  const findings: Finding[] = [];
  for (const [severity, count] of [
    ['ERROR', done.rowsRejected],
    ['CORRECTION', done.corrections],
    ['NOTICE', done.notices],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- in the order of their weight
    if (count > 0) findings.push(...(await findingsOf(client, importId, severity)).findings);
  }
  return { done, findings };
}

/** Waits until every fact has arrived. */
async function settled(door: HouseDoor, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + SETTLE_MS;
  // oxlint-disable-next-line no-await-in-loop -- polling
  while (!(await door.isIdle())) {
    signal?.throwIfAborted();
    if (Date.now() > deadline)
      throw new Refusal('The rooms do not hear of each other; see the log.');
    // oxlint-disable-next-line no-await-in-loop -- polling
    await delay(SETTLE_POLL_MS);
  }
}

/** Works on the items in their order, so many at a time; the first failure ends it. */
async function eachAtOnce<T>(
  atOnce: number,
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- the workers run side by side
    for (const [index, item] of queue) await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
