import { signAccessToken } from '@propertea/identity';
import { encodeId, systemIdentity } from '@propertea/kernel';
import { z } from 'zod';
import type { HouseDoor } from './door.js';
import { Refusal } from './failure.js';
import { CLIENT_ID } from './settings.js';

const accountShape = z.object({
  accountByEmail: z
    .object({
      userId: z.uuid(),
      subject: z.string().nullable(),
      email: z.string(),
      name: z.string(),
    })
    .nullable(),
});

const accessShape = z.object({
  accessOf: z.object({
    isOperator: z.boolean(),
    memberships: z.array(z.object({ organizationId: z.uuid(), organizationName: z.string() })),
  }),
});

/** A person with a verified account, as our own scripts look them up. */
export interface Person {
  readonly userId: string;
  /** Their `sub` at the embedded issuer; null when they sign in elsewhere. */
  readonly subject: string | null;
  readonly email: string;
  readonly name: string;
}

/** As `npm run token -- --list` prints them. */
export interface ListedAccount {
  readonly email: string;
  readonly personas: readonly string[];
  /** Ids as the header x-organization-id takes them. */
  readonly organizations: readonly { id: string; name: string }[];
}

/** The person with this verified e-mail address, or undefined. */
export async function findPerson(door: HouseDoor, email: string): Promise<Person | undefined> {
  const query = `query ($email: String!) {
    accountByEmail(email: $email) { userId subject email name }
  }`;
  const data = await askPlatform(door, 'identity', query, { email }, accountShape);
  return data.accountByEmail ?? undefined;
}

/** @throws Refusal naming the way to the known accounts. */
export async function requirePerson(door: HouseDoor, email: string): Promise<Person> {
  const person = await findPerson(door, email);
  if (person) return person;
  throw new Refusal(
    `There is no account with the address ${email}; npm run token -- --list shows the demo accounts.`,
  );
}

/** An access token of the embedded issuer, valid as long as one from a sign-in. */
export async function tokenFor(door: HouseDoor, email: string): Promise<string> {
  const person = await requirePerson(door, email);
  if (person.subject === null) {
    throw new Refusal(
      `${person.email} has no account at the embedded OpenID provider, so there is no token to sign.`,
    );
  }
  return signAccessToken(door.issuer, door.secrets.issuer, CLIENT_ID, {
    sub: person.subject,
    email: person.email,
    email_verified: true,
    name: person.name,
  });
}

/** In which capacities a person may act, and where. */
export async function describeAccount(door: HouseDoor, person: Person): Promise<ListedAccount> {
  const query = `query ($userId: ID!) {
    accessOf(userId: $userId) { isOperator memberships { organizationId organizationName } }
  }`;
  const { accessOf } = await askPlatform(
    door,
    'organizations',
    query,
    { userId: person.userId },
    accessShape,
  );
  return {
    email: person.email,
    personas: [
      'PERSON',
      ...(accessOf.memberships.length > 0 ? ['STAFF'] : []),
      ...(accessOf.isOperator ? ['OPERATOR'] : []),
    ],
    organizations: accessOf.memberships.map(({ organizationId, organizationName }) => ({
      id: encodeId('Organization', organizationId),
      name: organizationName,
    })),
  };
}

/** Asks a room as the platform itself and checks the shape of the answer. */
export async function askPlatform<T extends z.ZodType>(
  door: HouseDoor,
  room: string,
  query: string,
  variables: Record<string, unknown>,
  shape: T,
): Promise<z.output<T>> {
  const answer = await door.ask(room, { query, variables }, systemIdentity());
  const [error] = answer.errors ?? [];
  if (error) throw new Refusal(`The room ${room} answers: ${error.message}`);
  return shape.parse(answer.data);
}
