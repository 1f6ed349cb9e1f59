import type { RoomContext } from '@propertea/chassis/graph';
import { grantsWithin } from '@propertea/kernel';
import { ApiClient } from '../api-client/api-client.entity.js';
import { ApiKey } from '../api-client/api-key.entity.js';
import { creatorGrants } from '../api-client/creator-rights.js';
import { storedReach } from '../member/grant.entity.js';
import type { ApiClientAccess } from './access.type.js';

/**
 * Which API client a key is of, by the key's hash, with what it may do at present: of its grants what its
 * creator has too. Null where no such key is good.
 */
export async function apiClientOf(
  context: RoomContext,
  keyHash: string,
): Promise<ApiClientAccess | null> {
  const em = await context.em();
  const now = context.services.clock.now();
  const key = await em.findOne(ApiKey, { hash: keyHash });
  if (!key || key.isOverAt(now)) return null;
  const { organizationId, apiClientId } = key;
  const client = await em.findOne(ApiClient, { organizationId, id: apiClientId });
  if (!client || client.isOverAt(now)) return null;
  const own = await creatorGrants(em, client);
  if (!own) return null;
  const [creator] = await em.execute<{ version: number }[]>(
    'select version from organizations.access_versions where user_id = ?',
    [client.createdBy],
  );
  return {
    organizationId,
    apiClientId,
    apiKeyId: key.id,
    scopes: client.scopes,
    grants: grantsWithin(client.grants, own).map(({ role, reach }) => ({
      role,
      ...storedReach(reach),
    })),
    // Both only rise, so their sum does.
    grantsVersion: client.version + (creator?.version ?? 0),
    endsAt: earlier(key.expiresAt, client.expiresAt),
  };
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}
