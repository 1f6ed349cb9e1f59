import { createHash, randomBytes } from 'node:crypto';
import type { House } from './house.js';
import { ORGANIZATIONS } from './house.rooms.js';
import type { TestApiClient } from './house.rooms.js';

export const API_CLIENT = '018f0000-0000-7000-8000-00000000c001';
let keys = 0;

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Of the form of a key; no client's until it is given to one. */
export const newKey = (): string => `ptk_${randomBytes(32).toString('base64url')}`;

/** A key of an API client of oak, as the room knows it. */
export function keyIn(house: Pick<House, 'state'>, given: Partial<TestApiClient> = {}): string {
  const key = newKey();
  house.state.apiClients.set(hashOfKey(key), {
    organizationId: ORGANIZATIONS.oak,
    apiClientId: API_CLIENT,
    apiKeyId: `018f0000-0000-7000-8000-0000000f${String(++keys).padStart(4, '0')}`,
    scopes: ['properties:read', 'organizations:read'],
    grants: [{ role: 'VIEWER', reachKind: 'organization', companyId: null, propertyId: null }],
    grantsVersion: 1,
    endsAt: null,
    ...given,
  });
  return key;
}
