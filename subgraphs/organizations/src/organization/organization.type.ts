import { Authenticated, DateTime, EntityType, Public } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';

@Public()
@EntityType()
@Authenticated()
@ObjectType('Organization', {
  description:
    'A company or team that manages property; everything it owns is visible to it alone.',
})
export class OrganizationType {
  @Field(() => ID, { description: 'Identifies the organization; sent as x-organization-id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was registered.' })
  createdAt!: Date;
}

@InputType({ description: 'A new organization.' })
export class RegisterOrganizationInput {
  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name!: string;
}

@InputType({ description: 'New attributes of an organization.' })
export class ChangeOrganizationInput {
  @Field(() => ID, { description: 'Which organization.' })
  organizationId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;

  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name!: string;
}

@ObjectType({ description: 'The answer to registerOrganization.' })
export class RegisterOrganizationPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'The new organization.' })
  organization?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@Public()
@ObjectType({ description: 'The answer to changeOrganization.' })
export class ChangeOrganizationPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'The organization as it is now.' })
  organization?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
