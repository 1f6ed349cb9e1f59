import { personOf, type RoomContext } from '@propertea/chassis/graph';
import { encodeId } from '@propertea/kernel';
import { everyOwnMembership } from '../member/own-memberships.js';
import { Person } from './person.entity.js';

interface InvitationRow {
  organization_id: string;
  organization_name: string;
  email: string;
  role: string;
  reach_kind: string;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
}

/** Everything this room keeps about the caller, as plain data. */
export async function exportMemberships(context: RoomContext): Promise<Record<string, unknown>> {
  const userId = personOf(context.identity);
  const em = await context.em();
  const person = await em.findOne(Person, { userId });
  const memberships = await everyOwnMembership(em);
  const invitations = await em.execute<InvitationRow[]>(
    'select * from organizations.own_invitations()',
  );
  return {
    name: person?.name ?? null,
    email: person?.email ?? null,
    memberships: memberships.map((membership) => ({
      organization: membership.organization.name,
      organizationId: encodeId('Organization', membership.organizationId),
      since: membership.createdAt,
      grants: membership.grants.map(({ role, reachKind }) => ({ role, reach: reachKind })),
    })),
    invitations: invitations.map((row) => ({
      organization: row.organization_name,
      organizationId: encodeId('Organization', row.organization_id),
      email: row.email,
      role: row.role,
      reach: row.reach_kind,
      madeAt: row.created_at,
      expiresAt: row.expires_at,
      acceptedAt: row.accepted_at,
      revokedAt: row.revoked_at,
    })),
  };
}
