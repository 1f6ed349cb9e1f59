import { newId } from '@propertea/kernel';
import { person, system } from '@propertea/testkit';
import { dataOf, type House } from './house.js';

export const LINK = `mutation ($input: LinkIdentityInput!) {
  linkIdentity(input: $input) { userId errors { code message path } } }`;
const VIEWER = `{ viewer { id email isEmailVerified name locale timeZone version
  history(first: 10) { nodes { action before after actor { id } } totalCount } } }`;

export interface Failure {
  code: string;
  message: string;
  path: string[];
}
interface Linked {
  linkIdentity: { userId: string | null; errors: Failure[] };
}
interface Viewer {
  viewer: {
    id: string;
    email: string;
    isEmailVerified: boolean;
    name: string;
    locale: string;
    timeZone: string;
    version: number;
    history: { nodes: { action: string; before: object | null; after: object | null }[] };
  } | null;
}

interface Claims {
  issuer?: string;
  subject?: string;
  email?: string;
  emailVerified?: boolean;
  name?: string | null;
}

/** What linkIdentity answers to these claims; what is left out is made up. */
export async function linkAnswer(house: House, claims: Claims) {
  const input = {
    issuer: 'https://issuer.example',
    subject: newId(),
    email: `${newId()}@example.com`,
    emailVerified: true,
    name: 'Ada Lovelace',
    ...claims,
  };
  return dataOf<Linked>(await house.as(system())(LINK, { input })).linkIdentity;
}

/** The UUID of the person of these claims. */
export async function link(house: House, claims: Claims = {}): Promise<string> {
  const { userId, errors } = await linkAnswer(house, claims);
  if (!userId) throw new Error(JSON.stringify(errors));
  return userId;
}

/** A person as they see themselves. */
export const viewer = async (house: House, userId: string) =>
  dataOf<Viewer>(await house.as(person(userId))(VIEWER)).viewer;
