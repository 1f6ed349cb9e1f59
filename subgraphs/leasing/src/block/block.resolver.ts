import {
  After,
  Authenticated,
  First,
  Internal,
  type Payload,
  Public,
  type RoomContext,
} from '@propertea/chassis/graph';
import { decodeId } from '@propertea/kernel';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AuditEntryConnection, historyOf } from '../history.js';
import { rentableUnitById, unitArrival } from '../rentable-unit/rentable-unit.loader.js';
import { RentableUnitObject } from '../rentable-unit/rentable-unit.type.js';
import type { Block } from './block.entity.js';
import { blockById } from './block.loader.js';
import { BlockObject } from './block.type.js';
import {
  BlockUnitInput,
  BlockUnitPayload,
  ChangeBlockInput,
  ChangeBlockPayload,
  RemoveBlockInput,
  RemoveBlockPayload,
} from './block-commands.type.js';
import { blockUnit } from './block-unit.js';
import { changeBlock } from './change-block.js';
import { removeBlock } from './remove-block.js';

type BlockPayload = Promise<Payload<{ block: Block | null }>>;

const reload =
  (context: RoomContext) =>
  async ({ id }: Block) => ({ block: await context.load(blockById, id) });

@Resolver(() => BlockObject)
export class BlockResolver {
  @Public()
  @Query(() => BlockObject, { nullable: true, description: 'A block of a unit.' })
  block(
    @Arg('id', () => ID, { description: 'Which block.' }) id: string,
    @Ctx() context: RoomContext,
  ): Promise<Block | null> {
    void context.organizationId;
    return context.loadById(blockById, 'Block', id);
  }

  @Public()
  @Authenticated()
  @Mutation(() => BlockUnitPayload, {
    nullable: true,
    description: 'Keeps a unit from being let for a time.',
  })
  async blockUnit(
    @Arg('input', () => BlockUnitInput, { description: 'Which unit, why and when.' })
    input: BlockUnitInput,
    @Ctx() context: RoomContext,
  ): BlockPayload {
    await unitArrival(context, decodeId('RentableUnit', input.rentableUnitId));
    return context.run(blockUnit, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeBlockPayload, {
    nullable: true,
    description: 'Says something else of a block, other days included.',
  })
  changeBlock(
    @Arg('input', () => ChangeBlockInput, { description: 'Which block, and what to change.' })
    input: ChangeBlockInput,
    @Ctx() context: RoomContext,
  ): BlockPayload {
    return context.run(changeBlock, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RemoveBlockPayload, {
    nullable: true,
    description: 'Takes a block away: the unit can be let again.',
  })
  removeBlock(
    @Arg('input', () => RemoveBlockInput, { description: 'Which block.' })
    input: RemoveBlockInput,
    @Ctx() context: RoomContext,
  ): BlockPayload {
    return context.run(removeBlock, input, reload(context));
  }

  @FieldResolver(() => RentableUnitObject, { nullable: true, description: 'The unit.' })
  rentableUnit(@Root() { unitId }: Block, @Ctx() context: RoomContext) {
    return context.load(rentableUnitById, unitId);
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() { id }: Block,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Block', id, { first, after });
  }
}
