import { Authenticated, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Lease } from '../lease/lease.entity.js';
import { leaseById } from '../lease/lease.loader.js';
import { LeaseObject } from '../lease/lease.type.js';
import { type LeasePayload, reloadLease } from '../lease/reload-lease.js';
import type { HoldOverConflict } from './hold-over-conflict.entity.js';
import { holdOverOfLease } from './hold-over.loader.js';
import {
  HoldOverConflictObject,
  SettleHoldOverInput,
  SettleHoldOverPayload,
} from './hold-over.type.js';
import { settleHoldOver } from './settle-hold-over.js';

@Resolver(() => LeaseObject)
export class LeaseHoldOverResolver {
  @FieldResolver(() => HoldOverConflictObject, {
    nullable: true,
    description: 'The signed lease that this one, going on at will, stands in the way of.',
  })
  holdOverConflict(@Root() { id }: Lease, @Ctx() context: RoomContext) {
    return context.load(holdOverOfLease, id);
  }

  @Public()
  @Authenticated()
  @Mutation(() => SettleHoldOverPayload, {
    nullable: true,
    description: 'Keeps how a lease at will and the signed one that it met get along.',
  })
  settleHoldOver(
    @Arg('input', () => SettleHoldOverInput, {
      description: 'The lease at will and what is agreed.',
    })
    input: SettleHoldOverInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(settleHoldOver, input, reloadLease(context));
  }
}

@Resolver(() => HoldOverConflictObject)
export class HoldOverConflictResolver {
  @FieldResolver(() => LeaseObject, {
    nullable: true,
    description: 'The signed lease that is to begin.',
  })
  futureLease(@Root() { futureLeaseId }: HoldOverConflict, @Ctx() context: RoomContext) {
    return context.load(leaseById, futureLeaseId);
  }
}
