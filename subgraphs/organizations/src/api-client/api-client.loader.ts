import { defineLoader, loaderById } from '@propertea/chassis/graph';
import { ApiClient } from './api-client.entity.js';
import { ApiKey } from './api-key.entity.js';
import { Member } from '../member/member.entity.js';
import { mayManage } from './api-client.policy.js';

export const apiClientById = loaderById<ApiClient>(async (context, ids) => {
  const { organizationId } = context.identity;
  if (!organizationId || !mayManage(context.identity)) return [];
  return (await context.em()).find(ApiClient, { organizationId, id: ids });
});

/** The keys of a client that are good at present, the newest first. */
export const keysOfApiClient = defineLoader<string, ApiKey[]>(async (context, clientIds) => {
  const em = await context.em();
  const { organizationId } = context;
  const now = context.services.clock.now();
  const rows = await em.find(
    ApiKey,
    {
      organizationId,
      apiClientId: [...clientIds],
      revokedAt: null,
      $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }],
    },
    { orderBy: { id: 'DESC' } },
  );
  return clientIds.map((id) => rows.filter((key) => key.apiClientId === id));
});

/** When a client was last seen, by whichever key. */
export const lastUseOfApiClient = defineLoader<string, Date>(async (context, clientIds) => {
  const em = await context.em();
  const rows = await em.execute<{ id: string; at: string | Date | null }[]>(
    `select api_client_id as id, max(last_used_at) as at from organizations.api_keys
     where organization_id = ? and api_client_id = any (?) group by api_client_id`,
    [context.organizationId, `{${clientIds.join(',')}}`],
  );
  const known = new Map(rows.map(({ id, at }) => [id, at === null ? null : new Date(at)]));
  return clientIds.map((id) => known.get(id) ?? null);
});

/** Whether a user is a member of the organization. */
export const isMember = defineLoader<string, boolean>(async (context, userIds) => {
  const em = await context.em();
  const { organizationId } = context;
  const members = await em.find(Member, { organizationId, userId: [...userIds] });
  const known = new Set(members.map(({ userId }) => userId));
  return userIds.map((id) => known.has(id));
});
