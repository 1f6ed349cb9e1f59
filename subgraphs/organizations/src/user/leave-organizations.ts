import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommandScope, Journal } from '@propertea/chassis/store';
import { keepAnAdministrator } from '../member/administrators.js';
import { Grant } from '../member/grant.entity.js';
import { Member } from '../member/member.entity.js';
import { endMembership } from '../member/remove-member.js';

interface Options {
  reason: string;
  /** Refuse where an organization would be left without an administrator. */
  keepAdministrators: boolean;
}

/** Ends all memberships of `app.user_id()`, organization by organization, in the worker's transaction. */
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
    const member = await em.findOneOrFail(Member, { id });
    const grants = await em.find(Grant, { organizationId, memberId: id });
    if (keepAdministrators) await keepAnAdministrator(em, organizationId, grants);
    endMembership(em, member, grants, scope, reason);
    await em.flush();
    await journal.write();
  }
  await em.execute('delete from organizations.people where user_id = app.user_id()');
}
