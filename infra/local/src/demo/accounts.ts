import type { Role } from '@propertea/kernel';
import { z } from 'zod';
import type { DemoAccount } from '../demo-accounts.js';
import type { HouseDoor } from '../door.js';
import { Refusal } from '../failure.js';
import { findPerson } from '../people.js';
import type { DemoOrganization } from './register.js';
import { roomClient } from './room-client.js';

/** The password of every demo account; production refuses them. */
export const DEMO_PASSWORD = 'tea with the landlord';

const LARGEST = 5;

const userErrors = z.array(z.object({ message: z.string() }));

interface Membership {
  organization: DemoOrganization;
  role: Role;
  /** Only for this property, by its prefixed id. */
  propertyId?: string;
}

/**
 * Makes the demo accounts that are not there yet: an administrator of each of the five largest
 * organizations (given first), a person who belongs to two, a viewer of one property, an operator.
 */
export async function makeAccounts(
  door: HouseDoor,
  organizations: readonly DemoOrganization[],
): Promise<DemoAccount[]> {
  const [first, second] = organizations;
  if (!first || !second) throw new Refusal('The demo needs at least two organizations.');
  const accounts: DemoAccount[] = [];
  const make = async (name: string, email: string, what: string, memberships: Membership[]) => {
    const userId = await ensureAccount(door, name, email);
    for (const membership of memberships) await addMember(door, userId, membership);
    accounts.push({ email, what });
    return userId;
  };
  for (const [index, organization] of organizations.slice(0, LARGEST).entries()) {
    const email = `admin${index + 1}@propertea.example`;
    await make(`Ada Admin ${index + 1}`, email, `administrator of ${organization.name}`, [
      { organization, role: 'ORGANIZATION_ADMIN' },
    ]);
  }
  await make(
    'Mika Manager',
    'manager@propertea.example',
    `manager at ${first.name} and ${second.name}`,
    [
      { organization: first, role: 'PROPERTY_MANAGER' },
      { organization: second, role: 'PROPERTY_MANAGER' },
    ],
  );
  const property = await propertyOf(door, first);
  await make(
    'Vera Viewer',
    'viewer@propertea.example',
    `viewer of ${property.name} (${first.name})`,
    [{ organization: first, role: 'VIEWER', propertyId: property.id }],
  );
  const operator = await make(
    'Omar Operator',
    'operator@propertea.example',
    'operator of the platform',
    [],
  );
  await tell(door, null, 'appointOperator', 'AppointOperatorInput', { userId: operator });
  return accounts;
}

/** Plain UUID of the person with this account. */
async function ensureAccount(door: HouseDoor, name: string, email: string): Promise<string> {
  const known = await findPerson(door, email);
  if (known) return known.userId;
  const { createAccount } = await roomClient(door, 'identity', null).ask(
    `mutation ($input: CreateAccountInput!) {
      createAccount(input: $input) { userId errors { message } }
    }`,
    { input: { email, name, password: DEMO_PASSWORD } },
    z.object({ createAccount: z.object({ userId: z.uuid().nullable(), errors: userErrors }) }),
  );
  if (createAccount.userId !== null) return createAccount.userId;
  throw new Refusal(`${email}: ${createAccount.errors[0]?.message ?? 'no account was made'}`);
}

async function addMember(door: HouseDoor, userId: string, membership: Membership): Promise<void> {
  const { organization, role, propertyId } = membership;
  const input = { userId, role, ...(propertyId !== undefined && { propertyId }) };
  await tell(door, organization.id, 'addMember', 'AddMemberInput', input);
}

async function tell(
  door: HouseDoor,
  organizationId: string | null,
  mutation: string,
  type: string,
  input: object,
): Promise<void> {
  const answer = await roomClient(door, 'organizations', organizationId).ask(
    `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { errors { message } } }`,
    { input },
    z.object({ answer: z.object({ errors: userErrors }) }),
  );
  const [error] = answer.answer.errors;
  if (error) throw new Refusal(`${mutation}: ${error.message}`);
}

async function propertyOf(door: HouseDoor, { id, name }: DemoOrganization) {
  const { properties } = await roomClient(door, 'properties', id).ask(
    '{ properties(first: 1, sort: { field: NAME }) { nodes { id name } } }',
    {},
    z.object({
      properties: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
    }),
  );
  const [property] = properties.nodes;
  if (property) return property;
  throw new Refusal(`${name} has no property.`);
}
