import { API_KEY_HEADER, decodeId, Fault, isMeantAsApiKey } from '@propertea/kernel';
import type { ApiClient, ApiKeys } from './api-keys.js';
import { bearerTokenOf, organizationOf, viewAsOf } from './caller.js';
import type { Caller, Callers, Credentials } from './caller.js';
import { invalidApiKey, organizationNotFound, viewAsNotFound } from './faults.js';

/**
 * Who asks at the public graph: a program with an API key, a person with a bearer token, or nobody. A
 * cookie is nobody's there: browsers send it unasked.
 */
export function createPublicCallers(
  callers: Pick<Callers, 'of'>,
  apiKeys: Pick<ApiKeys, 'clientOf'>,
): Pick<Callers, 'of'> {
  return {
    async of(request) {
      const key = apiKeyOf(request);
      if (key === undefined) {
        const { cookie: _unasked, ...headers } = request.headers;
        return callers.of({ headers, ...(request.url !== undefined && { url: request.url }) });
      }
      return callerOf(await apiKeys.clientOf(key, request.ip), request);
    },
  };
}

/**
 * The API key of a request, in either of the two places for it; undefined where there is none. Throws
 * `Fault`: BAD_USER_INPUT beside another credential, UNAUTHENTICATED for what cannot be a key.
 */
export function apiKeyOf(request: Pick<Credentials, 'headers'>): string | undefined {
  const token = bearerTokenOf(request);
  const header = request.headers[API_KEY_HEADER];
  if (header === undefined) {
    return token !== undefined && isMeantAsApiKey(token) ? token : undefined;
  }
  // Node joins a header that comes twice, which makes no key.
  if (typeof header !== 'string' || !isMeantAsApiKey(header)) throw invalidApiKey();
  if (token === undefined || token === header) return header;
  throw new Fault('BAD_USER_INPUT', 'Send one credential: x-api-key or authorization, not both.');
}

/** A key is of one organization; who names another one, or a view as a member, names what is not theirs. */
function callerOf(client: ApiClient, request: Credentials): Caller {
  const { organizationId, apiClientId, scopes, grants, grantsVersion } = client;
  const named = organizationOf(request);
  if (named !== undefined && decodeId('Organization', named) !== organizationId) {
    throw organizationNotFound();
  }
  if (viewAsOf(request) !== undefined) throw viewAsNotFound();
  return {
    credential: 'key',
    identity: {
      subject: apiClientId,
      persona: 'INTEGRATOR',
      organizationId,
      grants,
      grantsVersion,
      scopes,
    },
    isOperator: false,
  };
}
