import { personOf } from '@propertea/chassis/graph';
import { awaitArrival, defineCommand, sessionFor } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { memberAdded } from '@propertea/schema/events';
import { z } from 'zod';
import { Grant } from '../member/grant.entity.js';
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
    await journal.enter(invitation.organizationId);
    invitation.accept(now);
    const { organizationId } = invitation;
    const known = await em.findOne(Member, { organizationId, userId });
    if (known)
      throw new DomainError('ALREADY_MEMBER', 'You are already a member of this organization.', {
        path: ['input', 'token'],
      });
    const member = Member.join(organizationId, userId);
    em.persist(member);
    await em.flush();
    em.persist(Grant.give(member, invitation.role, invitation.reach));
    audit(invitation, 'invitation.accepted');
    audit(member, 'member.added');
    emit(memberAdded, member, member.fact());
    return { organizationId };
  },
});
