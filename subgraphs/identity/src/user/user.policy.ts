import { personOf } from '@propertea/chassis/graph';
import { sessionFor, workerSession } from '@propertea/chassis/store';
import { Fault, type Identity } from '@propertea/kernel';

type Session = ReturnType<typeof sessionFor>;

/** The gateway and the house's own scripts, nobody else. */
export function demandPlatform(identity: Identity): void {
  if (identity.persona !== 'SYSTEM' && identity.persona !== 'OPERATOR') {
    throw new Fault('FORBIDDEN', 'Only the platform itself may do this.');
  }
}

/** Only the gateway: it alone has verified the token that a sign-in stands on. */
export function demandSystem(identity: Identity): void {
  if (identity.persona !== 'SYSTEM') {
    throw new Fault('FORBIDDEN', 'Only the platform itself may do this.');
  }
}

/**
 * A person acts on themselves as a person, in whatever organization they stand: what they change is not
 * the organization's, and the facts about it belong to no organization.
 */
export function asOneself(_input: unknown, identity: Identity, room: string): Session {
  const subject = personOf(identity);
  return sessionFor(room, { ...identity, subject, persona: 'PERSON', organizationId: null });
}

/** Reaches what no person may touch directly: sign-ins, credentials, the address book. */
export function asWorker(_input: unknown, _identity: Identity, room: string): Session {
  return workerSession(room);
}
