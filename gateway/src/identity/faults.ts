import { Fault } from '@propertea/kernel';

/** The same for an organization that is foreign, unknown or malformed: nobody learns which. */
export const organizationNotFound = () => new Fault('NOT_FOUND', 'Organization not found.');

export const invalidToken = (cause?: unknown) =>
  new Fault('UNAUTHENTICATED', 'The access token is not valid or has expired.', { cause });

export const unavailable = (what: string, cause?: unknown) =>
  new Fault('UPSTREAM_UNAVAILABLE', `${what} is not available at the moment. Try again.`, {
    cause,
  });
