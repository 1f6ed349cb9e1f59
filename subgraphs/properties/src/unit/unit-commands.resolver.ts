import { Authenticated, type Payload, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { changeUnit } from './change-unit.js';
import { createUnit } from './create-unit.js';
import { restoreUnit } from './restore-unit.js';
import { retireUnit } from './retire-unit.js';
import {
  ChangeUnitInput,
  ChangeUnitPayload,
  CreateUnitInput,
  CreateUnitPayload,
  RestoreUnitInput,
  RestoreUnitPayload,
  RetireUnitInput,
  RetireUnitPayload,
} from './unit-commands.type.js';
import type { Unit } from './unit.entity.js';
import { unitById } from './unit.loader.js';

type UnitPayload = Promise<Payload<{ unit: Unit | null }>>;

const reload =
  (context: RoomContext) =>
  async ({ id }: Unit) => ({ unit: await context.load(unitById, id) });

@Resolver()
export class UnitCommandsResolver {
  @Public()
  @Authenticated()
  @Mutation(() => CreateUnitPayload, {
    nullable: true,
    description: 'Creates a unit of a property.',
  })
  createUnit(
    @Arg('input', () => CreateUnitInput, { description: 'The new unit.' })
    input: CreateUnitInput,
    @Ctx() context: RoomContext,
  ): UnitPayload {
    return context.run(createUnit, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeUnitPayload, {
    nullable: true,
    description: 'Changes attributes of a unit or moves it within its property.',
  })
  changeUnit(
    @Arg('input', () => ChangeUnitInput, { description: 'What to change.' })
    input: ChangeUnitInput,
    @Ctx() context: RoomContext,
  ): UnitPayload {
    return context.run(changeUnit, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RetireUnitPayload, {
    nullable: true,
    description: 'Takes a unit out of the portfolio.',
  })
  retireUnit(
    @Arg('input', () => RetireUnitInput, { description: 'Which unit and why.' })
    input: RetireUnitInput,
    @Ctx() context: RoomContext,
  ): UnitPayload {
    return context.run(retireUnit, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RestoreUnitPayload, {
    nullable: true,
    description: 'Brings a retired unit back.',
  })
  restoreUnit(
    @Arg('input', () => RestoreUnitInput, { description: 'Which unit.' })
    input: RestoreUnitInput,
    @Ctx() context: RoomContext,
  ): UnitPayload {
    return context.run(restoreUnit, input, reload(context));
  }
}
