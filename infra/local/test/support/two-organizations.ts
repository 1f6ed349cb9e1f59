import { encodeId, type IdType, type Identity } from '@propertea/kernel';
import {
  Estate,
  type Made,
  type MadeInvitation,
  type MadeMember,
  type MadeOrganization,
  recipes,
  seedOf,
} from '@propertea/testkit';
import { randomBytes } from 'node:crypto';
import type { WholeHouse } from './house.js';

/** Stands in every text and code of organization B, and nowhere else. */
export const MARK = 'Quixwort';
const MARKED = /quixwort|QUI[0-9A-Z]{2}\b/i;
const AGE_MS = 60_000;

/** An organization with one of everything that the graph has. */
export interface Portfolio {
  /** To make more in it. */
  estate: Estate;
  organization: MadeOrganization;
  invitation: MadeInvitation;
  administrator: Identity;
  /** The administrator with the eyes of the member, as the gateway would assert them. */
  looking: Identity;
  ids: ReadonlyMap<string, Made>;
  /** Code of an entrance of the portfolio's building. */
  entrance: string;
}

/** What one organization has, made through the commands of the rooms, type by type. */
export async function portfolioOf(house: WholeHouse, mark: string): Promise<Portfolio> {
  const estate = new Estate(seedOf(house, { mark, issuer: house.parts.issuer }).organization());
  const ids = new Map<string, Made>();
  for (const [type, recipe] of Object.entries(recipes)) ids.set(type, await recipe(estate));
  const { entrance } = await estate.building;
  const organization = await estate.organization;
  const invitation = ids.get('Invitation') as MadeInvitation;
  await house.settled();
  const { administrator } = organization;
  const looking = withEyesOf(administrator, ids.get('ViewAs'), await estate.member);
  return { estate, organization, invitation, administrator, looking, ids, entrance };
}

/** Who reads as the member does; the grants of both are within the administrator's. */
function withEyesOf(administrator: Identity, viewAs: Made | undefined, member: MadeMember) {
  const { grants } = member.identity;
  const claim = { id: viewAs?.uuid ?? '', memberId: member.uuid };
  return { ...administrator, grants, readOnly: true, viewAs: claim };
}

/** A, who asks, and B, of whom nothing may be known. */
export async function twoOrganizations(house: WholeHouse): Promise<{ a: Portfolio; b: Portfolio }> {
  return { a: await portfolioOf(house, 'Hazel'), b: await portfolioOf(house, MARK) };
}

/**
 * Runs it a minute ago, as far as the ids tell that are made meanwhile: young ids are waited for,
 * because the fact about them may still be on its way (docs/adr/0006), and nobody waits for old ones.
 * Ids only rise, so this is the first thing that a test file does.
 */
export async function aMinuteAgo<T>(run: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => now() - AGE_MS;
  try {
    return await run();
  } finally {
    Date.now = now;
  }
}

/** An id of the type that nothing has, as old as the given one. */
export function unknownLike(type: IdType, { uuid }: Made): Made {
  const unknown = `${uuid.slice(0, 24)}${randomBytes(6).toString('hex')}`;
  return { id: encodeId(type, unknown), uuid: unknown };
}

/** Everything by which something of the portfolio would be known in an answer or in a row. */
export function tracesOf({ ids, organization, invitation }: Portfolio): string[] {
  return [
    ...[...ids.values()].flatMap(({ id, uuid }) => [id, uuid]),
    organization.user.id,
    organization.user.uuid,
    invitation.token,
  ];
}

/** The first thing of B that stands in the text; undefined where nothing does. */
export function leakIn(text: string, traces: readonly string[]): string | undefined {
  return MARKED.exec(text)?.[0] ?? traces.find((trace) => text.includes(trace));
}
