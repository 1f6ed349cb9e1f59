import type { EntityManager } from '@mikro-orm/postgresql';
import { organizationOf } from '@propertea/chassis/graph';
import { type CommandScope, defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { memberRemoved } from '@propertea/schema/events';
import { z } from 'zod';
import { reason } from '../text.js';
import { keepAnAdministrator } from './administrators.js';
import { Grant } from './grant.entity.js';
import { lockMember } from './lock-member.js';
import type { Member } from './member.entity.js';
import { demandAdministrator } from './member.policy.js';

/** An administrator removes a member; a member may leave by removing themselves. */
export const removeMember = defineCommand({
  name: 'removeMember',
  input: z.object({ memberId: idOf('Member'), reason }),
  async run({ input, em, identity, audit, emit }) {
    const organizationId = organizationOf(identity);
    const member = await lockMember(em, organizationId, input.memberId);
    if (!member) throw notFound('Member', 'memberId');
    if (member.userId !== identity.subject) demandAdministrator(identity);
    const grants = await em.find(Grant, { organizationId, memberId: member.id });
    await keepAnAdministrator(em, organizationId, grants);
    endMembership(em, member, grants, { audit, emit }, input.reason);
    return { removedMemberId: member.id };
  },
});

/** Takes the member and their grants away, with history and fact. */
export function endMembership(
  em: EntityManager,
  member: Member,
  grants: readonly Grant[],
  { audit, emit }: Pick<CommandScope<unknown>, 'audit' | 'emit'>,
  why?: string | null,
): void {
  for (const grant of grants) {
    audit(grant, 'grant.removed', { reason: why });
    em.remove(grant);
  }
  audit(member, 'member.removed', { reason: why });
  emit(memberRemoved, member, member.fact());
  em.remove(member);
}
