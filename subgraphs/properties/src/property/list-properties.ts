import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, type RoomContext, toConnection } from '@propertea/chassis/graph';
import { keysetPage, type Sort } from '@propertea/chassis/store';
import {
  comparable,
  oneOf,
  oneOfIds,
  presence,
  retirement,
  sqlCondition,
} from '../list/conditions.js';
import { propertiesByWord } from '../list/id-sets.js';
import type { ListArguments } from '../list/nested-connections.js';
import { propertyReadings } from '../list/reference.js';
import { type Searchable, searched } from '../list/search.js';
import { withinReach } from '../reach.js';
import { Property } from './property.entity.js';
import type { PropertyFilter } from './property.type.js';

export const propertiesByName = { field: 'name', direction: 'ASC' } as const;

/** Properties by which the values of PropertySortField sort, where they have another name. */
export const propertySorts = { COMPANY: 'byCompany' } as const;

/** The properties within the caller's reach that the filter lets through. */
export async function propertyConditions(
  context: RoomContext,
  filter: PropertyFilter | null | undefined,
): Promise<FilterQuery<Property>> {
  const conditions: FilterQuery<Property>[] = [
    withinReach(context.identity, 'id'),
    ...retirement<Property>(filter?.isRetired),
    ...oneOfIds<Property>('companyId', 'Company', filter?.companyIds),
    ...oneOf<Property>('type', filter?.types),
    ...presence<Property>('latitude', filter?.hasCoordinates),
  ];
  if (typeof filter?.hasUnits === 'boolean')
    conditions.push({ unitCount: filter.hasUnits ? { $gt: 0 } : 0 });
  if (filter?.city) conditions.push({ citySearch: comparable('city', filter.city).toLowerCase() });
  if (filter?.postalCode)
    conditions.push({ postalCode: comparable('postalCode', filter.postalCode) });
  return searched(context, searchable, conditions, filter?.search);
}

function wordCondition(_word: string, [ids]: readonly string[]): FilterQuery<Property> {
  return sqlCondition((alias) => `${alias}.id = any (?::uuid[])`, [ids]);
}

const searchable: Searchable<Property> = {
  entity: Property,
  readings: propertyReadings,
  wordSets: (word) => [propertiesByWord(word)],
  wordCondition,
};

export async function listProperties(
  context: RoomContext,
  { first, after, filter, sort }: ListArguments<PropertyFilter>,
): Promise<Connection<Property>> {
  const page = await keysetPage(await context.em(), Property, {
    where: await propertyConditions(context, filter),
    sort: sort as Sort<keyof Property & string>,
    page: { first, after: after ?? null },
  });
  return toConnection(page);
}
