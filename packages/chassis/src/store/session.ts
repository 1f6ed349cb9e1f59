import type { SessionContext } from '@mikro-orm/core';
import type { Identity, Persona } from '@propertea/kernel';

/** An API client meets the same wall as staff; the rows of a person are nobody's whose id is no user's. */
const ROLES: Partial<Record<Persona, string>> = { INTEGRATOR: 'staff' };

/** The database role and variables under which a transaction of this identity runs. */
export function sessionFor(room: string, identity: Identity): SessionContext {
  return {
    role: `${room}_${ROLES[identity.persona] ?? identity.persona.toLowerCase()}`,
    variables: {
      'app.organization_id': identity.organizationId ?? '',
      'app.user_id': identity.subject ?? '',
    },
  };
}

/** The worker of relay, consumers and background jobs, standing in one organization or in none. */
export function workerSession(
  room: string,
  organizationId: string | null = null,
  userId: string | null = null,
): SessionContext {
  return {
    role: `${room}_worker`,
    variables: { 'app.organization_id': organizationId ?? '', 'app.user_id': userId ?? '' },
  };
}

/** Who publishes the room's state anew: reads over all organizations and writes to the outbox only. */
export function snapshotSession(room: string): SessionContext {
  return { role: `${room}_snapshots`, variables: {} };
}
