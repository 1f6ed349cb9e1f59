import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import { decodeId, systemIdentity } from '@propertea/kernel';
import { type Send, throughGateway } from '@propertea/testkit';
import type { HouseDoor } from '../../src/door.js';
import { tokenFor } from '../../src/people.js';

/** A person at work in an organization of theirs, who reaches it through the gateway. */
export interface Office {
  /** As the header x-organization-id takes it. */
  organizationId: string;
  uuid: string;
  email: string;
  /** Of the gateway. */
  url: string;
  token: string;
  send: Send;
}

/** Makes the account, signs in with it and registers the organization, all as a person would. */
export async function openOffice(house: HouseDoor, name: string): Promise<Office> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.test`;
  const account = { email, name, password: 'a tea that nobody guesses' };
  await house.ask(
    'identity',
    {
      query:
        'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { errors { message } } }',
      variables: { input: account },
    },
    systemIdentity(),
  );
  const token = await tokenFor(house, email);
  const answer = await throughGateway(house.url, { token })(
    `mutation ($input: RegisterOrganizationInput!) {
      registerOrganization(input: $input) { organization { id } errors { message } }
    }`,
    { input: { name } },
  );
  const organizationId = idIn(answer, 'registerOrganization', 'organization');
  if (organizationId === undefined) throw new Error(`no organization: ${JSON.stringify(answer)}`);
  const uuid = decodeId('Organization', organizationId) ?? '';
  const send = throughGateway(house.url, { token, organization: organizationId });
  return { organizationId, uuid, email, url: house.url, token, send };
}

/** Creates a company; the answer tells whether it was. */
export function createCompany(send: Send, code: string): Promise<GraphQLAnswer> {
  return send(
    `mutation ($input: CreateCompanyInput!) {
      createCompany(input: $input) { company { id } errors { code message } }
    }`,
    { input: { code, name: `Company ${code}`, currency: 'USD' } },
  );
}

/** The id of what a command made; undefined where it made nothing. */
export function idIn(answer: GraphQLAnswer, command: string, made: string): string | undefined {
  const payload = answer.data?.[command] as Record<string, { id: string } | null> | null;
  return payload?.[made]?.id;
}
