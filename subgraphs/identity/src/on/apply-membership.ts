import type { ConsumerScope } from '@propertea/chassis/messaging';

interface Member {
  memberId: string;
  organizationId: string;
  userId: string;
}

/**
 * Keeps the copy of who belongs to an organization. A later version of the same member wins, and a later
 * member (somebody left and came back) wins over an earlier one: ids rise with time. Removed rows stay, so
 * that a late `member.added` revives nobody (R50).
 */
export async function applyMembership(
  { event, em }: ConsumerScope<Member>,
  isRemoved: boolean,
): Promise<void> {
  const { memberId, organizationId, userId } = event.data;
  await em.execute(
    `insert into identity.memberships as m (organization_id, user_id, member_id, is_removed, sequence)
     values (?, ?, ?, ?, ?)
     on conflict (organization_id, user_id) do update set member_id = excluded.member_id,
       is_removed = excluded.is_removed, sequence = excluded.sequence
     where excluded.member_id > m.member_id
       or (excluded.member_id = m.member_id and excluded.sequence > m.sequence)`,
    [organizationId, userId, memberId, isRemoved, event.sequence],
  );
}
