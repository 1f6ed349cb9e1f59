import { organizationOf } from '@propertea/chassis/graph';
import { defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { demandAdministrator } from '../member/member.policy.js';
import { Invitation } from './invitation.entity.js';

export const revokeInvitation = defineCommand({
  name: 'revokeInvitation',
  input: z.object({ invitationId: idOf('Invitation') }),
  async run({ input, em, identity, now, audit }) {
    const organizationId = organizationOf(identity);
    const invitation = await em.findOne(Invitation, { id: input.invitationId, organizationId });
    if (!invitation) throw notFound('Invitation', 'invitationId');
    demandAdministrator(identity);
    invitation.revoke(now);
    audit(invitation, 'invitation.revoked');
    return { invitationId: invitation.id };
  },
});
