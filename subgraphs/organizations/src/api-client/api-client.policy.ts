import { reaches } from '@propertea/chassis/graph';
import type { Identity } from '@propertea/kernel';

/** Who sees and manages API clients: administrators of the whole organization, and no program. */
export function mayManage(identity: Identity): boolean {
  return identity.persona !== 'INTEGRATOR' && reaches(identity, ['ORGANIZATION_ADMIN']);
}
