import { personOf } from '@propertea/chassis/graph';
import { awaitArrival, defineCommand, sessionFor } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { z } from 'zod';
import { join } from '../member/join.js';
import { Member } from '../member/member.entity.js';
import { Person } from '../user/person.entity.js';
import { Invitation } from './invitation.entity.js';

/**
 * A signed-in person with the invited, verified e-mail address becomes a member. The token opens its
 * own invitation to row-level security; from there on the transaction stands in its organization.
 */
export const acceptInvitation = defineCommand({
  name: 'acceptInvitation',
  input: z.object({ token: z.string().max(200, 'This is not the token of an invitation.') }),
  session: ({ token }, identity, room) => {
    personOf(identity);
    const session = sessionFor(room, { ...identity, persona: 'STAFF', organizationId: null });
    return {
      ...session,
      variables: { ...session.variables, 'app.token_hash': Invitation.hash(token) },
    };
  },
  async run({ input, em, identity, now, audit, emit, journal }) {
    const userId = personOf(identity);
    const invitation = await em.findOne(Invitation, { tokenHash: Invitation.hash(input.token) });
    if (!invitation) {
      throw new DomainError('NOT_FOUND', 'Invitation not found.', { path: ['input', 'token'] });
    }
    const person = await awaitArrival(userId, () => em.findOne(Person, { userId }));
    if (!person?.isEmailVerified || person.email !== invitation.email) {
      throw new DomainError(
        'INVITATION_FOR_ANOTHER',
        'This invitation was made for another e-mail address. Sign in with that address, verified, or ask for a new invitation.',
        { path: ['input', 'token'] },
      );
    }
    const { organizationId, role, reach } = invitation;
    await journal.enter(organizationId);
    invitation.accept(userId, now);
    const known = await em.findOne(Member, { organizationId, userId });
    if (known)
      throw new DomainError('ALREADY_MEMBER', 'You are already a member of this organization.', {
        path: ['input', 'token'],
      });
    audit(invitation, 'invitation.accepted');
    await join({ em, audit, emit }, organizationId, userId, { role, reach });
    return { organizationId };
  },
});
