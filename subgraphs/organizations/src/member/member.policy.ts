import { demand } from '@propertea/chassis/graph';
import type { Identity } from '@propertea/kernel';

/** Members, grants and invitations are the administrators' business. */
export function demandAdministrator(identity: Identity): void {
  demand(identity, ['ORGANIZATION_ADMIN']);
}
