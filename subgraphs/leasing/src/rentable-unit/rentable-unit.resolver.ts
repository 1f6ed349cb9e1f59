import {
  After,
  AtMost,
  First,
  Internal,
  LocalDate,
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
import { currentLeaseOf } from '../lease/current-lease.js';
import { leasesOfUnit } from '../lease/lease.loader.js';
import { LeaseConnection } from '../lease/lease-list.type.js';
import { LeaseObject } from '../lease/lease.type.js';
import { leasesByStart } from '../lease/list-leases.js';
import { moneyOf } from '../money.js';
import { calendarOfUnit } from '../occupancy/calendar.loader.js';
import { calendarDays, MAX_PERIODS } from '../occupancy/calendar-days.js';
import { OnArg } from '../occupancy/occupancy.resolver.js';
import { AvailabilityPeriodObject } from '../occupancy/occupancy.type.js';
import { standingOfUnit } from '../occupancy/standing.loader.js';
import { PropertyObject } from '../property/property.type.js';
import { UnitAvailabilityState } from '../terms.js';
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

  @FieldResolver(() => UnitAvailabilityState, {
    nullable: true,
    description: 'What holds it on a day.',
  })
  async availability(
    @Root() { id }: RentableUnit,
    @OnArg() on: string | null,
    @Ctx() context: RoomContext,
  ) {
    return (await context.load(standingOfUnit, { unitId: id, on }))?.state ?? null;
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: 'From when on nothing holds it any more; absent where no end is in sight.',
  })
  availableFrom(@Root() { availableFrom }: RentableUnit) {
    return availableFrom;
  }

  @AtMost(MAX_PERIODS)
  @FieldResolver(() => [AvailabilityPeriodObject], {
    nullable: true,
    description:
      'What holds it from one day to another, without a gap; up to five years, and 100 periods.',
  })
  async calendar(
    @Root() { id }: RentableUnit,
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDate, { description: 'The last day.' }) to: string,
    @Ctx() context: RoomContext,
  ) {
    const days = calendarDays(from, to);
    return (
      (await context.load(calendarOfUnit, { unitId: id, ...days }))?.slice(0, MAX_PERIODS) ?? null
    );
  }

  @FieldResolver(() => LeaseObject, {
    nullable: true,
    description: 'The lease that holds it today.',
  })
  currentLease(@Root() { id }: RentableUnit, @Ctx() context: RoomContext) {
    return currentLeaseOf(context, id);
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
