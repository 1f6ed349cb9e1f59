import { HoldOverConflict } from '../hold-over/hold-over-conflict.entity.js';
import { lockUnits, recordAvailability } from '../occupancy/availability.js';
import { type PropertyScope, writeStep } from './property-scope.js';

interface Held {
  leaseId: string;
  unitId: string;
  /** Where what holds the unit next is a signed lease. */
  nextLeaseId: string | null;
  isExtended: boolean;
}

/**
 * Leases at will hold their units on, without an end or up to what holds them next. Where that is a signed lease
 * the two are a conflict, recorded once for the office to settle (R25).
 */
export async function holdOver(scope: PropertyScope): Promise<void> {
  const { em, journal, organizationId, propertyId, now } = scope;
  const limited = await em.execute<{ unitId: string }[]>(
    /* sql */ `
    select o.unit_id as "unitId" from leasing.leases l
    join leasing.occupancies o on o.organization_id = l.organization_id and o.lease_id = l.id
    where l.organization_id = ? and l.property_id = ? and l.state = 'AT_WILL' and l.ended_before is null
      and o.ends_before is not null`,
    [organizationId, propertyId],
  );
  if (limited.length === 0) return;
  const unitIds = limited.map(({ unitId }) => unitId);
  await lockUnits(em, organizationId, unitIds, now);
  const held = await extend(scope);
  const changed = held.filter(({ isExtended }) => isExtended).map(({ unitId }) => unitId);
  await recordAvailability(em, journal, organizationId, changed, now);
  await recordConflicts(scope, held);
  await writeStep(scope);
}

function extend({ em, organizationId, propertyId }: PropertyScope): Promise<Held[]> {
  return em.execute<Held[]>(
    /* sql */ `
    with held as (
      select o.id, o.ends_before, n.starts_on as next_starts_on, n.lease_id as next_lease_id
      from leasing.leases l
      join leasing.occupancies o on o.organization_id = l.organization_id and o.lease_id = l.id
      left join lateral (
        select starts_on, case when kind = 'LEASE' then lease_id end as lease_id from leasing.occupancies
        where organization_id = o.organization_id and unit_id = o.unit_id and starts_on >= o.ends_before
        order by starts_on limit 1
      ) n on true
      where l.organization_id = ? and l.property_id = ? and l.state = 'AT_WILL' and l.ended_before is null
        and o.ends_before is not null
    )
    update leasing.occupancies o set ends_before = h.next_starts_on from held h
    where o.organization_id = ? and o.id = h.id
    returning o.lease_id as "leaseId", o.unit_id as "unitId", h.next_lease_id as "nextLeaseId",
      h.next_starts_on is distinct from h.ends_before as "isExtended"`,
    [organizationId, propertyId, organizationId],
  );
}

async function recordConflicts(
  { em, journal, organizationId, day }: PropertyScope,
  held: readonly Held[],
): Promise<void> {
  const met = held.filter(({ nextLeaseId }) => nextLeaseId !== null);
  if (met.length === 0) return;
  const atWillLeaseId = { $in: met.map(({ leaseId }) => leaseId) };
  const known = await em.find(HoldOverConflict, { organizationId, atWillLeaseId });
  const pairs = new Set(known.map((pair) => `${pair.atWillLeaseId} ${pair.futureLeaseId}`));
  for (const { leaseId, unitId, nextLeaseId } of met) {
    if (nextLeaseId === null || pairs.has(`${leaseId} ${nextLeaseId}`)) continue;
    const conflict = Object.assign(new HoldOverConflict(), {
      organizationId,
      unitId,
      atWillLeaseId: leaseId,
      futureLeaseId: nextLeaseId,
      recordedOn: day,
    });
    em.persist(conflict);
    journal.audit(conflict, 'hold-over.recorded');
  }
}
