import { z } from 'zod';
import type { DemoAccount } from '../demo-accounts.js';
import type { HouseDoor } from '../door.js';
import { Refusal } from '../failure.js';
import { findPerson } from '../people.js';
import { askRoom, commandRoom } from './ask-room.js';

/** Of every demo account; production refuses to have them. */
export const DEMO_PASSWORD = 'oolong-at-half-past-four';

/** An organization of the demo: its UUID and name. */
export interface DemoOrganization {
  readonly id: string;
  readonly name: string;
}

interface Membership {
  organization: DemoOrganization;
  role: string;
  propertyId?: string;
}

const LARGEST = 5;

/**
 * Makes the demo accounts as far as they are not there: an administrator for each of the five largest
 * organizations, somebody in two of them, a viewer of one property, an operator.
 */
export async function makeDemoPeople(
  door: HouseDoor,
  largest: readonly DemoOrganization[],
): Promise<DemoAccount[]> {
  const [first, second] = largest;
  if (!first || !second) throw new Refusal('The demo needs at least two organizations.');
  const accounts: DemoAccount[] = [];
  const make = async (
    account: string,
    name: string,
    what: string,
    memberships: Membership[],
  ): Promise<string> => {
    const email = `${account}@propertea.example`;
    const userId = await ensureAccount(door, name, email);
    for (const { organization, ...grant } of memberships) {
      const command = { name: 'addMember', input: { userId, ...grant }, select: 'memberId' };
      // oxlint-disable-next-line no-await-in-loop -- a person has few memberships
      await commandRoom(door, 'organizations', organization.id, command, {});
    }
    accounts.push({ email, what });
    return userId;
  };
  for (const [index, organization] of largest.slice(0, LARGEST).entries()) {
    const number = index + 1;
    // oxlint-disable-next-line no-await-in-loop -- five of them, in the order of the table
    await make(`admin${number}`, `Ada Admin ${number}`, `administrator of ${organization.name}`, [
      { organization, role: 'ORGANIZATION_ADMIN' },
    ]);
  }
  await make('manager', 'Mika Manager', `manager of ${first.name}, accountant of ${second.name}`, [
    { organization: first, role: 'PROPERTY_MANAGER' },
    { organization: second, role: 'ACCOUNTANT' },
  ]);
  const property = await firstPropertyOf(door, first);
  await make('viewer', 'Vera Viewer', `viewer of ${property.name} of ${first.name}`, [
    { organization: first, role: 'VIEWER', propertyId: property.id },
  ]);
  const userId = await make('operator', 'Omar Operator', 'operator of the platform', []);
  const command = { name: 'appointOperator', input: { userId }, select: '' };
  await commandRoom(door, 'organizations', null, command, {});
  return accounts;
}

async function ensureAccount(door: HouseDoor, name: string, email: string): Promise<string> {
  const known = await findPerson(door, email);
  if (known) return known.userId;
  const input = { email, name, password: DEMO_PASSWORD };
  const command = { name: 'createAccount', input, select: 'userId' };
  const { userId } = await commandRoom(door, 'identity', null, command, { userId: z.uuid() });
  return userId;
}

async function firstPropertyOf(door: HouseDoor, organization: DemoOrganization) {
  const { properties } = await askRoom(
    door,
    'properties',
    organization.id,
    { query: '{ properties(first: 1, sort: { field: NAME }) { nodes { id name } } }' },
    z.object({
      properties: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
    }),
  );
  const [property] = properties.nodes;
  if (!property) throw new Refusal(`${organization.name} has no property to show a viewer.`);
  return property;
}
