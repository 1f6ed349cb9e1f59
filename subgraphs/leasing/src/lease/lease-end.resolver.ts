import { Authenticated, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { closeLease } from './close-lease.js';
import { endLease } from './end-lease.js';
import {
  CloseLeaseInput,
  CloseLeasePayload,
  EndLeaseInput,
  EndLeasePayload,
} from './lease-end.type.js';
import { type LeasePayload, reloadLease } from './reload-lease.js';

@Resolver()
export class LeaseEndResolver {
  @Public()
  @Authenticated()
  @Mutation(() => EndLeasePayload, {
    nullable: true,
    description: 'Ends a lease without notice, for a reason.',
  })
  endLease(
    @Arg('input', () => EndLeaseInput, { description: 'The lease, its last day and why.' })
    input: EndLeaseInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(endLease, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => CloseLeasePayload, {
    nullable: true,
    description: 'Closes a lease that is over.',
  })
  closeLease(
    @Arg('input', () => CloseLeaseInput, { description: 'The lease.' }) input: CloseLeaseInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(closeLease, input, reloadLease(context));
  }
}
