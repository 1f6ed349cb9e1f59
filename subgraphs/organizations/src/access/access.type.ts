import { AtMost, DateTime, Inaccessible } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';

@Inaccessible()
@ObjectType({ description: 'A grant as the gateway asserts it; ids are plain UUIDs.' })
export class AccessGrant {
  @Field(() => String, { description: 'The role.' })
  role!: string;

  @Field(() => String, { description: 'organization, company or property.' })
  reachKind!: string;

  @Field(() => String, { nullable: true, description: 'The company of the reach.' })
  companyId!: string | null;

  @Field(() => String, { nullable: true, description: 'The property of the reach.' })
  propertyId!: string | null;
}

@Inaccessible()
@ObjectType({ description: 'A membership as the gateway asserts it.' })
export class AccessMembership {
  @Field(() => String, { description: 'The organization.' })
  organizationId!: string;

  @Field(() => String, { description: 'Its name.' })
  organizationName!: string;

  @Field(() => Int, { description: 'Rises with every change of the grants.' })
  grantsVersion!: number;

  @AtMost(20)
  @Field(() => [AccessGrant], { description: 'The grants.' })
  grants!: AccessGrant[];
}

@Inaccessible()
@ObjectType({ description: 'All that one person may do.' })
export class Access {
  @Field(() => Int, { description: 'Rises with every change in any organization.' })
  grantsVersion!: number;

  @Field(() => Boolean, { description: 'Whether the person operates the platform.' })
  isOperator!: boolean;

  @AtMost(100)
  @Field(() => [AccessMembership], { description: 'The memberships.' })
  memberships!: AccessMembership[];
}

@Inaccessible()
@ObjectType({ description: 'A view as another member, as the gateway asserts it.' })
export class ViewAsAccess {
  @Field(() => String, { description: 'Where it was begun, and nowhere else it is good for.' })
  organizationId!: string;

  @Field(() => String, { description: 'The user who looks.' })
  viewerId!: string;

  @Field(() => String, { description: 'The membership through whose eyes they look.' })
  memberId!: string;

  @Field(() => DateTime, { description: 'When it is over, or since when it is.' })
  endsAt!: Date;

  @AtMost(20)
  @Field(() => [AccessGrant], { description: "The member's grants." })
  grants!: AccessGrant[];
}

@Inaccessible()
@ObjectType({ description: 'The API client behind a key, as the gateway asserts it.' })
export class ApiClientAccess {
  @Field(() => String, { description: 'Where it may act, and nowhere else.' })
  organizationId!: string;

  @Field(() => String, { description: 'The client.' })
  apiClientId!: string;

  @Field(() => String, { description: 'The key.' })
  apiKeyId!: string;

  @AtMost(20)
  @Field(() => [String], { description: 'Its scopes.' })
  scopes!: string[];

  @AtMost(100)
  @Field(() => [AccessGrant], {
    description: 'What of its grants lies within the present ones of its creator.',
  })
  grants!: AccessGrant[];

  @Field(() => Int, { description: 'Rises with every change of what it may do.' })
  grantsVersion!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the key is over by itself.' })
  endsAt!: Date | null;
}

@Inaccessible()
@InputType({ description: 'A key that was used just now.' })
export class RecordApiKeyUseInput {
  @Field(() => String, { description: 'The organization of the key, as a plain UUID.' })
  organizationId!: string;

  @Field(() => String, { description: 'The key, as a plain UUID.' })
  apiKeyId!: string;
}

@Inaccessible()
@ObjectType({ description: 'The answer to recordApiKeyUse.' })
export class RecordApiKeyUsePayload {
  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@Inaccessible()
@InputType({ description: 'A person who is to operate the platform.' })
export class AppointOperatorInput {
  @Field(() => ID, { description: 'The user, as a plain UUID.' })
  userId!: string;
}

@Inaccessible()
@ObjectType({ description: 'The answer to appointOperator.' })
export class AppointOperatorPayload {
  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@Inaccessible()
@InputType({ description: 'A person who is to become a member without invitation.' })
export class AddMemberInput {
  @Field(() => String, { description: 'The user, as a plain UUID.' })
  userId!: string;

  @Field(() => String, { description: 'The role.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'Only for this company and its properties.' })
  companyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only for this property.' })
  propertyId?: string | null;
}

@Inaccessible()
@ObjectType({ description: 'The answer to addMember.' })
export class AddMemberPayload {
  @Field(() => String, { nullable: true, description: 'The membership.' })
  memberId?: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
