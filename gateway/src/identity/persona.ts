import { decodeId, grantsWithin } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import { organizationNotFound, viewAsNotFound } from './faults.js';
import type { Access, Membership, ViewAs } from './memberships.js';

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

/**
 * The same person with the eyes of another member: for reading only, with what of that member's grants
 * lies within their own. Throws `Fault('NOT_FOUND')` unless they began it here and it is not over.
 */
export function seeAs(own: Identity, id: string, view: ViewAs | undefined, now: Date): Identity {
  const { persona, subject, organizationId } = own;
  const isTheirs =
    persona === 'STAFF' && view?.viewerId === subject && view?.organizationId === organizationId;
  if (!view || !isTheirs || view.endsAt <= now) throw viewAsNotFound();
  return {
    ...own,
    grants: grantsWithin(view.grants, own.grants),
    readOnly: true,
    viewAs: { id, memberId: view.memberId },
  };
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
