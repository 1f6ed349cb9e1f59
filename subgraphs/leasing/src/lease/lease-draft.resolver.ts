import { Authenticated, type Payload, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { unitArrivalOf } from '../rentable-unit/rentable-unit.loader.js';
import { createLease } from './create-lease.js';
import type { Lease } from './lease.entity.js';
import { leaseById } from './lease.loader.js';
import { CreateLeaseInput, CreateLeasePayload } from './lease-draft.type.js';

@Resolver()
export class LeaseDraftResolver {
  @Public()
  @Authenticated()
  @Mutation(() => CreateLeasePayload, {
    nullable: true,
    description: 'Drafts a lease with its parties and charges.',
  })
  async createLease(
    @Arg('input', () => CreateLeaseInput, { description: 'The new lease.' })
    input: CreateLeaseInput,
    @Ctx() context: RoomContext,
  ): Promise<Payload<{ lease: Lease | null }>> {
    await unitArrivalOf(context, input.unitId);
    return context.run(createLease, input, async ({ id }) => ({
      lease: await context.load(leaseById, id),
    }));
  }
}
