import { After, AtMost, Authenticated, First, type RoomContext } from '@propertea/chassis/graph';
import { encodeId } from '@propertea/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { companyById } from '../company/company.loader.js';
import { CompanyType } from '../company/company.type.js';
import { AuditEntryConnection, historyOf } from '../history.js';
import { organizationById } from '../organization/organization.loader.js';
import { OrganizationType } from '../organization/organization.type.js';
import { User } from '../user/user.type.js';
import { addGrant } from './add-grant.js';
import type { Grant as GrantEntity } from './grant.entity.js';
import { listMembers, type MemberListArguments } from './list-members.js';
import type { Member } from './member.entity.js';
import { grantsOfMember, memberById } from './member.loader.js';
import {
  AddGrantInput,
  AddGrantPayload,
  Grant,
  MemberConnection,
  MemberFilter,
  MemberSort,
  MemberType,
  Property,
  RemoveGrantInput,
  RemoveGrantPayload,
  RemoveMemberInput,
  RemoveMemberPayload,
} from './member.type.js';
import type { OwnMembership } from './own-memberships.js';
import { propertyArrival } from './property-arrival.js';
import { removeGrant } from './remove-grant.js';
import { removeMember } from './remove-member.js';

@Resolver(() => MemberType)
export class MemberResolver {
  @Query(() => MemberConnection, {
    nullable: true,
    description: 'The members of the organization.',
  })
  members(
    @First() first: number,
    @After() after: string | null,
    @Arg('filter', () => MemberFilter, { nullable: true, description: 'Which members.' })
    filter: MemberFilter | null,
    @Arg('sort', () => MemberSort, {
      nullable: true,
      description: 'In which order; by time of joining unless said otherwise.',
    })
    sort: MemberListArguments['sort'],
    @Ctx() context: RoomContext,
  ) {
    return listMembers(context, { first, after, filter, sort });
  }

  @Authenticated()
  @Mutation(() => AddGrantPayload, { nullable: true, description: 'Gives a member a role.' })
  async addGrant(
    @Arg('input', () => AddGrantInput, { description: 'Which role, to whom, how far.' })
    input: AddGrantInput,
    @Ctx() context: RoomContext,
  ) {
    await propertyArrival(context, input.propertyId);
    return context.run(addGrant, input, (result) => asPayload(context, result));
  }

  @Authenticated()
  @Mutation(() => RemoveGrantPayload, {
    nullable: true,
    description: 'Takes a role from a member.',
  })
  removeGrant(
    @Arg('input', () => RemoveGrantInput, { description: 'Which grant.' }) input: RemoveGrantInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(removeGrant, input, (result) => asPayload(context, result));
  }

  @Authenticated()
  @Mutation(() => RemoveMemberPayload, {
    nullable: true,
    description: 'Removes a member from the organization; members may remove themselves.',
  })
  removeMember(
    @Arg('input', () => RemoveMemberInput, { description: 'Which member and why.' })
    input: RemoveMemberInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(removeMember, input, ({ removedMemberId }) => ({
      removedMemberId: encodeId('Member', removedMemberId),
    }));
  }

  @FieldResolver(() => User, { nullable: true, description: 'The person.' })
  user(@Root() member: Member) {
    return { id: member.userId };
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'The organization.' })
  organization(@Root() member: Member | OwnMembership, @Ctx() context: RoomContext) {
    return 'organization' in member
      ? member.organization
      : context.load(organizationById, member.organizationId);
  }

  @AtMost(20)
  @FieldResolver(() => [Grant], {
    description: 'What the member may do; few, as a person has few roles.',
  })
  async grants(@Root() member: Member | OwnMembership, @Ctx() context: RoomContext) {
    return 'grants' in member
      ? member.grants
      : ((await context.load(grantsOfMember, member.id)) ?? []);
  }

  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() member: Member,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Member', member.id, { first, after });
  }
}

@Resolver(() => Grant)
export class GrantResolver {
  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: 'The company it goes for, or that owns the property it goes for.',
  })
  company(@Root() grant: GrantEntity, @Ctx() context: RoomContext) {
    return grant.companyId ? context.load(companyById, grant.companyId) : null;
  }

  @FieldResolver(() => Property, { nullable: true, description: 'The property it goes for.' })
  property(@Root() grant: GrantEntity) {
    return grant.propertyId ? { id: grant.propertyId } : null;
  }
}

async function asPayload(context: RoomContext, { memberId }: { memberId: string }) {
  return { member: await context.load(memberById, memberId) };
}
