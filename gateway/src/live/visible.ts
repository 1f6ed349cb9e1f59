import type { Grant, Identity } from '@propertea/kernel';
import type { LiveEvent } from './live-event.js';

/**
 * Whether somebody may know of an event: of their own organization only, and where one of their grants, of
 * whichever role, reaches the place that its data names. What names no place is for those who reach everything.
 */
export function isVisible(event: LiveEvent, identity: Identity): boolean {
  return (
    identity.persona === 'STAFF' &&
    event.organizationId === identity.organizationId &&
    identity.grants.some((grant) => reaches(grant, event.data))
  );
}

function reaches({ reach }: Grant, data: LiveEvent['data']): boolean {
  switch (reach.kind) {
    case 'organization':
      return true;
    case 'company':
      return data['companyId'] === reach.companyId;
    case 'property':
      return data['propertyId'] === reach.propertyId;
  }
}
