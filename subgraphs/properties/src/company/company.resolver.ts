import {
  After,
  type Connection,
  First,
  type RoomContext,
  type SortDirection,
  toSort,
} from '@propertea/chassis/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { propertiesByName, propertySorts } from '../property/list-properties.js';
import type { Property } from '../property/property.entity.js';
import { propertiesOfCompany } from '../property/property.loader.js';
import {
  PropertyConnection,
  PropertyFilter,
  PropertyFilterArg,
  PropertySortArg,
} from '../property/property.type.js';
import type { Company } from './company.entity.js';
import { CompanyObject } from './company.type.js';

@Resolver(() => CompanyObject)
export class CompanyResolver {
  @FieldResolver(() => PropertyConnection, {
    nullable: true,
    description: 'Its properties within the reach of the caller.',
  })
  properties(
    @Root() company: Company,
    @First() first: number,
    @After() after: string | null,
    @PropertyFilterArg() filter: PropertyFilter | null,
    @PropertySortArg() sort: { field: string; direction: SortDirection } | null,
    @Ctx() context: RoomContext,
  ): Promise<Connection<Property> | null> {
    const list = { first, after, filter, sort: toSort(sort, propertiesByName, propertySorts) };
    return context.load(propertiesOfCompany, { parentId: company.id, list });
  }
}
