import {
  After,
  First,
  Internal,
  Money,
  Public,
  type RoomContext,
  type SortDirection,
  toSort,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BlockConnection } from '../block/block.type.js';
import { blocksByStart, blocksOfUnit } from '../block/list-blocks.js';
import { companyCopyById } from '../company/company.loader.js';
import { CompanyObject } from '../company/company.type.js';
import { AuditEntryConnection, historyOf } from '../history.js';
import { leasesOfUnit } from '../lease/lease.loader.js';
import { LeaseConnection } from '../lease/lease-list.type.js';
import { leasesByStart } from '../lease/list-leases.js';
import { moneyOf } from '../money.js';
import { PropertyObject } from '../property/property.type.js';
import { UnitObject } from '../unit/unit.type.js';
import { listRentableUnits, rentableUnitSorts, unitsByCode } from './list-rentable-units.js';
import type { RentableUnit } from './rentable-unit.entity.js';
import { rentableUnitById } from './rentable-unit.loader.js';
import {
  RentableUnitConnection,
  RentableUnitFilter,
  RentableUnitFilterArg,
  RentableUnitSortArg,
} from './rentable-unit-list.type.js';
import { RentableUnitObject } from './rentable-unit.type.js';

@Resolver(() => RentableUnitObject)
export class RentableUnitResolver {
  @Public()
  @Query(() => RentableUnitObject, { nullable: true, description: 'A unit as it is let.' })
  rentableUnit(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() context: RoomContext,
  ): Promise<RentableUnit | null> {
    void context.organizationId;
    return context.loadById(rentableUnitById, 'RentableUnit', id);
  }

  @Public()
  @Query(() => RentableUnitConnection, {
    nullable: true,
    description: 'The units as they are let, within the reach of the caller.',
  })
  rentableUnits(
    @First() first: number,
    @After() after: string | null,
    @RentableUnitFilterArg() filter: RentableUnitFilter | null,
    @RentableUnitSortArg() sort: { field: string; direction: SortDirection } | null,
    @Ctx() context: RoomContext,
  ) {
    const order = toSort(sort, unitsByCode, rentableUnitSorts);
    return listRentableUnits(context, { first, after, filter, sort: order });
  }

  @FieldResolver(() => UnitObject, { nullable: true, description: 'The unit as it physically is.' })
  unit(@Root() { id }: RentableUnit) {
    return { id };
  }

  @FieldResolver(() => PropertyObject, {
    nullable: true,
    description: 'The property in which it lies.',
  })
  property(@Root() { propertyId }: RentableUnit) {
    return { id: propertyId };
  }

  @FieldResolver(() => CompanyObject, {
    nullable: true,
    description: 'The company to which it belongs.',
  })
  company(@Root() { companyId }: RentableUnit) {
    return { id: companyId };
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it should cost a month; absent where nothing was said.',
  })
  async baseRent(@Root() unit: RentableUnit, @Ctx() context: RoomContext) {
    if (unit.baseRentMinor === null) return null;
    const company = await context.load(companyCopyById, unit.companyId);
    return company && moneyOf(unit.baseRentMinor, company.currency);
  }

  @FieldResolver(() => LeaseConnection, {
    nullable: true,
    description: 'All leases of the unit, the earliest first.',
  })
  leases(
    @Root() { id }: RentableUnit,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    const list = { first, after, filter: null, sort: leasesByStart };
    return context.load(leasesOfUnit, { parentId: id, list });
  }

  @FieldResolver(() => BlockConnection, {
    nullable: true,
    description: 'The times in which it is or was kept from being let, the earliest first.',
  })
  blocks(
    @Root() { id }: RentableUnit,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    const list = { first, after, filter: null, sort: blocksByStart };
    return context.load(blocksOfUnit, { parentId: id, list });
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() { id }: RentableUnit,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'RentableUnit', id, { first, after });
  }
}
