import { lockUnits, recordAvailability } from '../occupancy/availability.js';
import { type PropertyScope, writeStep } from './property-scope.js';

/** Frees units that were reserved until now for leases which nobody signed (R25). They can still be signed. */
export async function endReservations(scope: PropertyScope): Promise<void> {
  const { em, journal, organizationId, propertyId, now } = scope;
  const expired = await em.execute<{ leaseId: string; unitId: string; reservedUntil: Date }[]>(
    /* sql */ `
    select o.lease_id as "leaseId", o.unit_id as "unitId", l.reserved_until as "reservedUntil"
    from leasing.occupancies o
    join leasing.leases l on l.organization_id = o.organization_id and l.id = o.lease_id
    where o.organization_id = ? and o.property_id = ? and o.kind = 'RESERVATION' and l.reserved_until <= ?
    order by o.lease_id`,
    [organizationId, propertyId, now],
  );
  if (expired.length === 0) return;
  const unitIds = expired.map(({ unitId }) => unitId);
  await lockUnits(em, organizationId, unitIds, now);
  await recordAvailability(em, journal, organizationId, unitIds, now);
  for (const { leaseId, reservedUntil } of expired) {
    journal.auditRow({
      aggregate_type: 'Lease',
      aggregate_id: leaseId,
      action: 'lease.reservation-expired',
      before: { reservedUntil },
      after: {},
    });
  }
  await writeStep(scope);
}
