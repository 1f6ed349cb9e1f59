import {
  After,
  Authenticated,
  First,
  JSONObject,
  type RoomContext,
} from '@propertea/chassis/graph';
import { Ctx, FieldResolver, Mutation, ObjectType, Field, Resolver, Root } from 'type-graphql';
import { UserError } from '../errors.js';
import { MemberConnection } from '../member/member.type.js';
import { ownMemberships } from '../member/own-memberships.js';
import { eraseMyMemberships } from './erase-my-memberships.js';
import { exportMemberships } from './export-memberships.js';
import { User } from './user.type.js';

@ObjectType({ description: 'The answer to eraseMyMemberships.' })
export class EraseMyMembershipsPayload {
  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@Resolver(() => User)
export class UserResolver {
  @Authenticated()
  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: 'The organizations to which the person belongs. Only the person reads them.',
  })
  memberships(
    @Root() user: User,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return user.id === context.identity.subject ? ownMemberships(context, { first, after }) : null;
  }

  @Authenticated()
  @FieldResolver(() => JSONObject, {
    nullable: true,
    description:
      'All that is kept here about the person: memberships, roles and invitations. Only the person reads it.',
  })
  membershipData(@Root() user: User, @Ctx() context: RoomContext) {
    return user.id === context.identity.subject ? exportMemberships(context) : null;
  }

  @Authenticated()
  @Mutation(() => EraseMyMembershipsPayload, {
    nullable: true,
    description:
      'Leaves every organization and erases the invitations to the caller. Name and address stay as long as the account does.',
  })
  eraseMyMemberships(@Ctx() context: RoomContext) {
    return context.run(eraseMyMemberships, {}, () => ({}));
  }
}
