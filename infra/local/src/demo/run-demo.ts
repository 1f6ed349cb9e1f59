import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoAccount } from '../demo-accounts.js';
import type { HouseDoor } from '../door.js';
import { Refusal } from '../failure.js';
import { importPortfolio, uploadPortfolio } from '../portfolio-import.js';
import type { PortfolioImport } from '../portfolio-import.js';
import { eachAtOnce, settled } from '../settled.js';
import { type DemoFinding, readDevelopments, surveyDevelopments } from './developments.js';
import { type DemoOrganization, makeDemoPeople } from './demo-people.js';
import { ensureCompany, knownOrganizations, registerOrganization } from './register.js';
import { letUnits } from './let-units.js';
import { Rents } from './rents.js';
import { propertiesClient } from './room-client.js';

const AT_ONCE = 4;
/** The room's work is all of it: more at once only wait for each other. */
const LETTING_AT_ONCE = 2;
const LARGEST = 5;

/** What is being done: portfolios are imported, then their units are let. */
export type DemoStep = 'imported' | 'let';

/** What the demo brought, summed over all organizations, and everything that it corrected or rejected. */
export interface DemoResult {
  organizations: number;
  /** UUID of the organization with most units. */
  largest: string;
  rows: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  properties: number;
  units: number;
  leases: number;
  corrections: number;
  /** Of the list as a whole, with its own row numbers. */
  findings: DemoFinding[];
  accounts: DemoAccount[];
}

export interface DemoOptions {
  /** Where the properties room takes uploads. */
  propertiesUrl: string;
  /** Of how many organizations, the largest first, units are let; five unless it says otherwise. */
  letting?: number;
  signal?: AbortSignal;
  onProgress?: (step: DemoStep, done: number, total: number) => void;
}

/**
 * Registers each management company of the Chicago list as an organization with one company, imports
 * its rows, lets the units of the largest and makes the demo accounts, all through the rooms' own commands.
 * What is there stays.
 */
export async function runDemo(door: HouseDoor, options: DemoOptions): Promise<DemoResult> {
  const portfolios = await readDevelopments();
  const known = await knownOrganizations(door);
  const organizations: DemoOrganization[] = [];
  const imports: PortfolioImport[] = [];
  const directory = await mkdtemp(join(tmpdir(), 'propertea-demo-'));
  let finished = 0;
  try {
    await eachAtOnce(AT_ONCE, portfolios, async ({ company }, index) => {
      options.signal?.throwIfAborted();
      const id = known.get(company) ?? (await registerOrganization(door, company));
      await ensureCompany(door, id, company);
      organizations[index] = { id, name: company };
    });
    // An import finds its company in a copy that facts bring.
    await settled(door, options.signal);
    await eachAtOnce(AT_ONCE, organizations, async (organization, index) => {
      options.signal?.throwIfAborted();
      const file = join(directory, String(index), 'developments.csv');
      await mkdir(join(directory, String(index)));
      await writeFile(file, portfolios[index]?.csv ?? '');
      imports.push(await importRows(door, options.propertiesUrl, organization, file));
      options.onProgress?.('imported', ++finished, organizations.length);
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  // A grant can name only a property that the organizations room has heard of.
  await settled(door, options.signal);
  const accounts = await makeDemoPeople(door, organizations);
  const leases = await letLargest(
    door,
    organizations.slice(0, options.letting ?? LARGEST),
    options,
  );
  await settled(door, options.signal);
  const sum = (count: (done: PortfolioImport) => number | null): number =>
    imports.reduce((total, done) => total + (count(done) ?? 0), 0);
  return {
    organizations: organizations.length,
    largest: organizations[0]?.id ?? '',
    rows: sum((done) => done.rowsTotal),
    accepted: sum((done) => done.rowsAccepted),
    unchanged: sum((done) => done.rowsUnchanged),
    rejected: sum((done) => done.rowsRejected),
    properties: sum((done) => done.propertiesCreated),
    units: sum((done) => done.unitsCreated),
    leases,
    corrections: sum((done) => done.corrections),
    findings: await surveyDevelopments(),
    accounts,
  };
}

/** Leases of the organizations' units; how many. */
async function letLargest(
  door: HouseDoor,
  largest: readonly DemoOrganization[],
  { signal, onProgress }: DemoOptions,
): Promise<number> {
  const rents = await Rents.read();
  let leases = 0;
  let finished = 0;
  await eachAtOnce(LETTING_AT_ONCE, largest, async (organization) => {
    const made = await letUnits(door, organization, rents, signal);
    leases += made;
    onProgress?.('let', ++finished, largest.length);
  });
  return leases;
}

async function importRows(
  door: HouseDoor,
  propertiesUrl: string,
  organization: DemoOrganization,
  file: string,
): Promise<PortfolioImport> {
  const client = propertiesClient(door, propertiesUrl, organization.id);
  const importId = await uploadPortfolio(client, file);
  const done = await importPortfolio(client, { importId, dryRun: false }, () => undefined);
  if (done.state === 'FAILED') throw new Refusal(`${organization.name}: ${done.failure}`);
  return done;
}
