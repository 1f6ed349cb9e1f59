import { defineLoader, type RoomContext } from '@propertea/chassis/graph';
import type { Money } from '@propertea/kernel';
import { groupBy } from '../list/group-by.js';
import { reachSql } from './reach-sql.js';

/** R48: on any date occupied + vacant + blocked = rentable; a reserved unit is a vacant one. Money of a month. */
export interface OccupancyNumbers {
  rentable: number;
  occupied: number;
  vacant: number;
  reserved: number;
  blocked: number;
  /** What the units should bring, what their contracts do, and what is lost by that; one sum per currency. */
  scheduledRent: Money[];
  contractRent: Money[];
  lostRent: Money[];
}

interface Row {
  of: string | null;
  currency: string;
  rentable: number;
  occupied: number;
  reserved: number;
  blocked: number;
  scheduled: string | null;
  contract: string | null;
  lost: string | null;
}

/** Which units are counted: all within reach, or those of companies and of a property. */
export interface OccupancyScope {
  companyIds?: readonly string[] | null;
  propertyIds?: readonly string[] | null;
}

type Group = 'company_id' | 'property_id';

/** Units within the caller's reach on a day (today at each property where it is null), by company, property or all. */
async function rowsOf(
  context: RoomContext,
  on: string | null | undefined,
  { companyIds, propertyIds }: OccupancyScope,
  group?: Group,
): Promise<Row[]> {
  const em = await context.em();
  const reach = reachSql(context.identity, 'u');
  const now = context.services.clock.now();
  const within = [
    ...(companyIds ? ['and u.company_id = any (?::uuid[])'] : []),
    ...(propertyIds ? ['and u.property_id = any (?::uuid[])'] : []),
  ];
  const ids = [companyIds, propertyIds].flatMap((some) => (some ? [`{${some.join(',')}}`] : []));
  return em.execute<Row[]>(
    /* sql */ `
    select ${group ? `u.${group}` : 'null::uuid'} as "of", c.currency, count(*)::int as rentable,
      count(*) filter (where o.kind = 'LEASE')::int as occupied,
      count(*) filter (where o.kind = 'RESERVATION' and l.reserved_until > ?)::int as reserved,
      count(*) filter (where o.kind = 'BLOCK')::int as blocked,
      sum(u.base_rent_minor)::text as scheduled,
      sum(l.rent_minor) filter (where o.kind = 'LEASE')::text as contract,
      sum(u.base_rent_minor - case when o.kind = 'LEASE' then coalesce(l.rent_minor, 0) else 0 end)::text as lost
    from leasing.rentable_units u
    join leasing.companies c on c.organization_id = u.organization_id and c.id = u.company_id
    left join leasing.properties p on p.organization_id = u.organization_id and p.id = u.property_id
    cross join lateral (
      select coalesce(?::date, (?::timestamptz at time zone coalesce(p.time_zone, 'UTC'))::date) as today
    ) d
    left join leasing.occupancies o on o.organization_id = u.organization_id and o.unit_id = u.id
      and o.starts_on <= d.today and (o.ends_before is null or o.ends_before > d.today)
    left join leasing.leases l on l.organization_id = o.organization_id and l.id = o.lease_id
    where ${reach.sql} ${within.join(' ')} and (u.retired_on is null or u.retired_on > d.today)
      and (u.rentable_from is null or u.rentable_from <= d.today or o.kind = 'LEASE')
    group by 1, 2 order by 2`,
    [now, on ?? null, now, ...reach.parameters, ...ids],
  );
}

function numbersOf(rows: readonly Row[]): OccupancyNumbers {
  const sum = (field: 'rentable' | 'occupied' | 'reserved' | 'blocked') =>
    rows.reduce((total, row) => total + row[field], 0);
  const money = (field: 'scheduled' | 'contract' | 'lost'): Money[] =>
    rows.flatMap((row) => {
      const { currency, [field]: amount } = row;
      return amount === null ? [] : [{ amountMinor: Number(amount), currency }];
    });
  const [rentable, occupied, blocked] = [sum('rentable'), sum('occupied'), sum('blocked')];
  return {
    rentable,
    occupied,
    blocked,
    reserved: sum('reserved'),
    vacant: rentable - occupied - blocked,
    scheduledRent: money('scheduled'),
    contractRent: money('contract'),
    lostRent: money('lost'),
  };
}

export async function occupancyIn(
  context: RoomContext,
  on: string | null | undefined,
  scope: OccupancyScope,
): Promise<OccupancyNumbers> {
  return numbersOf(await rowsOf(context, on, scope));
}

interface Part {
  id: string;
  on: string | null | undefined;
}

/** The numbers of parts of a portfolio: one statement for all parts of one day; null where a part has no unit. */
function occupancyBy(group: Group) {
  return defineLoader<Part, OccupancyNumbers>(
    async (context, keys) => {
      const found = new Map<string, OccupancyNumbers>();
      for (const [on, parts] of groupBy(keys, (key) => key.on)) {
        const ids = parts.map(({ id }) => id);
        const scope = group === 'company_id' ? { companyIds: ids } : { propertyIds: ids };
        const rows = await rowsOf(context, on, scope, group);
        for (const [id, own] of groupBy(rows, (row) => row.of ?? '')) {
          found.set(`${id} ${on}`, numbersOf(own));
        }
      }
      return keys.map(({ id, on }) => found.get(`${id} ${on}`) ?? null);
    },
    { cacheKey: ({ id, on }) => `${id} ${on}` },
  );
}

export const occupancyOfCompany = occupancyBy('company_id');
export const occupancyOfProperty = occupancyBy('property_id');
