import { leaseActivated } from '@propertea/schema/events';
import { Lease } from '../lease/lease.entity.js';
import { LeaseState } from '../terms.js';
import { partiesOf, type PropertyScope, writeStep } from './property-scope.js';

/** Signed leases whose first day has come are active (R24). */
export async function startLeases(scope: PropertyScope): Promise<void> {
  const { em, journal, organizationId, propertyId, day } = scope;
  const leases = await em.find(
    Lease,
    { organizationId, propertyId, state: LeaseState.FUTURE, startsOn: { $lte: day } },
    { orderBy: { startsOn: 'asc', id: 'asc' } },
  );
  const partiesIn = await partiesOf(scope, leases);
  for (const lease of leases) {
    lease.activate(day);
    journal.audit(lease, 'lease.activated');
    journal.emit(leaseActivated, lease, lease.fact(partiesIn(lease)));
  }
  if (leases.length > 0) await writeStep(scope);
}
