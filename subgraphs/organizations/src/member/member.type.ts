import {
  Authenticated,
  connectionOf,
  DateTime,
  EntityType,
  sortInput,
} from '@propertea/chassis/graph';
import { ROLES, type Role } from '@propertea/kernel';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../errors.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a member may do within the reach of a grant.',
  valuesConfig: {
    ORGANIZATION_ADMIN: { description: 'Everything, members and companies included.' },
    PROPERTY_MANAGER: { description: 'Manages properties, buildings and units.' },
    ACCOUNTANT: { description: 'Keeps the books.' },
    MAINTENANCE_COORDINATOR: { description: 'Coordinates repairs.' },
    LEASING_AGENT: { description: 'Lets units.' },
    VIEWER: { description: 'Reads.' },
  },
});

export enum ReachKind {
  ORGANIZATION = 'organization',
  COMPANY = 'company',
  PROPERTY = 'property',
}
registerEnumType(ReachKind, {
  name: 'ReachKind',
  description: 'How far a grant goes.',
  valuesConfig: {
    ORGANIZATION: { description: 'Everything of the organization.' },
    COMPANY: { description: 'One company and its properties.' },
    PROPERTY: { description: 'One property.' },
  },
});

@EntityType({ resolvable: false })
@ObjectType('Property')
export class Property {
  @Field(() => ID, { description: 'Identifies the property.' })
  id!: string;
}

@Authenticated()
@ObjectType({ description: 'A role of a member and how far it goes.' })
export class Grant {
  @Field(() => ID, { description: 'Identifies the grant.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'What the member may do.' })
  role!: string;

  @Field(() => ReachKind, { description: 'How far it goes.' })
  reachKind!: string;
}

@EntityType()
@Authenticated()
@ObjectType('Member', { description: "A person's membership in an organization." })
export class MemberType {
  @Field(() => ID, { description: 'Identifies the membership.' })
  id!: string;

  @Field(() => DateTime, { name: 'joinedAt', description: 'Since when.' })
  createdAt!: Date;
}

export const MemberConnection = connectionOf(() => MemberType, 'Member', { isPublic: false });

export const MemberSort = sortInput('Member', { CREATED_AT: 'By time of joining.' });

@InputType({ description: 'Which members to list.' })
export class MemberFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Beginning of a word of the name or e-mail address, in any case.',
  })
  search?: string | null;
}

@InputType({
  description:
    'A role for a member. Without company and property it goes for the whole organization.',
})
export class AddGrantInput {
  @Field(() => ID, { description: 'Which member.' })
  memberId!: string;

  @Field(() => RoleEnum, { description: 'Which role.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'Only for this company and its properties.' })
  companyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only for this property.' })
  propertyId?: string | null;
}

@InputType({ description: 'A grant to take away.' })
export class RemoveGrantInput {
  @Field(() => ID, { description: 'Which grant.' })
  grantId!: string;
}

@InputType({ description: 'A member to remove.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'Which member.' })
  memberId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  reason?: string | null;
}

@ObjectType({ description: 'The answer to addGrant.' })
export class AddGrantPayload {
  @Field(() => MemberType, { nullable: true, description: 'The member as they are now.' })
  member?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to removeGrant.' })
export class RemoveGrantPayload {
  @Field(() => MemberType, { nullable: true, description: 'The member as they are now.' })
  member?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to removeMember.' })
export class RemoveMemberPayload {
  @Field(() => ID, { nullable: true, description: 'The membership that is no more.' })
  removedMemberId?: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
