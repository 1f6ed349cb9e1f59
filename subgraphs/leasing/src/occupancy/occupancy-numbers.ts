import { defineLoader, type RoomContext } from '@propertea/chassis/graph';
import { type Money, totalsOf } from '@propertea/kernel';
import { dayAt } from '../days.js';
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
  /** Null for all of them together. */
  companyId: string | null;
  rentable: number;
  occupied: number;
  reserved: number;
  blocked: number;
  scheduled: string | null;
  contract: string | null;
  lost: string | null;
}

type PricedRow = Row & { currency: string };

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
  scope: OccupancyScope,
  group?: Group,
): Promise<PricedRow[]> {
  const em = await context.em();
  const companies = await em.execute<{ id: string; currency: string }[]>(
    'select id, currency from leasing.companies where organization_id = (select app.organization_id())',
  );
  const currencies = new Map(companies.map(({ id, currency }) => [id, currency]));
  const [only, ...others] = new Set(currencies.values());
  // Companies are told apart by their currencies, and mostly there is one.
  const by = group ?? (others.length > 0 ? 'company_id' : undefined);
  const found: PricedRow[] = [];
  for (const { day, propertyIds } of await daysOf(context, on)) {
    const rows = await rowsOn(context, day, { ...scope, ofDay: propertyIds }, by);
    for (const row of rows) {
      const currency = row.companyId === null ? only : currencies.get(row.companyId);
      if (currency) found.push({ ...row, currency });
    }
  }
  return found;
}

interface DayOf {
  day: string;
  /** The properties where it is that day; null where it is so at all of them. */
  propertyIds: string[] | null;
}

/** The day that was asked for, or what day it is where: mostly the same at all properties. */
async function daysOf(context: RoomContext, on: string | null | undefined): Promise<DayOf[]> {
  if (on) return [{ day: on, propertyIds: null }];
  const now = context.services.clock.now();
  const em = await context.em();
  const properties = await em.execute<{ id: string; timeZone: string | null }[]>(
    `select id, time_zone as "timeZone" from leasing.properties where organization_id = (select app.organization_id())`,
  );
  const byDay = groupBy(properties, (property) => dayAt(now, property));
  if (byDay.size <= 1) return [...byDay.keys()].map((day) => ({ day, propertyIds: null }));
  return [...byDay].map(([day, at]) => ({ day, propertyIds: at.map(({ id }) => id) }));
}

/** What is known of a unit on a day, each a bit: adding bits up is much cheaper than comparing words. */
const UNIT = 1;
const CAN_BE_LET = 2;
const LEASE = 4;
const BLOCK = 8;
/** Of a lease that reserves and has not run out; the hold alone may stand a little longer. */
const RESERVED = 16;

/**
 * Adds to the units what holds them and what for, by grouping instead of joining: under row-level
 * security the planner takes any organization for an average one and would look each unit of a large one up by itself.
 */
async function rowsOn(
  context: RoomContext,
  day: string,
  { companyIds, propertyIds, ofDay }: OccupancyScope & { ofDay: string[] | null },
  group?: Group,
): Promise<Row[]> {
  const em = await context.em();
  const now = context.services.clock.now();
  const lists = { company_id: [companyIds], property_id: [propertyIds, ofDay] };
  const within = (alias: string) => {
    const reach = reachSql(context.identity, alias);
    const parts = [reach.sql];
    const parameters = [...reach.parameters];
    for (const [column, some] of Object.entries(lists)) {
      for (const ids of some) {
        if (!ids) continue;
        parts.push(`${alias}.${column} = any (?::uuid[])`);
        parameters.push(`{${ids.join(',')}}`);
      }
    }
    return { sql: parts.join(' and '), parameters };
  };
  const columns = group ? `${group} as part, company_id,` : '';
  const [units, held] = [within('u'), within('o')];
  return em.execute<Row[]>(
    /* sql */ `
    with by_unit as (
      select ${columns} bit_or(marks) as marks, max(base) as base, max(rent) as rent
      from (
        select u.company_id, u.property_id, u.id as unit_id,
          case when u.rentable_from > ?::date then ${UNIT} else ${UNIT | CAN_BE_LET} end as marks,
          u.base_rent_minor as base, null::bigint as rent
        from leasing.rentable_units u where ${units.sql} and (u.retired_on is null or u.retired_on > ?::date)
        union all
        select o.company_id, o.property_id, o.unit_id,
          case o.kind when 'LEASE' then ${LEASE} when 'BLOCK' then ${BLOCK}
            else case when o.reserved_until > ? then ${RESERVED} else 0 end end,
          null, case o.kind when 'LEASE' then o.rent_minor end
        from leasing.occupancies o
        where ${held.sql} and o.starts_on <= ?::date and (o.ends_before is null or o.ends_before > ?::date)
      ) parts group by ${group ? `${group}, company_id,` : ''} unit_id
    )
    select ${group ? 'part as "of", company_id' : 'null as "of", null'} as "companyId", count(*)::int as rentable,
      count(*) filter (where marks & ${LEASE} > 0)::int as occupied,
      count(*) filter (where marks & ${RESERVED} > 0)::int as reserved,
      count(*) filter (where marks & ${BLOCK} > 0)::int as blocked,
      sum(base)::text as scheduled, sum(rent)::text as contract, sum(base - coalesce(rent, 0))::text as lost
    from by_unit where marks & ${UNIT} > 0 and marks & ${CAN_BE_LET | LEASE} > 0
    ${group ? 'group by 1, 2 order by 2' : ''}`,
    [day, ...units.parameters, day, now, ...held.parameters, day, day],
  );
}

function numbersOf(rows: readonly PricedRow[]): OccupancyNumbers {
  const sum = (field: 'rentable' | 'occupied' | 'reserved' | 'blocked') =>
    rows.reduce((total, row) => total + row[field], 0);
  const money = (field: 'scheduled' | 'contract' | 'lost'): Money[] =>
    totalsOf(
      rows.flatMap(({ currency, [field]: amount }) =>
        amount === null ? [] : [{ amountMinor: Number(amount), currency }],
      ),
    );
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
