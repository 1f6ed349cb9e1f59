import { personOf } from '@propertea/chassis/graph';
import { workerSession, defineCommand, sessionFor } from '@propertea/chassis/store';
import { Fault, newId } from '@propertea/kernel';
import { organizationCreated } from '@propertea/schema/events';
import { z } from 'zod';
import { join } from '../member/join.js';
import { nameOf } from '../text.js';
import { Organization } from './organization.entity.js';

export const organizationName = nameOf('organization');

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
    const subject = personOf(identity);
    return sessionFor(room, { ...identity, subject, persona: 'STAFF', organizationId });
  },
  async run({ input, em, identity, audit, emit }) {
    const organization = Organization.register(input.organizationId, input.name);
    em.persist(organization);
    audit(organization, 'organization.registered');
    await em.flush();
    emit(organizationCreated, organization, {
      organizationId: organization.id,
      name: organization.name,
    });
    if (identity.subject && (identity.persona === 'PERSON' || identity.persona === 'STAFF')) {
      await join({ em, audit, emit }, organization.id, identity.subject, {
        role: 'ORGANIZATION_ADMIN',
        reach: { kind: 'organization' },
      });
    }
    // The caller does not stand in the new organization yet, so it could not be read back.
    return { organization };
  },
});
