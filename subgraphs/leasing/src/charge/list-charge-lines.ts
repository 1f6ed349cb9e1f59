import { nestedConnections } from '../list/nested-connections.js';
import { ChargeLine } from './charge-line.entity.js';

export const linesByDueDay = { field: 'dueOn', direction: 'DESC' } as const;

/** The lines of leases that the caller sees already. */
export const linesOfLease = nestedConnections<ChargeLine, null>({
  entity: ChargeLine,
  parent: { property: 'leaseId', column: 'lease_id' },
  where: () => ({}),
});
