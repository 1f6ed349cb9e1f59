import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { keysetPage, type Sort } from '@propertea/chassis/store';
import {
  comparable,
  idsByWord,
  nothing,
  oneOf,
  oneOfIds,
  retirement,
  sqlCondition,
} from '../list/conditions.js';
import type { ListArguments } from '../list/nested-connections.js';
import { searchWords } from '../list/search-words.js';
import { withinReach } from '../reach.js';
import { Property } from './property.entity.js';
import type { PropertyFilter } from './property.type.js';

export const propertiesByName = { field: 'name', direction: 'ASC' } as const;

/** The properties within the caller's reach that the filter lets through. */
export function propertyConditions(
  context: RoomContext,
  filter: PropertyFilter | null | undefined,
): FilterQuery<Property> {
  const words = searchWords(filter?.search);
  const conditions: FilterQuery<Property>[] = [
    withinReach(context.identity, 'id'),
    ...retirement<Property>(filter?.isRetired),
    ...oneOfIds<Property>('companyId', 'Company', filter?.companyIds),
    ...oneOf<Property>('type', filter?.types),
    ...(words?.length === 0 ? [nothing<Property>()] : []),
    ...(words ?? []).map((word) =>
      sqlCondition<Property>((alias) => `${alias}.id = any (${idsByWord('Property')})`, [word]),
    ),
  ];
  if (filter?.city) conditions.push({ citySearch: comparable('city', filter.city).toLowerCase() });
  if (filter?.postalCode)
    conditions.push({ postalCode: comparable('postalCode', filter.postalCode) });
  return { $and: conditions };
}

export async function listProperties(
  context: RoomContext,
  { first, after, filter, sort }: ListArguments<PropertyFilter>,
): Promise<Connection<Property>> {
  const page = await keysetPage(await context.em(), Property, {
    where: propertyConditions(context, filter),
    sort: sort as Sort<keyof Property & string>,
    page: { first, after: after ?? null },
  });
  return toConnection(page);
}
