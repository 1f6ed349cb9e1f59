import { leaseEnded } from '@propertea/schema/events';
import { creditUnusedCharges } from '../charge/credit-unused-charges.js';
import { Lease } from '../lease/lease.entity.js';
import { lockUnits, recordAvailability } from '../occupancy/availability.js';
import { LeaseState } from '../terms.js';
import { partiesOf, type PropertyScope, writeStep } from './property-scope.js';
import { renewedOf } from './renewed-of.js';

const { ACTIVE, NOTICE_GIVEN, AT_WILL, EXPIRED, TERMINATED } = LeaseState;

/**
 * The day after the last one of a notice, a termination or a move-out the lease is over, and holds its unit no
 * longer (R24, R25). One whose renewal is signed has expired.
 */
export async function endLeases(scope: PropertyScope): Promise<void> {
  const { em, journal, organizationId, propertyId, day } = scope;
  const leases = await em.find(
    Lease,
    {
      organizationId,
      propertyId,
      state: { $in: [ACTIVE, NOTICE_GIVEN, AT_WILL] },
      endedBefore: { $lte: day },
    },
    { orderBy: { endedBefore: 'asc', id: 'asc' } },
  );
  if (leases.length === 0) return;
  const partiesIn = await partiesOf(scope, leases);
  const renewed = await renewedOf(scope, leases);
  for (const lease of leases) {
    lease.end(lease.state === ACTIVE && renewed.has(lease.id) ? EXPIRED : TERMINATED);
    journal.audit(lease, 'lease.ended');
    journal.emit(leaseEnded, lease, lease.fact(partiesIn(lease)));
  }
  await em.flush();
  await endHoldings(scope, leases);
  // What was charged ahead before the end was known is given back (R29).
  for (const lease of leases) {
    await creditUnusedCharges(scope, lease, lease.endedBefore ?? scope.day, 'The lease ended.');
  }
  await writeStep(scope);
}

/** Cuts what the leases hold of their units where that goes on behind their end. */
async function endHoldings(
  { em, journal, organizationId, now }: PropertyScope,
  leases: readonly Lease[],
): Promise<void> {
  await lockUnits(em, organizationId, unitsOf(leases), now);
  const cut = await em.execute<{ unitId: string }[]>(
    /* sql */ `
    update leasing.occupancies o set ends_before = l.ended_before from leasing.leases l
    where o.organization_id = ? and o.lease_id = any (?::uuid[]) and l.organization_id = o.organization_id
      and l.id = o.lease_id and o.starts_on < l.ended_before and (o.ends_before is null or o.ends_before > l.ended_before)
    returning o.unit_id as "unitId"`,
    [organizationId, `{${leases.map(({ id }) => id).join(',')}}`],
  );
  await recordAvailability(em, journal, organizationId, unitsOf(cut), now);
}

function unitsOf(of: readonly { unitId: string }[]): string[] {
  return of.map(({ unitId }) => unitId);
}
