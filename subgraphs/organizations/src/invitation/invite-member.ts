import { organizationOf } from '@propertea/chassis/graph';
import { defineCommand } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { z } from 'zod';
import { demandAdministrator } from '../member/member.policy.js';
import { grantInput, readReach } from '../member/reach-input.js';
import { Invitation } from './invitation.entity.js';

const email = z
  .string()
  .max(254, { error: 'Use at most 254 characters.', abort: true })
  .pipe(z.email('Use an e-mail address.'))
  .transform((text) => text.toLowerCase());

export const inviteMember = defineCommand({
  name: 'inviteMember',
  input: z.object({ email }).and(grantInput),
  async run({ input, em, identity, now, audit }) {
    const organizationId = organizationOf(identity);
    demandAdministrator(identity);
    const members = await em.execute<{ user_id: string }[]>(
      `select p.user_id from organizations.people p join organizations.members m using (user_id)
       where m.organization_id = ? and p.email = ? and p.is_email_verified`,
      [organizationId, input.email],
    );
    if (members.length > 0) {
      throw new DomainError(
        'ALREADY_MEMBER',
        'This person is already a member of the organization.',
        { path: ['input', 'email'] },
      );
    }
    const reach = await readReach(em, organizationId, input);
    const offer = { email: input.email, role: input.role, reach, invitedBy: identity.subject };
    const { invitation, token } = Invitation.make(organizationId, offer, now);
    em.persist(invitation);
    audit(invitation, 'invitation.created');
    return { invitationId: invitation.id, token };
  },
});
