import {
  After,
  AtMost,
  First,
  Internal,
  Public,
  type RoomContext,
  type SortDirection,
  toSort,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AddressObject } from '../address/address.type.js';
import { AuditEntryConnection, historyOf } from '../history.js';
import { propertyById } from '../property/property.loader.js';
import { PropertyObject } from '../property/property.type.js';
import { unitsByCode, unitSorts } from '../unit/list-units.js';
import { effectiveAddress, unitsOfBuilding } from '../unit/unit.loader.js';
import { UnitConnection, UnitFilter, UnitFilterArg, UnitSortArg } from '../unit/unit.type.js';
import type { Building } from './building.entity.js';
import { buildingById, unitCountOfBuilding, unitCountsByEntrance } from './building.loader.js';
import {
  BuildingConnection,
  BuildingFilter,
  BuildingFilterArg,
  BuildingObject,
  BuildingSortArg,
  EntranceObject,
} from './building.type.js';
import { buildingsByCode, listBuildings } from './list-buildings.js';

type SortArgument = { field: string; direction: SortDirection } | null;

@Resolver(() => BuildingObject)
export class BuildingResolver {
  @Public()
  @Query(() => BuildingObject, { nullable: true, description: 'A building of the organization.' })
  building(
    @Arg('id', () => ID, { description: 'Which building.' }) id: string,
    @Ctx() context: RoomContext,
  ): Promise<Building | null> {
    void context.organizationId;
    return context.loadById(buildingById, 'Building', id);
  }

  @Public()
  @Query(() => BuildingConnection, {
    nullable: true,
    description: 'The buildings of the organization within the reach of the caller.',
  })
  buildings(
    @First() first: number,
    @After() after: string | null,
    @BuildingFilterArg() filter: BuildingFilter | null,
    @BuildingSortArg() sort: SortArgument,
    @Ctx() context: RoomContext,
  ) {
    return listBuildings(context, { first, after, filter, sort: toSort(sort, buildingsByCode) });
  }

  @FieldResolver(() => PropertyObject, { description: 'The property in which it stands.' })
  property(@Root() building: Building, @Ctx() context: RoomContext) {
    return context.load(propertyById, building.propertyId);
  }

  @FieldResolver(() => AddressObject, {
    description: 'Where mail goes: its own address, else that of the property.',
  })
  address(@Root() building: Building, @Ctx() context: RoomContext) {
    return effectiveAddress(context, building);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the address is its own and not that of the property.',
  })
  hasOwnAddress(@Root() building: Building): boolean {
    return building.address !== null;
  }

  @FieldResolver(() => Int, { description: 'How many live units it has.' })
  unitCount(@Root() building: Building, @Ctx() context: RoomContext) {
    return context.load(unitCountOfBuilding, building.id);
  }

  @AtMost(100)
  @FieldResolver(() => [EntranceObject], { description: 'Its entrances by code, at most 100.' })
  entrances(@Root() building: Building, @Ctx() context: RoomContext) {
    return building.entrances.map((entrance) => ({
      ...entrance,
      unitCount: async () =>
        (await context.load(unitCountsByEntrance, building.id))?.get(entrance.code) ?? 0,
    }));
  }

  @FieldResolver(() => UnitConnection, { description: 'Its units.' })
  units(
    @Root() building: Building,
    @First() first: number,
    @After() after: string | null,
    @UnitFilterArg() filter: UnitFilter | null,
    @UnitSortArg() sort: SortArgument,
    @Ctx() context: RoomContext,
  ) {
    const list = { first, after, filter, sort: toSort(sort, unitsByCode, unitSorts) };
    return context.load(unitsOfBuilding, { parentId: building.id, list });
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() building: Building,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Building', building.id, { first, after });
  }
}
