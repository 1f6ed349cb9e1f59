import { Fault } from '@propertea/kernel';

/** The same for an organization that is foreign, unknown or malformed: nobody learns which. */
export const organizationNotFound = () => new Fault('NOT_FOUND', 'Organization not found.');

/** The same for a view as another member that is over, somebody else's, unknown or malformed. */
export const viewAsNotFound = () =>
  new Fault(
    'NOT_FOUND',
    'Your view as another member is over. Go on with your own, or begin another one.',
  );

export const invalidToken = (cause?: unknown) =>
  new Fault('UNAUTHENTICATED', 'The access token is not valid or has expired.', { cause });

/** The same for a key that was never one, is over or was revoked: nobody learns which. */
export const invalidApiKey = () =>
  new Fault('UNAUTHENTICATED', 'The API key is not valid, is over or was revoked.');

export const tooManyApiKeys = () =>
  new Fault(
    'UNAUTHENTICATED',
    'Too many API keys that are not valid came from your address: try again in a minute.',
  );

export const apiKeyElsewhere = () =>
  new Fault(
    'UNAUTHENTICATED',
    'API keys are for the public graph: send the operation to POST /public/graphql.',
  );

export const unavailable = (what: string, cause?: unknown) =>
  new Fault('UPSTREAM_UNAVAILABLE', `${what} is not available at the moment. Try again.`, {
    cause,
  });
