import { AtMost, Authenticated, Public, type RoomContext } from '@propertea/chassis/graph';
import { Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { PropertyType } from '../property/property-type.js';
import { toCategoryCounts } from '../unit/category-counts.js';
import { UnitCategoryCountObject } from '../unit/unit.type.js';
import { attentionOf } from './attention.js';
import { ALL, buildingCounts, propertyCounts, unitCounts } from './portfolio.loader.js';
import {
  PortfolioAttentionObject,
  PortfolioObject,
  PropertyTypeCountObject,
} from './portfolio.type.js';

const propertiesOf = async (context: RoomContext) =>
  (await context.load(propertyCounts, ALL)) ?? [];
const buildingsOf = async (context: RoomContext) => (await context.load(buildingCounts, ALL)) ?? [];
const unitsOf = async (context: RoomContext) => (await context.load(unitCounts, ALL)) ?? [];

@Resolver(() => PortfolioObject)
export class PortfolioResolver {
  @Public()
  @Authenticated()
  @Query(() => PortfolioObject, {
    nullable: true,
    description: 'The portfolio of the organization within the reach of the caller, in numbers.',
  })
  portfolio(@Ctx() context: RoomContext) {
    void context.organizationId;
    return new PortfolioObject();
  }

  @FieldResolver(() => Int, { description: 'How many live properties.' })
  async propertyCount(@Ctx() context: RoomContext): Promise<number> {
    return sum(await propertiesOf(context), 'live');
  }

  @FieldResolver(() => Int, { description: 'How many live buildings.' })
  async buildingCount(@Ctx() context: RoomContext): Promise<number> {
    return sum(await buildingsOf(context), 'live');
  }

  @FieldResolver(() => Int, { description: 'How many live units.' })
  async unitCount(@Ctx() context: RoomContext): Promise<number> {
    return sum(await unitsOf(context), 'live');
  }

  @FieldResolver(() => Int, { description: 'How many retired properties.' })
  async retiredPropertyCount(@Ctx() context: RoomContext): Promise<number> {
    return sum(await propertiesOf(context), 'retired');
  }

  @FieldResolver(() => Int, { description: 'How many retired buildings.' })
  async retiredBuildingCount(@Ctx() context: RoomContext): Promise<number> {
    return sum(await buildingsOf(context), 'retired');
  }

  @FieldResolver(() => Int, { description: 'How many retired units.' })
  async retiredUnitCount(@Ctx() context: RoomContext): Promise<number> {
    return sum(await unitsOf(context), 'retired');
  }

  @AtMost(5)
  @FieldResolver(() => [UnitCategoryCountObject], {
    description: 'How many live units there are of each category that has any.',
  })
  async unitCountsByCategory(@Ctx() context: RoomContext) {
    return toCategoryCounts(
      (await unitsOf(context)).map(({ category, live }) => ({ category, count: live })),
    );
  }

  @AtMost(15)
  @FieldResolver(() => [PropertyTypeCountObject], {
    description: 'How many live properties there are of each type that has any.',
  })
  async propertyCountsByType(@Ctx() context: RoomContext): Promise<PropertyTypeCountObject[]> {
    const counts = await propertiesOf(context);
    return Object.values(PropertyType).flatMap((type) => {
      const count = counts.find((row) => row.type === type)?.live ?? 0;
      return count > 0 ? [{ type, count }] : [];
    });
  }

  @AtMost(5)
  @FieldResolver(() => [PortfolioAttentionObject], {
    description: 'What the office should look at: everything of which there is any.',
  })
  async attention(@Ctx() context: RoomContext): Promise<PortfolioAttentionObject[]> {
    return attentionOf(
      await propertiesOf(context),
      await buildingsOf(context),
      await unitsOf(context),
    );
  }
}

function sum<Field extends string>(rows: readonly Record<Field, number>[], field: Field): number {
  return rows.reduce((total, row) => total + row[field], 0);
}
