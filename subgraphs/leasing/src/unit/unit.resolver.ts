import type { RoomContext } from '@propertea/chassis/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { rentableUnitById } from '../rentable-unit/rentable-unit.loader.js';
import { RentableUnitObject } from '../rentable-unit/rentable-unit.type.js';
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
}
