import { organizationOf } from '@propertea/chassis/graph';
import { defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { grantChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { keepAnAdministrator } from './administrators.js';
import { Grant } from './grant.entity.js';
import { lockMember } from './lock-member.js';
import { demandAdministrator } from './member.policy.js';

export const removeGrant = defineCommand({
  name: 'removeGrant',
  input: z.object({ grantId: idOf('Grant') }),
  async run({ input, em, identity, audit, emit }) {
    const organizationId = organizationOf(identity);
    const wanted = { organizationId, id: input.grantId };
    const seen = await em.findOne(Grant, wanted, { disableIdentityMap: true });
    const member = seen && (await lockMember(em, organizationId, seen.memberId));
    // Behind the lock: somebody may have taken it away in the meantime.
    const grant = member && (await em.findOne(Grant, wanted));
    if (!grant) throw notFound('Grant', 'grantId');
    demandAdministrator(identity);
    await keepAnAdministrator(em, organizationId, [grant]);
    audit(grant, 'grant.removed');
    em.remove(grant);
    member.grantsChanged();
    emit(grantChanged, member, { ...member.fact(), grantsVersion: member.grantsVersion });
    return { memberId: member.id };
  },
});
