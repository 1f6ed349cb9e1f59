import {
  Authenticated,
  DateTime,
  EntityType,
  Inaccessible,
  Internal,
  Public,
} from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';

@Public()
@Authenticated()
@EntityType()
@ObjectType('User', { description: 'A person: one identity, whatever they are to whom.' })
export class UserType {
  @Field(() => ID, { description: 'Identifies the person.' })
  id!: string;

  @Field(() => String, {
    description:
      'The e-mail address they sign in with. Personal: to sign in and to be reached; kept until erasure.',
  })
  email!: string;

  @Internal()
  @Field(() => Boolean, { description: 'Whether an issuer has seen that the address is theirs.' })
  isEmailVerified!: boolean;

  @Field(() => String, {
    description:
      'What they are called. Personal: for colleagues and the audit trail; kept until erasure.',
  })
  name!: string;

  @Field(() => String, {
    description: 'Their language, such as en or de. Personal: to address them; kept until erasure.',
  })
  locale!: string;

  @Field(() => String, {
    description:
      'Their time zone by its IANA name, such as Europe/Berlin. Personal: to show them times; kept until erasure.',
  })
  timeZone!: string;

  @Field(() => DateTime, { description: 'When they were first seen.' })
  createdAt!: Date;

  @Internal()
  @Field(() => Int, {
    description: 'Rises with every change; commands take the one that was read.',
  })
  version!: number;
}

@InputType({ description: 'How a person is called.' })
export class ChangeProfileInput {
  @Field(() => String, { description: 'The new name: one line, 1 to 200 characters.' })
  name!: string;

  @Field(() => Int, { description: 'The version that was read; a newer one is a CONFLICT.' })
  version!: number;
}

@InputType({ description: 'Language and time zone; what is left out stays.' })
export class ChangePreferencesInput {
  @Field(() => String, {
    nullable: true,
    description: 'One of en, de, es, fr, it, nl, pl, pt, tr, uk.',
  })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'A time zone of the IANA database.' })
  timeZone?: string | null;

  @Field(() => Int, { description: 'The version that was read; a newer one is a CONFLICT.' })
  version!: number;
}

@InputType({ description: 'The confirmation of an erasure that cannot be undone.' })
export class EraseMyAccountInput {
  @Field(() => String, { description: 'The own e-mail address, typed again.' })
  confirmEmail!: string;
}

function userPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => UserType, { nullable: true, description: 'The person as they are now.' })
    user?: UserType | null;

    @Field(() => [UserError], { description: 'Why nothing was changed; empty on success.' })
    errors!: InstanceType<typeof UserError>[];
  }
  return Payload;
}

export const ChangeProfilePayload = userPayload('ChangeProfilePayload', 'What changeProfile did.');
export const ChangePreferencesPayload = userPayload(
  'ChangePreferencesPayload',
  'What changePreferences did.',
);

@ObjectType({ description: 'What eraseMyAccount did.' })
export class EraseMyAccountPayload {
  @Field(() => Boolean, { nullable: true, description: 'True when the erasure is done.' })
  isErased?: boolean | null;

  @Field(() => [UserError], { description: 'Why nothing was erased; empty on success.' })
  errors!: InstanceType<typeof UserError>[];
}

@Inaccessible()
@InputType({ description: 'The claims of a token that the gateway has verified.' })
export class LinkIdentityInput {
  @Field(() => String, { description: 'Who vouches: the iss of the token.' })
  issuer!: string;

  @Field(() => String, { description: 'Whom it means: the sub of the token.' })
  subject!: string;

  @Field(() => String, { description: 'The e-mail address of the token.' })
  email!: string;

  @Field(() => Boolean, { description: 'Whether the issuer has verified the address.' })
  emailVerified!: boolean;

  @Field(() => String, { nullable: true, description: 'The name of the token.' })
  name?: string | null;
}

@Inaccessible()
@ObjectType({ description: 'The person of a sign-in.' })
export class LinkIdentityPayload {
  @Field(() => ID, { nullable: true, description: 'The person, as a plain UUID.' })
  userId?: string | null;

  @Field(() => [UserError], { description: 'Why there is none; empty on success.' })
  errors!: InstanceType<typeof UserError>[];
}
