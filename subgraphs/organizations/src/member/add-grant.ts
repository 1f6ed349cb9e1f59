import { organizationOf } from '@propertea/chassis/graph';
import { defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { grantChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { Grant } from './grant.entity.js';
import { lockMember } from './lock-member.js';
import { demandAdministrator } from './member.policy.js';
import { grantInput, readReach } from './reach-input.js';

export const addGrant = defineCommand({
  name: 'addGrant',
  input: z.object({ memberId: idOf('Member') }).and(grantInput),
  async run({ input, em, identity, audit, emit }) {
    const organizationId = organizationOf(identity);
    const member = await lockMember(em, organizationId, input.memberId);
    if (!member) throw notFound('Member', 'memberId');
    demandAdministrator(identity);
    const reach = await readReach(em, organizationId, input);
    const grant = Grant.give(member, input.role, reach);
    em.persist(grant);
    member.grantsChanged();
    audit(grant, 'grant.added');
    emit(grantChanged, member, { ...member.fact(), grantsVersion: member.grantsVersion });
    return { memberId: member.id };
  },
});
