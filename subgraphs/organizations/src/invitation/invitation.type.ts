import { Authenticated, connectionOf, DateTime } from '@propertea/chassis/graph';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../errors.js';
import { ReachKind, RoleEnum } from '../member/member.type.js';

enum InvitationStateEnum {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(InvitationStateEnum, {
  name: 'InvitationState',
  description: 'Whether an invitation can still be accepted.',
  valuesConfig: {
    OPEN: { description: 'It can be accepted.' },
    ACCEPTED: { description: 'The person is a member.' },
    REVOKED: { description: 'It was taken back.' },
    EXPIRED: { description: 'Seven days have passed.' },
  },
});

@Authenticated()
@ObjectType('Invitation', { description: 'An offer to become a member, made by a link.' })
export class InvitationType {
  @Field(() => ID, { description: 'Identifies the invitation.' })
  id!: string;

  @Field(() => String, { description: 'To whom it was made.' })
  email!: string;

  @Field(() => RoleEnum, { description: 'The role that it gives.' })
  role!: string;

  @Field(() => ReachKind, { description: 'How far the role goes.' })
  reachKind!: string;

  @Field(() => InvitationStateEnum, { description: 'Whether it can still be accepted.' })
  state?: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'Until when it can be accepted.' })
  expiresAt!: Date;
}

export const InvitationConnection = connectionOf(() => InvitationType, 'Invitation', {
  isPublic: false,
});

@InputType({
  description:
    'A person to invite, with a role. Without company and property it goes for the whole organization.',
})
export class InviteMemberInput {
  @Field(() => String, { description: 'Their e-mail address.' })
  email!: string;

  @Field(() => RoleEnum, { description: 'Which role.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'Only for this company and its properties.' })
  companyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only for this property.' })
  propertyId?: string | null;
}

@InputType({ description: 'An invitation to take back.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'Which invitation.' })
  invitationId!: string;
}

@InputType({ description: 'An invitation to accept.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The token of the link: its last part.' })
  token!: string;
}

@ObjectType({ description: 'The answer to inviteMember.' })
export class InviteMemberPayload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation.' })
  invitation?: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'The link to pass on. It is shown this once and cannot be had again.',
  })
  link?: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to revokeInvitation.' })
export class RevokeInvitationPayload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation as it is now.' })
  invitation?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to acceptInvitation.' })
export class AcceptInvitationPayload {
  @Field(() => ID, {
    nullable: true,
    description: 'The organization to which the caller belongs from now on.',
  })
  organizationId?: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
