import { encodeId } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import type { IncomingHttpHeaders } from 'node:http';

/** What portals and libraries call themselves; anybody may claim it. */
const CLIENT_NAME_HEADER = 'apollographql-client-name';

const KINDS: readonly [kind: string, pattern: RegExp][] = [
  ['browser', /^mozilla\//i],
  ['curl', /^curl\//i],
  ['node', /^(node|undici|axios)\b/i],
  ['python', /^python/i],
  ['java', /^(java|okhttp|apache-httpclient)/i],
  ['go', /^go-http-client/i],
];

/** The same without telling API clients apart: for counts that others keep. */
export function clientKind(
  headers: IncomingHttpHeaders,
  identity: Pick<Identity, 'persona' | 'subject'>,
  portal: string | undefined,
): string {
  const isApiClient = portal === undefined && identity.persona === 'INTEGRATOR';
  return isApiClient ? 'API client' : clientName(headers, identity, portal);
}

/**
 * Who asks, for the count of usage: the portal whose document it is, an API client by its id, the name that
 * a client gives itself, else what kind of program it is. Never a person.
 */
export function clientName(
  headers: IncomingHttpHeaders,
  { persona, subject }: Pick<Identity, 'persona' | 'subject'>,
  portal: string | undefined,
): string {
  if (portal !== undefined) return `portal ${portal}`;
  if (persona === 'INTEGRATOR' && subject !== null) {
    return `API client ${encodeId('ApiClient', subject)}`;
  }
  const said = headers[CLIENT_NAME_HEADER];
  if (typeof said === 'string' && /^[\w .@/-]{1,50}$/.test(said)) return `program ${said}`;
  const agent = headers['user-agent'] ?? '';
  return KINDS.find(([, pattern]) => pattern.test(agent))?.[0] ?? 'unknown program';
}
