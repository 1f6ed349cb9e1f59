import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { keysetPage, type Sort } from '@propertea/chassis/store';
import { oneOf, oneOfIds, sqlCondition } from '../list/conditions.js';
import type { ListArguments } from '../list/nested-connections.js';
import { searchCondition } from '../list/search.js';
import { withinReach } from '../reach.js';
import { RentableUnit } from './rentable-unit.entity.js';
import type { RentableUnitFilter } from './rentable-unit-list.type.js';

export const unitsByCode = { field: 'code', direction: 'ASC' } as const;

/** Properties by which the values of RentableUnitSortField sort, where they have another name. */
export const rentableUnitSorts = { BASE_RENT: 'baseRentMinor' } as const;

/** The rentable units within the caller's reach that the filter lets through. */
export async function rentableUnitConditions(
  context: RoomContext,
  filter: RentableUnitFilter | null | undefined,
): Promise<FilterQuery<RentableUnit>> {
  const { propertyId, minBedrooms, maxBedrooms, isRetired = false } = filter ?? {};
  const bedrooms = {
    ...(typeof minBedrooms === 'number' && { $gte: minBedrooms }),
    ...(typeof maxBedrooms === 'number' && { $lte: maxBedrooms }),
  };
  const conditions: FilterQuery<RentableUnit>[] = [
    withinReach(context.identity),
    ...(isRetired === null ? [] : [{ retiredOn: isRetired ? { $ne: null } : null }]),
    ...oneOfIds<RentableUnit>('companyId', 'Company', filter?.companyIds),
    ...oneOfIds<RentableUnit>('propertyId', 'Property', propertyId ? [propertyId] : null),
    ...oneOf<RentableUnit>('category', filter?.categories),
    ...(Object.keys(bedrooms).length > 0 ? [{ bedrooms }] : []),
  ];
  if (filter?.availableOn) conditions.push(availableOn(filter.availableOn));
  const search = await searchCondition<RentableUnit>(context, filter?.search, {
    unitCode: 'code',
    propertyId: 'property_id',
  });
  if (search) conditions.push(search);
  return { $and: conditions };
}

/** Nothing holds it on that day, it was there and could be let. */
function availableOn(day: string): FilterQuery<RentableUnit> {
  return sqlCondition(
    (alias) => `(${alias}.rentable_from is null or ${alias}.rentable_from <= ?::date)
      and (${alias}.retired_on is null or ${alias}.retired_on > ?::date)
      and not exists (select from leasing.occupancies o where o.organization_id = ${alias}.organization_id
        and o.unit_id = ${alias}.id and o.starts_on <= ?::date and (o.ends_before is null or o.ends_before > ?::date))`,
    [day, day, day, day],
  );
}

export async function listRentableUnits(
  context: RoomContext,
  { first, after, filter, sort }: ListArguments<RentableUnitFilter>,
): Promise<Connection<RentableUnit>> {
  const page = await keysetPage(await context.em(), RentableUnit, {
    where: await rentableUnitConditions(context, filter),
    sort: sort as Sort<keyof RentableUnit & string>,
    page: { first, after: after ?? null },
  });
  return toConnection(page);
}
