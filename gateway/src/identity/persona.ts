import { decodeId } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import { organizationNotFound } from './faults.js';
import type { Access, Membership } from './memberships.js';

/**
 * In which capacity a user acts: staff of the organization that the request names, or of the only one
 * they belong to; otherwise an operator of the platform, or a person. `organization` is the prefixed
 * id of the request. Throws `Fault('NOT_FOUND')` for an organization that is not theirs.
 */
export function actAs(userId: string, access: Access, organization: string | undefined): Identity {
  if (organization !== undefined) {
    const id = decodeId('Organization', organization);
    const membership = id && access.memberships.find(({ organizationId }) => organizationId === id);
    if (!membership) throw organizationNotFound();
    return staff(userId, access, membership);
  }
  if (access.isOperator)
    return { ...person(userId, access), persona: 'OPERATOR', scopes: ['operator'] };
  const [only, ...others] = access.memberships;
  return only && others.length === 0 ? staff(userId, access, only) : person(userId, access);
}

function staff(userId: string, access: Access, membership: Membership): Identity {
  return {
    ...person(userId, access),
    persona: 'STAFF',
    organizationId: membership.organizationId,
    grants: membership.grants,
  };
}

function person(userId: string, access: Access): Identity {
  return {
    subject: userId,
    persona: 'PERSON',
    organizationId: null,
    grants: [],
    grantsVersion: access.grantsVersion,
    scopes: [],
  };
}
