import { demand, forbidden } from '@propertea/chassis/graph';
import type { Identity } from '@propertea/kernel';

/** Members, grants, invitations and API clients are the administrators' business, and no program's. */
export function demandAdministrator(identity: Identity): void {
  if (identity.persona === 'INTEGRATOR') throw forbidden();
  demand(identity, ['ORGANIZATION_ADMIN']);
}
