import { defineLoader } from '@propertea/chassis/graph';
import { groupBy } from '../list/group-by.js';
import { calendarOf, type Span } from './calendar.js';
import { reachSql } from './reach-sql.js';

/** A unit between two days, the second one not included. */
export interface UnitCalendar {
  unitId: string;
  from: string;
  before: string;
}

interface Row {
  unitId: string;
  retiredOn: string | null;
  held: Span[];
}

/** The calendars of units: one statement for all units of the same days. */
export const calendarOfUnit = defineLoader<UnitCalendar, Span[]>(
  async (context, keys) => {
    const em = await context.em();
    const reach = reachSql(context.identity, 'u');
    const now = context.services.clock.now();
    const found = new Map<string, Span[]>();
    for (const [days, ofDays] of groupBy(keys, ({ from, before }) => `${from} ${before}`)) {
      const [from = '', before = ''] = days.split(' ');
      const rows = await em.execute<Row[]>(
        /* sql */ `
        select u.id as "unitId", u.retired_on as "retiredOn", coalesce(jsonb_agg(jsonb_build_object(
            'state', case o.kind when 'LEASE' then 'OCCUPIED' when 'BLOCK' then 'BLOCKED' else 'RESERVED' end,
            'startsOn', o.starts_on, 'endsBefore', o.ends_before, 'leaseId', o.lease_id, 'blockId', o.block_id)
          order by o.starts_on) filter (where o.id is not null and (l.id is null or l.reserved_until > ?)), '[]') as held
        from leasing.rentable_units u
        left join leasing.occupancies o on o.organization_id = u.organization_id and o.unit_id = u.id
          and o.starts_on < ?::date and (o.ends_before is null or o.ends_before > ?::date)
        left join leasing.leases l on o.kind = 'RESERVATION' and l.organization_id = o.organization_id and l.id = o.lease_id
        where ${reach.sql} and u.id = any (?::uuid[])
        group by u.organization_id, u.id`,
        [
          now,
          before,
          from,
          ...reach.parameters,
          `{${ofDays.map(({ unitId }) => unitId).join(',')}}`,
        ],
      );
      for (const { unitId, retiredOn, held } of rows) {
        found.set(keyOf({ unitId, from, before }), calendarOf(from, before, held, retiredOn));
      }
    }
    return keys.map((key) => found.get(keyOf(key)) ?? null);
  },
  { cacheKey: keyOf },
);

function keyOf({ unitId, from, before }: UnitCalendar): string {
  return `${unitId} ${from} ${before}`;
}
