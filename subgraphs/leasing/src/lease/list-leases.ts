import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { keysetPage, type Sort } from '@propertea/chassis/store';
import { endsBeforeOf } from '../days.js';
import { nothing, oneOf, oneOfIds, presence, sqlCondition } from '../list/conditions.js';
import type { ListArguments } from '../list/nested-connections.js';
import { searchCondition } from '../list/search.js';
import { between } from '../list/window.js';
import { Lease } from './lease.entity.js';
import { visibleLeases } from './lease.policy.js';
import type { LeaseFilter } from './lease-list.type.js';

export const leasesByAge = { field: 'createdAt', direction: 'DESC' } as const;

export const leasesByStart = { field: 'startsOn', direction: 'ASC' } as const;

/** Properties by which the values of LeaseSortField sort, where they have another name. */
export const leaseSorts = { ENDS_ON: 'endsBefore', RENT: 'rentMinor', UNIT: 'unitCode' } as const;

/** The leases within the caller's reach that the filter lets through. */
export async function leaseConditions(
  context: RoomContext,
  filter: LeaseFilter | null | undefined,
): Promise<FilterQuery<Lease>> {
  const { propertyId, unitId } = filter ?? {};
  const conditions: FilterQuery<Lease>[] = [
    visibleLeases(context.identity) ?? nothing<Lease>(),
    ...oneOf<Lease>('state', filter?.states),
    ...oneOfIds<Lease>('companyId', 'Company', filter?.companyIds),
    ...oneOfIds<Lease>('propertyId', 'Property', propertyId ? [propertyId] : null),
    ...oneOfIds<Lease>('unitId', 'Unit', unitId ? [unitId] : null),
    ...between<Lease>('startsOn', filter?.startsFrom, filter?.startsUntil),
    ...lastDayBetween(filter?.endsFrom, filter?.endsUntil),
    ...presence<Lease>('notice', filter?.hasNotice),
  ];
  const search = await searchCondition<Lease>(context, filter?.search, {
    unitCode: 'unit_code',
    propertyId: 'property_id',
    leaseId: 'id',
  });
  if (search) conditions.push(search);
  return { $and: conditions };
}

/** By the day on which a lease really ends: by notice or agreement, else by its term. */
function lastDayBetween(from?: string | null, until?: string | null): FilterQuery<Lease>[] {
  if (!from && !until) return [];
  const range = [endsBeforeOf(from) ?? '-infinity', endsBeforeOf(until) ?? 'infinity'];
  return [
    sqlCondition(
      (alias) =>
        `coalesce(${alias}.ended_before, ${alias}.ends_before) between ?::date and ?::date`,
      range,
    ),
  ];
}

export async function listLeases(
  context: RoomContext,
  { first, after, filter, sort }: ListArguments<LeaseFilter>,
): Promise<Connection<Lease>> {
  void context.organizationId;
  const page = await keysetPage(await context.em(), Lease, {
    where: await leaseConditions(context, filter),
    sort: sort as Sort<keyof Lease & string>,
    page: { first, after: after ?? null },
  });
  return toConnection(page);
}

const newestFirst = { field: 'startsOn', direction: 'DESC' } as const;

/** The leases of the person who asks, over all organizations, the latest first. */
export async function ownLeases(
  context: RoomContext,
  page: { first: number; after: string | null },
): Promise<Connection<Lease>> {
  const where = visibleLeases(context.identity) ?? nothing<Lease>();
  return toConnection(
    await keysetPage(await context.em(), Lease, { where, sort: newestFirst, page }),
  );
}
