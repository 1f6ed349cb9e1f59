import { ANONYMOUS, decodeId, ORGANIZATION_HEADER, VIEW_AS_HEADER } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import type { IncomingMessage } from 'node:http';
import type { Sessions } from '../session/sessions.js';
import type { BearerTokens } from './bearer.js';
import type { Access, Memberships } from './memberships.js';
import { viewAsNotFound } from './faults.js';
import { actAs, seeAs } from './persona.js';
import type { Principal } from './principal.js';
import type { Users } from './users.js';

/** How a request proves who sends it. Cookies are sent by browsers unasked, so doors check their origin. */
export type Credential = 'none' | 'cookie' | 'bearer';

export interface Caller {
  credential: Credential;
  identity: Identity;
  isOperator: boolean;
}

export interface Callers {
  /** Who sent the request, standing in which organization, with whose eyes. Throws `Fault`. */
  of(request: IncomingMessage): Promise<Caller>;
  /** The same without an organization: whether they are signed in and whether they operate the platform. */
  isOperator(request: IncomingMessage): Promise<boolean>;
}

const NOBODY: Caller = { credential: 'none', identity: ANONYMOUS, isOperator: false };

export function createCallers(parts: {
  bearer: BearerTokens;
  sessions: Sessions;
  users: Users;
  memberships: Memberships;
}): Callers {
  const { bearer, sessions, users, memberships } = parts;

  async function principalOf(
    request: IncomingMessage,
  ): Promise<{ principal: Principal; credential: Credential } | undefined> {
    const token = bearerTokenOf(request);
    if (token !== undefined) {
      return { principal: await bearer.verify(token), credential: 'bearer' };
    }
    const session = await sessions.of(request);
    return session && { principal: session.principal, credential: 'cookie' };
  }

  async function accessOf(principal: Principal): Promise<{ userId: string; access: Access }> {
    const userId = await users.idOf(principal);
    return { userId, access: await memberships.accessOf(userId) };
  }

  /** Never falls back to the caller's own rights: what a page shows as another's must be another's. */
  async function withEyesOf(request: IncomingMessage, own: Identity): Promise<Identity> {
    const named = viewAsOf(request);
    if (named === undefined) return own;
    const id = decodeId('ViewAs', named);
    if (id === undefined) throw viewAsNotFound();
    return seeAs(own, id, await memberships.viewAsOf(id), new Date());
  }

  return {
    async of(request) {
      const signedIn = await principalOf(request);
      if (!signedIn) return NOBODY;
      const { userId, access } = await accessOf(signedIn.principal);
      const own = actAs(userId, access, organizationOf(request));
      return {
        credential: signedIn.credential,
        identity: await withEyesOf(request, own),
        isOperator: access.isOperator,
      };
    },
    async isOperator(request) {
      const signedIn = await principalOf(request);
      return signedIn ? (await accessOf(signedIn.principal)).access.isOperator : false;
    },
  };
}

/** The organization of header or URL; both given and different is nobody's organization. */
export function organizationOf(request: IncomingMessage): string | undefined {
  const named = namedIn(request, ORGANIZATION_HEADER, 'organization');
  named.delete('');
  return oneOf(named);
}

/** The view as another member of header or URL; a header without a value names one that is none. */
export function viewAsOf(request: IncomingMessage): string | undefined {
  return oneOf(namedIn(request, VIEW_AS_HEADER, 'viewAs'));
}

function namedIn(request: IncomingMessage, header: string, parameter: string): Set<string> {
  const given = request.headers[header];
  const query = new URL(request.url ?? '/', 'http://gateway').searchParams.getAll(parameter);
  return new Set([given ?? [], query].flat());
}

/** Several different ones are joined to what nothing is called. */
function oneOf(named: ReadonlySet<string>): string | undefined {
  return named.size === 0 ? undefined : [...named].join(',');
}

/** What stands behind `Authorization: Bearer`, be it a token or nothing; other schemes are none. */
export function bearerTokenOf(request: IncomingMessage): string | undefined {
  return /^bearer\b *(.*)$/i.exec(request.headers.authorization ?? '')?.[1];
}
