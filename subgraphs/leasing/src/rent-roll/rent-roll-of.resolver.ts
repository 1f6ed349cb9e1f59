import {
  After,
  First,
  LocalDate,
  type RoomContext,
  type SortDirection,
  toSort,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CompanyObject } from '../company/company.type.js';
import { PropertyObject } from '../property/property.type.js';
import { rentableUnitSorts, unitsByCode } from '../rentable-unit/list-rentable-units.js';
import { RentableUnitSortArg } from '../rentable-unit/rentable-unit-list.type.js';
import { rentRollOf } from './rent-roll-of.js';
import { RentRollConnection } from './rent-roll.type.js';

export const AsOfArg = (): ParameterDecorator =>
  Arg('asOf', () => LocalDate, {
    nullable: true,
    description: 'On which day; today at each property unless given.',
  }) as ParameterDecorator;

@Resolver(() => PropertyObject)
export class PropertyRentRollResolver {
  @FieldResolver(() => RentRollConnection, {
    nullable: true,
    description: 'Every unit of it on a day: who rents it, and for how much.',
  })
  rentRoll(
    @Root() { id }: { id: string },
    @AsOfArg() asOf: string | null,
    @First() first: number,
    @After() after: string | null,
    @RentableUnitSortArg() sort: { field: string; direction: SortDirection } | null,
    @Ctx() context: RoomContext,
  ) {
    const order = toSort(sort, unitsByCode, rentableUnitSorts);
    return rentRollOf(context, 'Property', id, { first, after, sort: order }, asOf ?? null);
  }
}

@Resolver(() => CompanyObject)
export class CompanyRentRollResolver {
  @FieldResolver(() => RentRollConnection, {
    nullable: true,
    description: 'Every unit of it on a day: who rents it, and for how much.',
  })
  rentRoll(
    @Root() { id }: { id: string },
    @AsOfArg() asOf: string | null,
    @First() first: number,
    @After() after: string | null,
    @RentableUnitSortArg() sort: { field: string; direction: SortDirection } | null,
    @Ctx() context: RoomContext,
  ) {
    const order = toSort(sort, unitsByCode, rentableUnitSorts);
    return rentRollOf(context, 'Company', id, { first, after, sort: order }, asOf ?? null);
  }
}
