import { AtMost, Authenticated, loaderById, type RoomContext } from '@propertea/chassis/graph';
import { type Grant, grantsWithin, type Role } from '@propertea/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { companyById } from '../company/company.loader.js';
import { CompanyType } from '../company/company.type.js';
import { reachOf, type StoredReach, storedReach } from '../member/grant.entity.js';
import { grantsOfMember, memberById } from '../member/member.loader.js';
import { MemberType, Property } from '../member/member.type.js';
import { endViewAs } from './end-view-as.js';
import { ViewAs } from './view-as.entity.js';
import { viewAs } from './view-as.js';
import {
  EndViewAsInput,
  EndViewAsPayload,
  ViewAsGrant,
  ViewAsInput,
  ViewAsPayload,
  ViewAsType,
} from './view-as.type.js';

/** Only the caller's own: nobody reads who else looks through whose eyes, but for the audit log. */
const ownViewAs = loaderById<ViewAs>(async (context, ids) => {
  const { organizationId, subject } = context.identity;
  if (!organizationId || !subject) return [];
  return (await context.em()).find(ViewAs, { organizationId, id: ids, viewerId: subject });
});

@Resolver(() => ViewAsType)
export class ViewAsResolver {
  @Query(() => ViewAsType, {
    nullable: true,
    description:
      'With whose eyes this request is made and until when; null where the caller sees for themselves.',
  })
  currentViewAs(@Ctx() context: RoomContext) {
    const { viewAs: current } = context.identity;
    return current ? context.load(ownViewAs, current.id) : null;
  }

  @Authenticated()
  @Mutation(() => ViewAsPayload, {
    nullable: true,
    description:
      'Begins to see the organization as another member does, for reading only and for an hour; for administrators.',
  })
  viewAs(
    @Arg('input', () => ViewAsInput, { description: 'Through whose eyes, and why.' })
    input: ViewAsInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(viewAs, input, async ({ viewAsId }) => ({
      viewAs: await context.load(ownViewAs, viewAsId),
    }));
  }

  @Authenticated()
  @Mutation(() => EndViewAsPayload, {
    nullable: true,
    description:
      'Ends a view as another member before its time: the one write that can be made with it.',
  })
  endViewAs(
    @Arg('input', () => EndViewAsInput, { description: 'Which one.' }) input: EndViewAsInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(endViewAs, input, async ({ viewAsId }) => ({
      viewAs: await context.load(ownViewAs, viewAsId),
    }));
  }

  @FieldResolver(() => MemberType, {
    nullable: true,
    description: 'Through whose eyes the caller looks.',
  })
  member(@Root() { memberId }: ViewAs, @Ctx() context: RoomContext) {
    return context.load(memberById, memberId);
  }

  @AtMost(100)
  @FieldResolver(() => [ViewAsGrant], {
    description: "With which rights: the member's, as far as they lie within the caller's own.",
  })
  async grants(
    @Root() { id, memberId }: ViewAs,
    @Ctx() context: RoomContext,
  ): Promise<({ role: Role } & StoredReach)[]> {
    const { viewAs: current, grants: own } = context.identity;
    if (current?.id === id) return own.map(toStored);
    const theirs = (await context.load(grantsOfMember, memberId)) ?? [];
    return grantsWithin(
      theirs.map((grant) => ({ role: grant.role, reach: reachOf(grant) })),
      own,
    ).map(toStored);
  }
}

const toStored = ({ role, reach }: Grant) => ({ role, ...storedReach(reach) });

@Resolver(() => ViewAsGrant)
export class ViewAsGrantResolver {
  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: 'The company it goes for, or that owns the property it goes for.',
  })
  company(@Root() grant: StoredReach, @Ctx() context: RoomContext) {
    return grant.companyId ? context.load(companyById, grant.companyId) : null;
  }

  @FieldResolver(() => Property, { nullable: true, description: 'The property it goes for.' })
  property(@Root() grant: StoredReach) {
    return grant.propertyId ? { id: grant.propertyId } : null;
  }
}
