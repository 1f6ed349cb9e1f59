import { organizationOf } from '@propertea/chassis/graph';
import { defineCommand } from '@propertea/chassis/store';
import { grantChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { Grant } from '../member/grant.entity.js';
import { join } from '../member/join.js';
import { Member } from '../member/member.entity.js';
import { grantInput, readReach } from '../member/reach-input.js';

/** Adds a member with a role, as the platform does for accounts it makes itself; repeatable. */
export const addMember = defineCommand({
  name: 'addMember',
  input: z.object({ userId: z.uuid() }).and(grantInput),
  async run({ input, em, identity, audit, emit }) {
    const organizationId = organizationOf(identity);
    const { userId, role } = input;
    const reach = await readReach(em, organizationId, input);
    const member = await em.findOne(Member, { organizationId, userId });
    if (!member) {
      const joined = await join({ em, audit, emit }, organizationId, userId, { role, reach });
      return { memberId: joined.id };
    }
    const grant = Grant.give(member, role, reach);
    const { reachKind, companyId, propertyId, memberId } = grant;
    const known = await em.findOne(Grant, {
      organizationId,
      memberId,
      role,
      reachKind,
      companyId,
      propertyId,
    });
    if (!known) {
      em.persist(grant);
      member.grantsChanged();
      audit(grant, 'grant.added');
      emit(grantChanged, member, { ...member.fact(), grantsVersion: member.grantsVersion });
    }
    return { memberId: member.id };
  },
});
