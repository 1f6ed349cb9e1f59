import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeId } from '@propertea/kernel';
import { z } from 'zod';
import { askRoom, commandRoom } from '../demo/ask-room.js';
import { DEVELOPMENTS_FILE, readDevelopments } from '../demo/developments.js';
import { registerOrganization } from '../demo/register.js';
import { propertiesClient } from '../demo/room-client.js';
import type { HouseDoor } from '../door.js';
import { Refusal } from '../failure.js';
import { importPortfolio, uploadPortfolio } from '../portfolio-import.js';
import { eachAtOnce, settled } from '../settled.js';
import { SMALL_COMPANIES, smallPortfolio } from './portfolio.js';

/** Of every account on a stage. */
export const STAGE_PASSWORD = 'a tea that nobody guesses';

/** Somebody who can sign in. */
export interface StageAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** An organization with people and a portfolio, to play in. */
export interface StageOrganization {
  /** As URLs and the header x-organization-id take it. */
  readonly id: string;
  readonly name: string;
  /** `manager` reaches the first company only. */
  readonly accounts: Readonly<Record<'administrator' | 'manager' | 'viewer', StageAccount>>;
}

/** What an organization is to hold: nothing, 39 units of two companies, or the 24,440 of the Chicago list. */
export const SIZES = ['empty', 'small', 'large'] as const;
export type StageSize = (typeof SIZES)[number];

interface Company {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
}

const AT_ONCE = 4;

/** Makes an account without any organization. The address is made from the name and a number of the stage's own. */
export async function makeAccount(
  door: HouseDoor,
  name: string,
  number: number,
): Promise<StageAccount & { userId: string }> {
  const local = name.toLowerCase().replaceAll(/[^a-z]+/g, '.');
  const account = { email: `${local}.${number}@stage.example`, name, password: STAGE_PASSWORD };
  const command = { name: 'createAccount', input: account, select: 'userId' };
  const { userId } = await commandRoom(door, 'identity', null, command, { userId: z.uuid() });
  return { ...account, userId };
}

/** Registers an organization of the given size with its three people; resolves when every room knows of it. */
export async function furnish(
  door: HouseDoor,
  propertiesUrl: string,
  wishes: { name: string; size: StageSize; number: number },
): Promise<StageOrganization> {
  const { name, size, number } = wishes;
  const id = await registerOrganization(door, name);
  const companies = await companiesOf(size);
  await eachAtOnce(AT_ONCE, companies, async (company) => {
    const command = { name: 'createCompany', input: company, select: 'company { id }' };
    await commandRoom(door, 'organizations', id, command, {});
  });
  // An import finds its company in a copy that facts bring.
  await settled(door);
  if (size !== 'empty') await bringUnits(door, propertiesUrl, id, size);
  const companyId = await firstCompanyOf(door, id);
  const enter = async (person: string, grant: object): Promise<StageAccount> => {
    const { userId, ...account } = await makeAccount(door, person, number);
    const command = { name: 'addMember', input: { userId, ...grant }, select: 'memberId' };
    await commandRoom(door, 'organizations', id, command, {});
    return account;
  };
  const accounts = {
    administrator: await enter('Ada Admin', { role: 'ORGANIZATION_ADMIN' }),
    manager: await enter('Mika Manager', {
      role: 'PROPERTY_MANAGER',
      ...(companyId && { companyId }),
    }),
    viewer: await enter('Vera Viewer', { role: 'VIEWER' }),
  };
  await settled(door);
  return { id: encodeId('Organization', id), name, accounts };
}

async function companiesOf(size: StageSize): Promise<readonly Company[]> {
  if (size === 'empty') return [];
  if (size === 'small') return SMALL_COMPANIES;
  const portfolios = await readDevelopments();
  return portfolios.map(({ company }, index) => ({
    code: `C${String(index + 1).padStart(3, '0')}`,
    name: company,
    currency: 'USD',
  }));
}

async function bringUnits(
  door: HouseDoor,
  propertiesUrl: string,
  organizationId: string,
  size: 'small' | 'large',
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'propertea-stage-'));
  try {
    const small = join(folder, 'portfolio.csv');
    await writeFile(small, smallPortfolio());
    const file = size === 'small' ? small : fileURLToPath(DEVELOPMENTS_FILE);
    const client = propertiesClient(door, propertiesUrl, organizationId);
    const importId = await uploadPortfolio(client, file);
    const done = await importPortfolio(client, { importId, dryRun: false }, () => undefined);
    if (done.state === 'FAILED') throw new Refusal(`The import failed: ${done.failure}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await settled(door);
}

/** The company whose code comes first: its plain id; undefined where there is none. */
async function firstCompanyOf(
  door: HouseDoor,
  organizationId: string,
): Promise<string | undefined> {
  const { companies } = await askRoom(
    door,
    'organizations',
    organizationId,
    { query: '{ companies(first: 1, sort: { field: CODE }) { nodes { id } } }' },
    z.object({ companies: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }),
  );
  return companies.nodes[0]?.id;
}
