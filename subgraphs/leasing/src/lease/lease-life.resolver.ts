import { Authenticated, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { activateLease } from './activate-lease.js';
import { cancelLease } from './cancel-lease.js';
import { changeLease } from './change-lease.js';
import {
  ActivateLeaseInput,
  ActivateLeasePayload,
  CancelLeaseInput,
  CancelLeasePayload,
  ChangeLeaseInput,
  ChangeLeasePayload,
  SendLeaseInput,
  SendLeasePayload,
  SignLeaseInput,
  SignLeasePayload,
} from './lease-life.type.js';
import { type LeasePayload, reloadLease } from './reload-lease.js';
import { sendLease } from './send-lease.js';
import { signLease } from './sign-lease.js';

@Resolver()
export class LeaseLifeResolver {
  @Public()
  @Authenticated()
  @Mutation(() => ChangeLeasePayload, {
    nullable: true,
    description: 'Changes the term of a lease that nobody signed; what was sent is a draft again.',
  })
  changeLease(
    @Arg('input', () => ChangeLeaseInput, { description: 'Which lease, and what is different.' })
    input: ChangeLeaseInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(changeLease, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => SendLeasePayload, {
    nullable: true,
    description: 'Sends a lease to be signed, and reserves its unit.',
  })
  sendLease(
    @Arg('input', () => SendLeaseInput, { description: 'Which lease, and until when.' })
    input: SendLeaseInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(sendLease, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => SignLeasePayload, {
    nullable: true,
    description: 'Records that all have signed: the lease holds its unit from now on.',
  })
  signLease(
    @Arg('input', () => SignLeaseInput, { description: 'Which lease, and when.' })
    input: SignLeaseInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(signLease, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ActivateLeasePayload, {
    nullable: true,
    description: 'Lets a signed lease run whose first day has come.',
  })
  activateLease(
    @Arg('input', () => ActivateLeaseInput, { description: 'Which lease.' })
    input: ActivateLeaseInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(activateLease, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => CancelLeasePayload, {
    nullable: true,
    description: 'Gives a lease up before it begins.',
  })
  cancelLease(
    @Arg('input', () => CancelLeaseInput, { description: 'Which lease, and why.' })
    input: CancelLeaseInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(cancelLease, input, reloadLease(context));
  }
}
