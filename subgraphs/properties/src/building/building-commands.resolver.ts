import { Authenticated, type Payload, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addEntrance } from './add-entrance.js';
import {
  AddEntranceInput,
  AddEntrancePayload,
  ChangeBuildingInput,
  ChangeBuildingPayload,
  ChangeEntranceInput,
  ChangeEntrancePayload,
  CreateBuildingInput,
  CreateBuildingPayload,
  RemoveEntranceInput,
  RemoveEntrancePayload,
  RestoreBuildingInput,
  RestoreBuildingPayload,
  RetireBuildingInput,
  RetireBuildingPayload,
} from './building-commands.type.js';
import type { Building } from './building.entity.js';
import { buildingById } from './building.loader.js';
import { changeBuilding } from './change-building.js';
import { changeEntrance } from './change-entrance.js';
import { createBuilding } from './create-building.js';
import { removeEntrance } from './remove-entrance.js';
import { restoreBuilding } from './restore-building.js';
import { retireBuilding } from './retire-building.js';

type BuildingPayload = Promise<Payload<{ building: Building | null }>>;

const reload =
  (context: RoomContext) =>
  async ({ id }: Building) => ({ building: await context.load(buildingById, id) });

@Resolver()
export class BuildingCommandsResolver {
  @Public()
  @Authenticated()
  @Mutation(() => CreateBuildingPayload, {
    nullable: true,
    description: 'Creates a building of a property.',
  })
  createBuilding(
    @Arg('input', () => CreateBuildingInput, { description: 'The new building.' })
    input: CreateBuildingInput,
    @Ctx() context: RoomContext,
  ): BuildingPayload {
    return context.run(createBuilding, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeBuildingPayload, {
    nullable: true,
    description: 'Changes attributes of a building.',
  })
  changeBuilding(
    @Arg('input', () => ChangeBuildingInput, { description: 'What to change.' })
    input: ChangeBuildingInput,
    @Ctx() context: RoomContext,
  ): BuildingPayload {
    return context.run(changeBuilding, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RetireBuildingPayload, {
    nullable: true,
    description: 'Takes a building without live units out of the portfolio.',
  })
  retireBuilding(
    @Arg('input', () => RetireBuildingInput, { description: 'Which building and why.' })
    input: RetireBuildingInput,
    @Ctx() context: RoomContext,
  ): BuildingPayload {
    return context.run(retireBuilding, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RestoreBuildingPayload, {
    nullable: true,
    description: 'Brings a retired building back.',
  })
  restoreBuilding(
    @Arg('input', () => RestoreBuildingInput, { description: 'Which building.' })
    input: RestoreBuildingInput,
    @Ctx() context: RoomContext,
  ): BuildingPayload {
    return context.run(restoreBuilding, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => AddEntrancePayload, {
    nullable: true,
    description: 'Adds an entrance to a building.',
  })
  addEntrance(
    @Arg('input', () => AddEntranceInput, { description: 'The new entrance.' })
    input: AddEntranceInput,
    @Ctx() context: RoomContext,
  ): BuildingPayload {
    return context.run(addEntrance, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeEntrancePayload, {
    nullable: true,
    description: 'Changes name and address line of an entrance.',
  })
  changeEntrance(
    @Arg('input', () => ChangeEntranceInput, { description: 'What to change.' })
    input: ChangeEntranceInput,
    @Ctx() context: RoomContext,
  ): BuildingPayload {
    return context.run(changeEntrance, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RemoveEntrancePayload, {
    nullable: true,
    description: 'Removes an entrance that no live unit uses.',
  })
  removeEntrance(
    @Arg('input', () => RemoveEntranceInput, { description: 'Which entrance.' })
    input: RemoveEntranceInput,
    @Ctx() context: RoomContext,
  ): BuildingPayload {
    return context.run(removeEntrance, input, reload(context));
  }
}
