import type { SessionContext } from '@mikro-orm/core';
import type { Identity } from '@propertea/kernel';

/** The database role and variables under which a transaction of this identity runs. */
export function sessionFor(room: string, identity: Identity): SessionContext {
  return {
    role: `${room}_${identity.persona.toLowerCase()}`,
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
