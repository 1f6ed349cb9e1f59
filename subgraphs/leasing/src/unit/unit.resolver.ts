import { Money, type RoomContext } from '@propertea/chassis/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { currentLeaseOf } from '../lease/current-lease.js';
import { LeaseObject } from '../lease/lease.type.js';
import { moneyOf } from '../money.js';
import { OnArg } from '../occupancy/occupancy.resolver.js';
import { standingOfUnit } from '../occupancy/standing.loader.js';
import { rentableUnitById } from '../rentable-unit/rentable-unit.loader.js';
import { RentableUnitObject } from '../rentable-unit/rentable-unit.type.js';
import { UnitAvailabilityState } from '../terms.js';
import { UnitObject } from './unit.type.js';

@Resolver(() => UnitObject)
export class UnitResolver {
  @FieldResolver(() => RentableUnitObject, {
    nullable: true,
    description: 'The unit as it is let: what it should cost and when it is free.',
  })
  rentableUnit(@Root() unit: { id: string }, @Ctx() context: RoomContext) {
    return context.load(rentableUnitById, unit.id);
  }

  @FieldResolver(() => UnitAvailabilityState, {
    nullable: true,
    description: 'What holds it on a day.',
  })
  async availability(
    @Root() unit: { id: string },
    @OnArg() on: string | null,
    @Ctx() context: RoomContext,
  ) {
    return (await context.load(standingOfUnit, { unitId: unit.id, on }))?.state ?? null;
  }

  @FieldResolver(() => LeaseObject, {
    nullable: true,
    description: 'The lease that holds it today.',
  })
  currentLease(@Root() unit: { id: string }, @Ctx() context: RoomContext) {
    return currentLeaseOf(context, unit.id);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it is let for a month today; absent where it is not.',
  })
  async rent(@Root() unit: { id: string }, @Ctx() context: RoomContext) {
    const lease = await currentLeaseOf(context, unit.id);
    return lease && moneyOf(lease.rentMinor, lease.currency);
  }
}
