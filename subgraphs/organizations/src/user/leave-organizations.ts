import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommandScope, Journal } from '@propertea/chassis/store';
import { Invitation } from '../invitation/invitation.entity.js';
import { keepAnAdministrator } from '../member/administrators.js';
import { Grant } from '../member/grant.entity.js';
import { lockMember } from '../member/lock-member.js';
import { endMembership } from '../member/remove-member.js';

interface Options {
  reason: string;
  /** Refuse where an organization would be left without an administrator. */
  keepAdministrators: boolean;
}

/**
 * Ends all memberships of `app.user_id()` and forgets the invitations to them, organization by
 * organization, in the worker's transaction.
 */
export async function leaveOrganizations(
  em: EntityManager,
  journal: Journal,
  scope: Pick<CommandScope<unknown>, 'audit' | 'emit'>,
  { reason, keepAdministrators }: Options,
): Promise<void> {
  const own = await em.execute<{ organization_id: string; id: string }[]>(
    'select id, organization_id from organizations.own_memberships()',
  );
  for (const { id, organization_id: organizationId } of own) {
    await journal.enter(organizationId);
    const member = await lockMember(em, organizationId, id);
    if (!member) continue;
    const grants = await em.find(Grant, { organizationId, memberId: id });
    if (keepAdministrators) await keepAnAdministrator(em, organizationId, grants);
    endMembership(em, member, grants, scope, reason);
    await em.flush();
    await journal.write();
  }
  await forgetInvitations(em, journal, scope, reason);
}

/** Deletes the invitations that were made to the person's verified address or accepted by them. */
async function forgetInvitations(
  em: EntityManager,
  journal: Journal,
  { audit }: Pick<CommandScope<unknown>, 'audit'>,
  reason: string,
): Promise<void> {
  const own = await em.execute<{ organization_id: string; id: string }[]>(
    'select id, organization_id from organizations.own_invitations()',
  );
  for (const { id, organization_id: organizationId } of own) {
    await journal.enter(organizationId);
    const invitation = await em.findOneOrFail(Invitation, { organizationId, id });
    audit(invitation, 'invitation.erased', { reason });
    em.remove(invitation);
    await em.flush();
    await journal.write();
  }
}
