import {
  After,
  Authenticated,
  First,
  JSONObject,
  type RoomContext,
} from '@propertea/chassis/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LeaseConnection } from '../lease/lease-list.type.js';
import { isPerson } from '../lease/lease.policy.js';
import { ownLeases } from '../lease/list-leases.js';
import { exportLeaseData } from './export-lease-data.js';
import { User } from './user.type.js';

@Resolver(() => User)
export class UserResolver {
  @Authenticated()
  @FieldResolver(() => LeaseConnection, {
    nullable: true,
    description:
      'The leases to which the person is a party, in whichever organization, the latest first. Only the person reads them, who stands in no organization then.',
  })
  leases(
    @Root() { id }: User,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    const isOneself = isPerson(context.identity) && id === context.identity.subject;
    return isOneself ? ownLeases(context, { first, after }) : null;
  }

  @Authenticated()
  @FieldResolver(() => JSONObject, {
    nullable: true,
    description:
      'All that leases say of the person: role, name, contacts, moves. Only the person reads it.',
  })
  leaseData(@Root() { id }: User, @Ctx() context: RoomContext) {
    return id === context.identity.subject ? exportLeaseData(context, id) : null;
  }
}
