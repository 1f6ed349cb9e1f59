import { organizationOf, personOf } from '@propertea/chassis/graph';
import { defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { Member } from '../member/member.entity.js';
import { ViewAs } from './view-as.entity.js';

/** Ends the caller's own view as another member; one that is over stays as it is. */
export const endViewAs = defineCommand({
  name: 'endViewAs',
  input: z.object({ viewAsId: idOf('ViewAs') }),
  readersToo: true,
  async run({ input, em, identity, now, audit }) {
    const organizationId = organizationOf(identity);
    const own = { organizationId, id: input.viewAsId, viewerId: personOf(identity) };
    const found = await em.findOne(ViewAs, own);
    if (!found) throw notFound('ViewAs', 'viewAsId');
    if (!found.isOverAt(now)) {
      found.end(now);
      const member = await em.findOneOrFail(Member, { organizationId, id: found.memberId });
      audit(member, 'member.view-as-ended');
    }
    return { viewAsId: found.id };
  },
});
