import type { RoomContext } from '@propertea/chassis/graph';
import { workerSession } from '@propertea/chassis/store';

/**
 * Everything that this room keeps about the person who asks, as JSON: what leases of any organization say of
 * them as a party. The worker stands for the person, whatever organization they stand in.
 */
export async function exportLeaseData(
  context: RoomContext,
  userId: string,
): Promise<Record<string, unknown>> {
  const { store } = context.services;
  const parties = await store.transaction(workerSession(store.room, null, userId), (em) =>
    em.execute(
      /* sql */ `
      select lease_id as "leaseId", organization_id as "organizationId", role, state, name, email, phone,
        moved_in_on as "movedInOn", moved_out_on as "movedOutOn", created_at as "createdAt", updated_at as "updatedAt"
      from leasing.lease_parties where user_id = ? order by id`,
      [userId],
    ),
  );
  return { parties };
}
