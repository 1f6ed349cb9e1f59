import { defineLoader } from '@propertea/chassis/graph';
import { groupBy } from '../list/group-by.js';
import { UnitAvailabilityState } from '../terms.js';
import { reachSql } from './reach-sql.js';

/** A unit on a day; null is today at its property. */
export interface UnitOnDay {
  unitId: string;
  on: string | null | undefined;
}

/** What holds a unit on a day. */
export interface UnitStanding {
  state: UnitAvailabilityState;
  /** The signed lease that does. */
  leaseId: string | null;
}

interface Row extends UnitStanding {
  unitId: string;
}

/** What holds units on a day: one statement for all units of one day. A reservation that is over holds nothing. */
export const standingOfUnit = defineLoader<UnitOnDay, UnitStanding>(
  async (context, keys) => {
    const em = await context.em();
    const reach = reachSql(context.identity, 'u');
    const now = context.services.clock.now();
    const found = new Map<string, UnitStanding>();
    for (const [on, ofDay] of groupBy(keys, (key) => key.on)) {
      const rows = await em.execute<Row[]>(
        /* sql */ `
        select u.id as "unitId", case when u.retired_on <= d.today then 'RETIRED' when o.kind = 'LEASE' then 'OCCUPIED'
            when o.kind = 'BLOCK' then 'BLOCKED' when l.reserved_until > ? then 'RESERVED' else 'VACANT' end as state,
          case when o.kind = 'LEASE' then o.lease_id end as "leaseId"
        from leasing.rentable_units u
        left join leasing.properties p on p.organization_id = u.organization_id and p.id = u.property_id
        cross join lateral (
          select coalesce(?::date, (?::timestamptz at time zone coalesce(p.time_zone, 'UTC'))::date) as today
        ) d
        left join leasing.occupancies o on o.organization_id = u.organization_id and o.unit_id = u.id
          and o.starts_on <= d.today and (o.ends_before is null or o.ends_before > d.today)
        left join leasing.leases l on o.kind = 'RESERVATION' and l.organization_id = o.organization_id and l.id = o.lease_id
        where ${reach.sql} and u.id = any (?::uuid[])`,
        [
          now,
          on ?? null,
          now,
          ...reach.parameters,
          `{${ofDay.map(({ unitId }) => unitId).join(',')}}`,
        ],
      );
      for (const { unitId, ...standing } of rows) found.set(keyOf({ unitId, on }), standing);
    }
    return keys.map((key) => found.get(keyOf(key)) ?? null);
  },
  { cacheKey: keyOf },
);

function keyOf({ unitId, on }: UnitOnDay): string {
  return `${unitId} ${on}`;
}
