import {
  After,
  First,
  Internal,
  Public,
  type RoomContext,
  type SortDirection,
  toSort,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { AddressObject } from '../address/address.type.js';
import { buildingById } from '../building/building.loader.js';
import { BuildingObject } from '../building/building.type.js';
import { AuditEntryConnection, historyOf } from '../history.js';
import { propertyById } from '../property/property.loader.js';
import { PropertyObject } from '../property/property.type.js';
import { listUnits, unitsByCode, unitSorts } from './list-units.js';
import type { Unit } from './unit.entity.js';
import { effectiveAddress, referenceOf, unitById } from './unit.loader.js';
import { UnitConnection, UnitFilter, UnitFilterArg, UnitObject, UnitSortArg } from './unit.type.js';

@Resolver(() => UnitObject)
export class UnitResolver {
  @Public()
  @Query(() => UnitObject, { nullable: true, description: 'A unit of the organization.' })
  unit(
    @Arg('id', () => ID, { description: 'Which unit.' }) id: string,
    @Ctx() context: RoomContext,
  ): Promise<Unit | null> {
    void context.organizationId;
    return context.loadById(unitById, 'Unit', id);
  }

  @Public()
  @Query(() => UnitConnection, {
    nullable: true,
    description: 'The units of the organization within the reach of the caller.',
  })
  units(
    @First() first: number,
    @After() after: string | null,
    @UnitFilterArg() filter: UnitFilter | null,
    @UnitSortArg() sort: { field: string; direction: SortDirection } | null,
    @Ctx() context: RoomContext,
  ) {
    return listUnits(context, { first, after, filter, sort: toSort(sort, unitsByCode, unitSorts) });
  }

  @FieldResolver(() => String, {
    description: 'How people name it: Company-Property-Building-Unit by their codes.',
  })
  reference(@Root() unit: Unit, @Ctx() context: RoomContext): Promise<string> {
    return referenceOf(context, unit);
  }

  @FieldResolver(() => AddressObject, {
    description: 'Where mail goes: its own address, else that of the building, of the property.',
  })
  address(@Root() unit: Unit, @Ctx() context: RoomContext) {
    return effectiveAddress(context, unit);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the address is its own and not inherited.',
  })
  hasOwnAddress(@Root() unit: Unit): boolean {
    return unit.address !== null;
  }

  @FieldResolver(() => PropertyObject, { description: 'The property to which it belongs.' })
  property(@Root() unit: Unit, @Ctx() context: RoomContext) {
    return context.load(propertyById, unit.propertyId);
  }

  @FieldResolver(() => BuildingObject, {
    nullable: true,
    description: 'The building in which it lies; a house lies in none.',
  })
  building(@Root() unit: Unit, @Ctx() context: RoomContext) {
    return unit.buildingId ? context.load(buildingById, unit.buildingId) : null;
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() unit: Unit,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Unit', unit.id, { first, after });
  }
}
