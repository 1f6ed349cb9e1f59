import { AtMost, Authenticated, Public, type RoomContext } from '@propertea/chassis/graph';
import { Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { Building } from '../building/building.entity.js';
import { Property } from '../property/property.entity.js';
import { withinReach } from '../reach.js';
import { toCategoryCounts } from '../unit/category-counts.js';
import { Unit } from '../unit/unit.entity.js';
import { UnitCategoryCountObject } from '../unit/unit.type.js';
import { PortfolioObject } from './portfolio.type.js';

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
    const em = await context.em();
    return em.count(Property, { $and: [withinReach(context.identity, 'id'), { retiredAt: null }] });
  }

  @FieldResolver(() => Int, { description: 'How many live buildings.' })
  async buildingCount(@Ctx() context: RoomContext): Promise<number> {
    const em = await context.em();
    return em.count(Building, {
      $and: [withinReach(context.identity, 'propertyId'), { retiredAt: null }],
    });
  }

  @FieldResolver(() => Int, { description: 'How many live units.' })
  async unitCount(@Ctx() context: RoomContext): Promise<number> {
    const em = await context.em();
    return em.count(Unit, {
      $and: [withinReach(context.identity, 'propertyId'), { retiredAt: null }],
    });
  }

  @AtMost(5)
  @FieldResolver(() => [UnitCategoryCountObject], {
    description: 'How many live units there are of each category that has any.',
  })
  async unitCountsByCategory(@Ctx() context: RoomContext) {
    const em = await context.em();
    const counts = await em.countBy<Unit>(Unit, 'category', {
      where: { $and: [withinReach(context.identity, 'propertyId'), { retiredAt: null }] },
    });
    return toCategoryCounts(
      Object.entries(counts).map(([category, count]) => ({ category, count })),
    );
  }
}
