import { Authenticated, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Lease } from '../lease/lease.entity.js';
import { LeaseObject } from '../lease/lease.type.js';
import { type LeasePayload, reloadLease } from '../lease/reload-lease.js';
import { MoveKind } from '../terms.js';
import { checklistsOfLease, isOf } from './move.loader.js';
import {
  MoveChecklistObject,
  RecordMoveInInput,
  RecordMoveInPayload,
  RecordMoveOutInput,
  RecordMoveOutPayload,
} from './move.type.js';
import { recordMoveIn } from './record-move-in.js';
import { recordMoveOut } from './record-move-out.js';

@Resolver(() => LeaseObject)
export class MoveResolver {
  @FieldResolver(() => MoveChecklistObject, {
    nullable: true,
    description: 'What was looked after when the tenants moved in.',
  })
  async moveInChecklist(@Root() { id }: Lease, @Ctx() context: RoomContext) {
    return (await context.load(checklistsOfLease, id))?.find(isOf(MoveKind.MOVE_IN)) ?? null;
  }

  @FieldResolver(() => MoveChecklistObject, {
    nullable: true,
    description: 'What was looked after when they moved out.',
  })
  async moveOutChecklist(@Root() { id }: Lease, @Ctx() context: RoomContext) {
    return (await context.load(checklistsOfLease, id))?.find(isOf(MoveKind.MOVE_OUT)) ?? null;
  }

  @Public()
  @Authenticated()
  @Mutation(() => RecordMoveInPayload, {
    nullable: true,
    description: 'Records that the tenants moved in.',
  })
  recordMoveIn(
    @Arg('input', () => RecordMoveInInput, {
      description: 'The lease, the day and the check list.',
    })
    input: RecordMoveInInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(recordMoveIn, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RecordMoveOutPayload, {
    nullable: true,
    description:
      'Records that the tenants moved out, which ends the lease where it did not end before.',
  })
  recordMoveOut(
    @Arg('input', () => RecordMoveOutInput, {
      description: 'The lease, the day and the check list.',
    })
    input: RecordMoveOutInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(recordMoveOut, input, reloadLease(context));
  }
}
