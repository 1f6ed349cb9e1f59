import { workerSession, defineCommand, sessionFor } from '@propertea/chassis/store';
import { Fault, newId } from '@propertea/kernel';
import { memberAdded, organizationCreated } from '@propertea/schema/events';
import { z } from 'zod';
import { Grant } from '../member/grant.entity.js';
import { Member } from '../member/member.entity.js';
import { Organization } from './organization.entity.js';

export const organizationName = z
  .string()
  .trim()
  .min(1, 'Give the organization a name.')
  .max(200, 'Use at most 200 characters.');

/**
 * A person registers an organization and becomes its administrator. An operator's or the platform's
 * registration has no member until somebody is added.
 */
export const registerOrganization = defineCommand({
  name: 'registerOrganization',
  input: z
    .object({ name: organizationName })
    .transform((input) => ({ ...input, organizationId: newId() })),
  session: ({ organizationId }, identity, room) => {
    if (identity.persona === 'ANONYMOUS') throw new Fault('UNAUTHENTICATED', 'Sign in first.');
    if (identity.persona === 'OPERATOR' || identity.persona === 'SYSTEM') {
      return workerSession(room, organizationId);
    }
    return sessionFor(room, { ...identity, persona: 'STAFF', organizationId });
  },
  async run({ input, em, identity, audit, emit }) {
    const organization = Organization.register(input.organizationId, input.name);
    em.persist(organization);
    await em.flush();
    audit(organization, 'organization.registered');
    emit(organizationCreated, organization, {
      organizationId: organization.id,
      name: organization.name,
    });
    if (identity.subject && (identity.persona === 'PERSON' || identity.persona === 'STAFF')) {
      const member = Member.join(organization.id, identity.subject);
      em.persist(member);
      await em.flush();
      em.persist(Grant.give(member, 'ORGANIZATION_ADMIN', { kind: 'organization' }));
      audit(member, 'member.added');
      emit(memberAdded, member, member.fact());
    }
    // The caller does not stand in the new organization yet, so it could not be read back.
    return { organization };
  },
});
