import { Internal } from '@propertea/chassis/graph';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { User } from '../user/user.type.js';
import type { LeaseParty } from './lease-party.entity.js';
import { LeasePartyObject } from './lease-party.type.js';

@Resolver(() => LeasePartyObject)
export class LeasePartyResolver {
  @Internal()
  @FieldResolver(() => User, {
    nullable: true,
    description: 'Their own account, once it is known to be theirs.',
  })
  user(@Root() { userId }: LeaseParty) {
    return userId === null ? null : { id: userId };
  }
}
