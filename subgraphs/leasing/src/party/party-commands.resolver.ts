import { Authenticated, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addLeaseParty } from './add-lease-party.js';
import { changeLeaseParty } from './change-lease-party.js';
import { removeLeaseParty } from './remove-lease-party.js';
import { type LeasePayload, reloadLease } from '../lease/reload-lease.js';
import {
  AddLeasePartyInput,
  AddLeasePartyPayload,
  ChangeLeasePartyInput,
  ChangeLeasePartyPayload,
  RemoveLeasePartyInput,
  RemoveLeasePartyPayload,
} from './party-commands.type.js';

@Resolver()
export class PartyCommandsResolver {
  @Public()
  @Authenticated()
  @Mutation(() => AddLeasePartyPayload, {
    nullable: true,
    description: 'Adds somebody to a lease.',
  })
  addLeaseParty(
    @Arg('input', () => AddLeasePartyInput, { description: 'Who, and what they are in it.' })
    input: AddLeasePartyInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(addLeaseParty, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeLeasePartyPayload, {
    nullable: true,
    description: 'Changes what is known of somebody in a lease.',
  })
  changeLeaseParty(
    @Arg('input', () => ChangeLeasePartyInput, { description: 'What is different.' })
    input: ChangeLeasePartyInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(changeLeaseParty, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RemoveLeasePartyPayload, {
    nullable: true,
    description: 'Takes somebody out of a lease who should not be in it.',
  })
  removeLeaseParty(
    @Arg('input', () => RemoveLeasePartyInput, { description: 'Whom.' })
    input: RemoveLeasePartyInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(removeLeaseParty, input, reloadLease(context));
  }
}
