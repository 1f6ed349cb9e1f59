import { defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { grantChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { keepAnAdministrator } from './administrators.js';
import { Grant } from './grant.entity.js';
import { Member } from './member.entity.js';
import { demandAdministrator } from './member.policy.js';

export const removeGrant = defineCommand({
  name: 'removeGrant',
  input: z.object({ grantId: idOf('Grant') }),
  async run({ input, em, identity, audit, emit }) {
    const grant = await em.findOne(Grant, { id: input.grantId });
    if (!grant) throw notFound('Grant', 'grantId');
    demandAdministrator(identity);
    await keepAnAdministrator(em, grant.organizationId, [grant]);
    const member = await em.findOneOrFail(Member, { id: grant.memberId });
    audit(grant, 'grant.removed');
    em.remove(grant);
    member.grantsChanged();
    emit(grantChanged, member, { ...member.fact(), grantsVersion: member.grantsVersion });
    return { memberId: member.id };
  },
});
