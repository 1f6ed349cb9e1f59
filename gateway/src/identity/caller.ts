import {
  ANONYMOUS,
  API_KEY_HEADER,
  decodeId,
  isMeantAsApiKey,
  ORGANIZATION_HEADER,
  VIEW_AS_HEADER,
} from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import type { IncomingMessage } from 'node:http';
import type { Sessions } from '../session/sessions.js';
import type { BearerTokens } from './bearer.js';
import type { Access, Memberships } from './memberships.js';
import { apiKeyElsewhere, viewAsNotFound } from './faults.js';
import { actAs, seeAs } from './persona.js';
import type { Principal } from './principal.js';
import type { Users } from './users.js';

/** How a request proves who sends it. Cookies are sent by browsers unasked, so doors check their origin. */
export type Credential = 'none' | 'cookie' | 'bearer' | 'key';

export interface Caller {
  credential: Credential;
  identity: Identity;
  isOperator: boolean;
  /** What it was found by; undefined for nobody. */
  standing?: Standing;
  /** When the identity is over by itself, as a view as another member is: in ms since the epoch. */
  until?: number;
}

/** By which somebody is looked up, and can be looked up again. */
export interface Standing {
  principal: Principal;
  /** Of the session, for as long as it lasts. */
  sessionKey: string | undefined;
  /** When the token expires, in ms since the epoch. */
  tokenUntil: number | undefined;
  organization: string | undefined;
  viewAs: string | undefined;
}

/** What of a request says who sends it. */
export type Credentials = Pick<IncomingMessage, 'headers' | 'url'> & {
  /** The address that it comes from. */
  ip?: string | undefined;
};

export interface Callers {
  /** Who sent the request, standing in which organization, with whose eyes. Throws `Fault`. */
  of(request: Credentials): Promise<Caller>;
  /** Who somebody is by what is known now; of a session or a token only that it was good. Throws `Fault`. */
  again(standing: Standing): Promise<Caller>;
  /** The same without an organization: whether they are signed in and whether they operate the platform. */
  isOperator(request: Credentials): Promise<boolean>;
}

const NOBODY: Caller = { credential: 'none', identity: ANONYMOUS, isOperator: false };

export function createCallers(parts: {
  bearer: BearerTokens;
  sessions: Sessions;
  users: Users;
  memberships: Memberships;
}): Callers {
  const { bearer, sessions, users, memberships } = parts;

  async function standingOf(request: Credentials): Promise<Standing | undefined> {
    const place = { organization: organizationOf(request), viewAs: viewAsOf(request) };
    const token = bearerTokenOf(request);
    // Only the public graph takes keys (public-callers.ts).
    if (request.headers[API_KEY_HEADER] !== undefined || isMeantAsApiKey(token ?? '')) {
      throw apiKeyElsewhere();
    }
    if (token !== undefined) {
      const { principal, expiresAt } = await bearer.verify(token);
      return { principal, sessionKey: undefined, tokenUntil: expiresAt, ...place };
    }
    const session = await sessions.of(request);
    if (!session) return undefined;
    const { principal, key } = session;
    return { principal, sessionKey: key, tokenUntil: undefined, ...place };
  }

  async function accessOf(principal: Principal): Promise<{ userId: string; access: Access }> {
    const userId = await users.idOf(principal);
    return { userId, access: await memberships.accessOf(userId) };
  }

  /** Never falls back to the caller's own rights: what a page shows as another's must be another's. */
  async function withEyesOf(
    named: string | undefined,
    own: Identity,
  ): Promise<{ identity: Identity; until?: number }> {
    if (named === undefined) return { identity: own };
    const id = decodeId('ViewAs', named);
    if (id === undefined) throw viewAsNotFound();
    const view = await memberships.viewAsOf(id);
    const identity = seeAs(own, id, view, new Date());
    return { identity, ...(view && { until: view.endsAt.getTime() }) };
  }

  async function again(standing: Standing): Promise<Caller> {
    const { userId, access } = await accessOf(standing.principal);
    const own = actAs(userId, access, standing.organization);
    return {
      credential: standing.sessionKey === undefined ? 'bearer' : 'cookie',
      ...(await withEyesOf(standing.viewAs, own)),
      isOperator: access.isOperator,
      standing,
    };
  }

  return {
    async of(request) {
      const standing = await standingOf(request);
      return standing ? again(standing) : NOBODY;
    },
    again,
    async isOperator(request) {
      const standing = await standingOf(request);
      return standing ? (await accessOf(standing.principal)).access.isOperator : false;
    },
  };
}

/** The organization of header or URL; both given and different is nobody's organization. */
export function organizationOf(request: Credentials): string | undefined {
  const named = namedIn(request, ORGANIZATION_HEADER, 'organization');
  named.delete('');
  return oneOf(named);
}

/** The view as another member of header or URL; a header without a value names one that is none. */
export function viewAsOf(request: Credentials): string | undefined {
  return oneOf(namedIn(request, VIEW_AS_HEADER, 'viewAs'));
}

function namedIn(request: Credentials, header: string, parameter: string): Set<string> {
  const given = request.headers[header];
  const query = new URL(request.url ?? '/', 'http://gateway').searchParams.getAll(parameter);
  return new Set([given ?? [], query].flat());
}

/** Several different ones are joined to what nothing is called. */
function oneOf(named: ReadonlySet<string>): string | undefined {
  return named.size === 0 ? undefined : [...named].join(',');
}

/** What stands behind `Authorization: Bearer`, be it a token or nothing; other schemes are none. */
export function bearerTokenOf(request: Pick<Credentials, 'headers'>): string | undefined {
  return /^bearer\b *(.*)$/i.exec(request.headers.authorization ?? '')?.[1];
}
