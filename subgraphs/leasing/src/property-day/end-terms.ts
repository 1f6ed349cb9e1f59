import { leaseEnded } from '@propertea/schema/events';
import { Lease } from '../lease/lease.entity.js';
import { LeaseState } from '../terms.js';
import { partiesOf, type PropertyScope, writeStep } from './property-scope.js';
import { renewedOf } from './renewed-of.js';

/**
 * A fixed term that is over without notice: expired where its renewal is signed (R27), at will otherwise; then it
 * is charged until the tenant moves out (R26).
 */
export async function endTerms(scope: PropertyScope): Promise<void> {
  const { em, journal, organizationId, propertyId, day } = scope;
  const leases = await em.find(
    Lease,
    {
      organizationId,
      propertyId,
      state: LeaseState.ACTIVE,
      endsBefore: { $lte: day },
      endedBefore: null,
    },
    { orderBy: { endsBefore: 'asc', id: 'asc' } },
  );
  if (leases.length === 0) return;
  const partiesIn = await partiesOf(scope, leases);
  const renewed = await renewedOf(scope, leases);
  for (const lease of leases) {
    if (renewed.has(lease.id)) {
      lease.end(LeaseState.EXPIRED);
      journal.audit(lease, 'lease.ended');
      journal.emit(leaseEnded, lease, lease.fact(partiesIn(lease)));
    } else {
      lease.goOnAtWill(day);
      journal.audit(lease, 'lease.went-on-at-will');
    }
  }
  await writeStep(scope);
}
