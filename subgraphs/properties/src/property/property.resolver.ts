import {
  AtMost,
  After,
  Authenticated,
  CacheControl,
  Costs,
  CurrencyCode,
  First,
  Internal,
  type Payload,
  Public,
  type RoomContext,
  type SortDirection,
  toSort,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { buildingsOfProperty } from '../building/building.loader.js';
import {
  BuildingConnection,
  BuildingFilter,
  BuildingFilterArg,
  BuildingSortArg,
} from '../building/building.type.js';
import { buildingsByCode } from '../building/list-buildings.js';
import { companyArrival, companyById } from '../company/company.loader.js';
import { CompanyObject } from '../company/company.type.js';
import { AuditEntryConnection, historyOf } from '../history.js';
import { unitsByCode, unitSorts } from '../unit/list-units.js';
import { unitsOfProperty } from '../unit/unit.loader.js';
import {
  UnitCategoryCountObject,
  UnitConnection,
  UnitFilter,
  UnitFilterArg,
  UnitSortArg,
} from '../unit/unit.type.js';
import { changeProperty } from './change-property.js';
import { createProperty } from './create-property.js';
import { listPoints } from './list-points.js';
import { listProperties, propertiesByName, propertySorts } from './list-properties.js';
import {
  ChangePropertyInput,
  ChangePropertyPayload,
  CreatePropertyInput,
  CreatePropertyPayload,
  RestorePropertyInput,
  RestorePropertyPayload,
  RetirePropertyInput,
  RetirePropertyPayload,
} from './property-commands.type.js';
import type { Property } from './property.entity.js';
import { PropertyPointsObject } from './property-points.type.js';
import { propertyById, unitCountsOfProperty } from './property.loader.js';
import {
  PropertyConnection,
  PropertyFilter,
  PropertyFilterArg,
  PropertyObject,
  PropertySortArg,
} from './property.type.js';
import { restoreProperty } from './restore-property.js';
import { retireProperty } from './retire-property.js';

type SortArgument = { field: string; direction: SortDirection } | null;
type PropertyPayload = Promise<Payload<{ property: Property | null }>>;

const reload =
  (context: RoomContext) =>
  async ({ id }: Property) => ({ property: await context.load(propertyById, id) });

@Resolver(() => PropertyObject)
export class PropertyResolver {
  @Public()
  @Query(() => PropertyObject, { nullable: true, description: 'A property of the organization.' })
  property(
    @Arg('id', () => ID, { description: 'Which property.' }) id: string,
    @Ctx() context: RoomContext,
  ): Promise<Property | null> {
    void context.organizationId;
    return context.loadById(propertyById, 'Property', id);
  }

  @Public()
  @Query(() => PropertyConnection, {
    nullable: true,
    description: 'The properties of the organization within the reach of the caller.',
  })
  properties(
    @First() first: number,
    @After() after: string | null,
    @PropertyFilterArg() filter: PropertyFilter | null,
    @PropertySortArg() sort: SortArgument,
    @Ctx() context: RoomContext,
  ) {
    return listProperties(context, {
      first,
      after,
      filter,
      sort: toSort(sort, propertiesByName, propertySorts),
    });
  }

  @Costs(50)
  @Public()
  @Query(() => PropertyPointsObject, {
    nullable: true,
    description: 'The properties of the organization within the reach of the caller, on the map.',
  })
  propertyPoints(@PropertyFilterArg() filter: PropertyFilter | null, @Ctx() context: RoomContext) {
    return listPoints(context, filter);
  }

  @Public()
  @Authenticated()
  @Mutation(() => CreatePropertyPayload, { nullable: true, description: 'Creates a property.' })
  async createProperty(
    @Arg('input', () => CreatePropertyInput, { description: 'The new property.' })
    input: CreatePropertyInput,
    @Ctx() context: RoomContext,
  ): PropertyPayload {
    await companyArrival(context, input.companyId);
    return context.run(createProperty, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangePropertyPayload, {
    nullable: true,
    description: 'Changes attributes of a property.',
  })
  changeProperty(
    @Arg('input', () => ChangePropertyInput, { description: 'What to change.' })
    input: ChangePropertyInput,
    @Ctx() context: RoomContext,
  ): PropertyPayload {
    return context.run(changeProperty, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RetirePropertyPayload, {
    nullable: true,
    description: 'Takes a property without live buildings and units out of the portfolio.',
  })
  retireProperty(
    @Arg('input', () => RetirePropertyInput, { description: 'Which property and why.' })
    input: RetirePropertyInput,
    @Ctx() context: RoomContext,
  ): PropertyPayload {
    return context.run(retireProperty, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RestorePropertyPayload, {
    nullable: true,
    description: 'Brings a retired property back.',
  })
  restoreProperty(
    @Arg('input', () => RestorePropertyInput, { description: 'Which property.' })
    input: RestorePropertyInput,
    @Ctx() context: RoomContext,
  ): PropertyPayload {
    return context.run(restoreProperty, input, reload(context));
  }

  @CacheControl({ maxAge: 60 })
  @FieldResolver(() => CompanyObject, { nullable: true, description: 'The company that owns it.' })
  company(@Root() property: Property) {
    return { id: property.companyId };
  }

  @FieldResolver(() => CurrencyCode, { description: 'The currency of its company.' })
  async currency(@Root() property: Property, @Ctx() context: RoomContext) {
    return (await context.load(companyById, property.companyId))?.currency;
  }

  @AtMost(5)
  @FieldResolver(() => [UnitCategoryCountObject], {
    description: 'How many live units it has of each category that has any.',
  })
  unitCountsByCategory(@Root() property: Property, @Ctx() context: RoomContext) {
    return context.load(unitCountsOfProperty, property.id);
  }

  @FieldResolver(() => BuildingConnection, { description: 'Its buildings.' })
  buildings(
    @Root() property: Property,
    @First() first: number,
    @After() after: string | null,
    @BuildingFilterArg() filter: BuildingFilter | null,
    @BuildingSortArg() sort: SortArgument,
    @Ctx() context: RoomContext,
  ) {
    const list = { first, after, filter, sort: toSort(sort, buildingsByCode) };
    return context.load(buildingsOfProperty, { parentId: property.id, list });
  }

  @FieldResolver(() => UnitConnection, { description: 'Its units.' })
  units(
    @Root() property: Property,
    @First() first: number,
    @After() after: string | null,
    @UnitFilterArg() filter: UnitFilter | null,
    @UnitSortArg() sort: SortArgument,
    @Ctx() context: RoomContext,
  ) {
    const list = { first, after, filter, sort: toSort(sort, unitsByCode, unitSorts) };
    return context.load(unitsOfProperty, { parentId: property.id, list });
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() property: Property,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Property', property.id, { first, after });
  }
}
