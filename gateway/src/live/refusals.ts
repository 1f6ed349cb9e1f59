import { Fault, type Identity } from '@propertea/kernel';

/** The organization of whose events somebody may be told. Throws `Fault` for who stands in none. */
export function organizationOf({ persona, organizationId }: Identity): string {
  if (persona === 'STAFF' && organizationId !== null) return organizationId;
  throw persona === 'ANONYMOUS'
    ? new Fault('UNAUTHENTICATED', 'Sign in to read this.')
    : new Fault('BAD_USER_INPUT', 'Choose an organization: send its id as x-organization-id.');
}

/** The feed was or is interrupted: what happened meanwhile is not told. */
export const eventsLost = () =>
  new Fault(
    'UPSTREAM_UNAVAILABLE',
    'Changes may have been missed. Load what you show again, then subscribe again.',
  );

/** Somebody reads more slowly than events come. */
export const tooSlow = () =>
  new Fault(
    'RATE_LIMITED',
    'Changes came faster than they were read. Load what you show again, then subscribe again.',
  );
