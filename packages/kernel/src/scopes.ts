import { Fault } from './errors.js';
import type { Identity } from './identity.js';

/**
 * What an API client may be let do, for each room that is part of the public graph. To write includes to
 * read; of persons nothing is written.
 */
export const API_SCOPES = [
  'identity:read',
  'organizations:read',
  'organizations:write',
  'properties:read',
  'properties:write',
  'leasing:read',
  'leasing:write',
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/**
 * Throws FORBIDDEN where an API client has no scope for what it asks of a room. Everybody else is held by
 * their grants alone.
 */
export function demandScope(
  { persona, scopes }: Pick<Identity, 'persona' | 'scopes'>,
  room: string,
  kind: 'read' | 'write',
): void {
  if (persona !== 'INTEGRATOR' || scopes.includes(`${room}:write`)) return;
  if (kind === 'read' && scopes.includes(`${room}:read`)) return;
  throw new Fault('FORBIDDEN', `This API client does not have the scope ${room}:${kind}.`);
}
