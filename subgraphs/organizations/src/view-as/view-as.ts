import { organizationOf, personOf } from '@propertea/chassis/graph';
import { defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { Member } from '../member/member.entity.js';
import { demandAdministrator } from '../member/member.policy.js';
import { reason } from '../text.js';
import { ViewAs } from './view-as.entity.js';

export const viewAs = defineCommand({
  name: 'viewAs',
  input: z.object({ memberId: idOf('Member'), reason }),
  async run({ input, em, identity, now, audit }) {
    const organizationId = organizationOf(identity);
    const member = await em.findOne(Member, { organizationId, id: input.memberId });
    if (!member) throw notFound('Member', 'memberId');
    demandAdministrator(identity);
    const begun = ViewAs.begin(personOf(identity), member, input.reason || null, now);
    em.persist(begun);
    // In the member's own history, where they look for who looked.
    audit(member, 'member.viewed-as', { reason: begun.reason });
    return { viewAsId: begun.id };
  },
});
