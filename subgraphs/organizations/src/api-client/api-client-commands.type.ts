import { DateTime } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';
import { RoleEnum } from '../member/member.type.js';
import { ApiClientType, ApiScopeEnum } from './api-client.type.js';

@InputType({
  description:
    'A role for an API client. Without company and property it goes for the whole organization.',
})
export class ApiClientGrantInput {
  @Field(() => RoleEnum, { description: 'Which role.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'Only for this company and its properties.' })
  companyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only for this property.' })
  propertyId?: string | null;
}

@InputType({ description: 'A new API client.' })
export class CreateApiClientInput {
  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  name!: string;

  @Field(() => [ApiScopeEnum], { description: 'What it is let do; at least one.' })
  scopes!: string[];

  @Field(() => [ApiClientGrantInput], {
    description: 'With which roles, 1 to 20, none of them beyond the rights of who creates it.',
  })
  grants!: ApiClientGrantInput[];

  @Field(() => DateTime, { nullable: true, description: 'Until when its keys are good at most.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'What an API client is called and may do from now on.' })
export class ChangeApiClientInput {
  @Field(() => ID, { description: 'Which client.' })
  apiClientId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;

  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  name!: string;

  @Field(() => [ApiScopeEnum], { description: 'What it is let do; at least one.' })
  scopes!: string[];

  @Field(() => [ApiClientGrantInput], {
    description: 'With which roles, 1 to 20, none of them beyond the rights of who created it.',
  })
  grants!: ApiClientGrantInput[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when its keys are good at most; without end where it is not given.',
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'An API client that gets another key.' })
export class RotateApiClientKeyInput {
  @Field(() => ID, { description: 'Which client.' })
  apiClientId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the keys before it are good too, at most 30 days ahead; not at all where it is not given.',
  })
  oldKeysUntil?: Date | null;
}

@InputType({ description: 'A key to end at once.' })
export class RevokeApiClientKeyInput {
  @Field(() => ID, { description: 'Which key.' })
  apiKeyId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  reason?: string | null;
}

@InputType({ description: 'An API client to end at once and for good.' })
export class RevokeApiClientInput {
  @Field(() => ID, { description: 'Which client.' })
  apiClientId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  reason?: string | null;
}

@ObjectType({ description: 'The answer to createApiClient.' })
export class CreateApiClientPayload {
  @Field(() => ApiClientType, { nullable: true, description: 'The client.' })
  apiClient?: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its first key. It is shown this once and cannot be had again.',
  })
  key?: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to changeApiClient.' })
export class ChangeApiClientPayload {
  @Field(() => ApiClientType, { nullable: true, description: 'The client as it is now.' })
  apiClient?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to rotateApiClientKey.' })
export class RotateApiClientKeyPayload {
  @Field(() => ApiClientType, { nullable: true, description: 'The client as it is now.' })
  apiClient?: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'The new key. It is shown this once and cannot be had again.',
  })
  key?: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to revokeApiClientKey.' })
export class RevokeApiClientKeyPayload {
  @Field(() => ApiClientType, { nullable: true, description: 'Its client as it is now.' })
  apiClient?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to revokeApiClient.' })
export class RevokeApiClientPayload {
  @Field(() => ApiClientType, { nullable: true, description: 'The client as it is now.' })
  apiClient?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
