import {
  After,
  Authenticated,
  First,
  loaderById,
  type RoomContext,
  toConnection,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import { encodeId } from '@propertea/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { companyById } from '../company/company.loader.js';
import { CompanyType } from '../company/company.type.js';
import { AuditEntryConnection, historyOf } from '../history.js';
import { demandAdministrator } from '../member/member.policy.js';
import { Property } from '../member/member.type.js';
import { propertyArrival } from '../member/property-arrival.js';
import { User } from '../user/user.type.js';
import { acceptInvitation } from './accept-invitation.js';
import { Invitation } from './invitation.entity.js';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  InvitationConnection,
  InvitationType,
  InviteMemberInput,
  InviteMemberPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from './invitation.type.js';
import { inviteMember } from './invite-member.js';
import { linkOf } from './link.js';
import { revokeInvitation } from './revoke-invitation.js';

const invitationById = loaderById<Invitation>(async (context, ids) =>
  (await context.em()).find(Invitation, { organizationId: context.organizationId, id: ids }),
);

@Resolver(() => InvitationType)
export class InvitationResolver {
  @Query(() => InvitationConnection, {
    nullable: true,
    description: 'The invitations of the organization, newest first; for administrators.',
  })
  async invitations(
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    const { organizationId } = context;
    demandAdministrator(context.identity);
    const page = await keysetPage(await context.em(), Invitation, {
      where: { organizationId },
      sort: { field: 'createdAt', direction: 'DESC' },
      page: { first, after },
    });
    return toConnection(page);
  }

  @Authenticated()
  @Mutation(() => InviteMemberPayload, {
    nullable: true,
    description: 'Invites a person by a link that is valid for seven days.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Whom to invite.' })
    input: InviteMemberInput,
    @Ctx() context: RoomContext,
  ) {
    await propertyArrival(context, input.propertyId);
    return context.run(inviteMember, input, async ({ invitationId, token }) => ({
      invitation: await context.load(invitationById, invitationId),
      link: linkOf(context, token),
    }));
  }

  @Authenticated()
  @Mutation(() => RevokeInvitationPayload, {
    nullable: true,
    description: 'Takes an invitation back.',
  })
  revokeInvitation(
    @Arg('input', () => RevokeInvitationInput, { description: 'Which invitation.' })
    input: RevokeInvitationInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(revokeInvitation, input, async ({ invitationId }) => ({
      invitation: await context.load(invitationById, invitationId),
    }));
  }

  @Authenticated()
  @Mutation(() => AcceptInvitationPayload, {
    nullable: true,
    description: 'Accepts an invitation by the token of its link.',
  })
  acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'Which invitation.' })
    input: AcceptInvitationInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(acceptInvitation, input, ({ organizationId }) => ({
      organizationId: encodeId('Organization', organizationId),
    }));
  }

  @FieldResolver()
  state(@Root() invitation: Invitation, @Ctx() context: RoomContext): string {
    return invitation.stateAt(context.services.clock.now());
  }

  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: 'The company it goes for, or that owns the property it goes for.',
  })
  company(@Root() invitation: Invitation, @Ctx() context: RoomContext) {
    return invitation.companyId ? context.load(companyById, invitation.companyId) : null;
  }

  @FieldResolver(() => Property, { nullable: true, description: 'The property it goes for.' })
  property(@Root() invitation: Invitation) {
    return invitation.propertyId ? { id: invitation.propertyId } : null;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who invited.' })
  invitedBy(@Root() invitation: Invitation) {
    return invitation.invitedBy ? { id: invitation.invitedBy } : null;
  }

  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() invitation: Invitation,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Invitation', invitation.id, { first, after });
  }
}
