import type { EntityManager } from '@mikro-orm/postgresql';
import type { Journal } from '@propertea/chassis/store';
import { unitAvailabilityChanged } from '@propertea/schema/events';
import { endsOnOf } from '../days.js';
import type { OccupancyKind } from '../terms.js';

/** Locks units until the end of the transaction, in one order for everybody, and ends reservations that are over. */
export async function lockUnits(
  em: EntityManager,
  organizationId: string,
  unitIds: readonly string[],
  now: Date,
): Promise<void> {
  const ids = `{${[...new Set(unitIds)].join(',')}}`;
  await em.execute(
    `select id from leasing.rentable_units where organization_id = ? and id = any (?::uuid[]) order by id for update`,
    [organizationId, ids],
  );
  await em.execute(
    /* sql */ `
    delete from leasing.occupancies o using leasing.leases l
    where o.organization_id = ? and o.unit_id = any (?::uuid[]) and o.kind = 'RESERVATION'
      and l.organization_id = o.organization_id and l.id = o.lease_id and l.reserved_until <= ?`,
    [organizationId, ids, now],
  );
}

interface Row {
  id: string;
  organizationId: string;
  companyId: string;
  propertyId: string;
  isRetired: boolean;
  availableFrom: string | null;
  baseRentMinor: string | null;
  sequence: number;
  periods: { kind: OccupancyKind; startsOn: string; endsBefore: string | null }[];
}

const MAX_PERIODS = 100;

/**
 * Call it after what holds units has changed, or what they should cost: keeps from when on they are free
 * and publishes `unit.availability-changed` for each, in two statements for any number of units.
 */
export async function recordAvailability(
  em: EntityManager,
  journal: Journal,
  organizationId: string,
  unitIds: readonly string[],
  now: Date,
): Promise<void> {
  if (unitIds.length === 0) return;
  const rows = await em.execute<Row[]>(
    /* sql */ `
    with days as (
      select u.id, (?::timestamptz at time zone coalesce(p.time_zone, 'UTC'))::date as today
      from leasing.rentable_units u
      left join leasing.properties p on p.organization_id = u.organization_id and p.id = u.property_id
      where u.organization_id = ? and u.id = any (?::uuid[])
    ), held as (
      select d.id, bool_or(o.ends_before is null) as is_open, max(o.ends_before) as until,
        coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'startsOn', o.starts_on, 'endsBefore', o.ends_before)
          order by o.starts_on) filter (where o.ends_before is null or o.ends_before > d.today), '[]') as periods
      from days d join leasing.occupancies o on o.organization_id = ? and o.unit_id = d.id
      group by d.id
    )
    update leasing.rentable_units u set availability_version = u.availability_version + 1,
      available_from = case when u.retired_on is not null or h.is_open then null
        else greatest(h.until, u.rentable_from, (u.created_at at time zone 'UTC')::date) end
    from days d left join held h on h.id = d.id
    where u.organization_id = ? and u.id = d.id
    returning u.id, u.organization_id as "organizationId", u.company_id as "companyId", u.property_id as "propertyId",
      u.retired_on is not null as "isRetired", u.available_from as "availableFrom", u.base_rent_minor as "baseRentMinor",
      u.availability_version as sequence, coalesce(h.periods, '[]') as periods`,
    [now, organizationId, `{${unitIds.join(',')}}`, organizationId, organizationId],
  );
  for (const { id, sequence, baseRentMinor, periods, ...place } of rows) {
    journal.factRow(unitAvailabilityChanged, id, sequence, {
      unitId: id,
      ...place,
      baseRentMinor: baseRentMinor === null ? null : Number(baseRentMinor),
      periods: periods.slice(0, MAX_PERIODS).map(({ kind, startsOn, endsBefore }) => ({
        kind,
        startsOn,
        endsOn: endsOnOf(endsBefore),
      })),
    });
  }
}
