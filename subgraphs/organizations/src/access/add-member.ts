import { defineCommand } from '@propertea/chassis/store';
import { Fault } from '@propertea/kernel';
import { grantChanged, memberAdded } from '@propertea/schema/events';
import { z } from 'zod';
import { Grant } from '../member/grant.entity.js';
import { Member } from '../member/member.entity.js';
import { grantInput, readReach } from '../member/reach-input.js';

/** Adds a member with a role, as the platform does for accounts it makes itself; repeatable. */
export const addMember = defineCommand({
  name: 'addMember',
  input: z.object({ userId: z.uuid() }).and(grantInput),
  async run({ input, em, identity, audit, emit }) {
    const { organizationId } = identity;
    if (!organizationId) throw new Fault('BAD_USER_INPUT', 'The assertion names no organization.');
    const { userId, role } = input;
    let member = await em.findOne(Member, { organizationId, userId });
    if (!member) {
      member = Member.join(organizationId, userId);
      em.persist(member);
      await em.flush();
      audit(member, 'member.added');
      emit(memberAdded, member, member.fact());
    }
    const grant = Grant.give(member, role, await readReach(em, input));
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
