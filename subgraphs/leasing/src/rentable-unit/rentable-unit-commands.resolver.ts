import { Authenticated, type Payload, Public, type RoomContext } from '@propertea/chassis/graph';
import { decodeId } from '@propertea/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { changeRentableUnit } from './change-rentable-unit.js';
import { changeRentableUnits } from './change-rentable-units.js';
import type { RentableUnit } from './rentable-unit.entity.js';
import { rentableUnitById, unitArrival } from './rentable-unit.loader.js';
import {
  ChangeRentableUnitInput,
  ChangeRentableUnitPayload,
  ChangeRentableUnitsInput,
  ChangeRentableUnitsPayload,
} from './rentable-unit-commands.type.js';

@Resolver()
export class RentableUnitCommandsResolver {
  @Public()
  @Authenticated()
  @Mutation(() => ChangeRentableUnitPayload, {
    nullable: true,
    description: 'Says what a unit should cost a month, and from when on it can be let.',
  })
  async changeRentableUnit(
    @Arg('input', () => ChangeRentableUnitInput, { description: 'The unit, and what to change.' })
    input: ChangeRentableUnitInput,
    @Ctx() context: RoomContext,
  ): Promise<Payload<{ rentableUnit: RentableUnit | null }>> {
    await unitArrival(context, decodeId('RentableUnit', input.rentableUnitId));
    return context.run(changeRentableUnit, input, async ({ id }) => ({
      rentableUnit: await context.load(rentableUnitById, id),
    }));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeRentableUnitsPayload, {
    nullable: true,
    description: 'Says of many units what they should cost, all of them or none.',
  })
  changeRentableUnits(
    @Arg('input', () => ChangeRentableUnitsInput, { description: 'The units.' })
    input: ChangeRentableUnitsInput,
    @Ctx() context: RoomContext,
  ): Promise<Payload<{ rentableUnits: (RentableUnit | null)[] }>> {
    return context.run(changeRentableUnits, input, async (units) => ({
      rentableUnits: await Promise.all(units.map(({ id }) => context.load(rentableUnitById, id))),
    }));
  }
}
