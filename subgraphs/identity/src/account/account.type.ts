import { Inaccessible } from '@propertea/chassis/graph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';

@Inaccessible()
@InputType({ description: 'An account to be made at the embedded issuer.' })
export class CreateAccountInput {
  @Field(() => String, { description: 'The e-mail address; it counts as verified.' })
  email!: string;

  @Field(() => String, { description: 'What the person is called.' })
  name!: string;

  @Field(() => String, { description: 'At least 10 characters, none of the common ones.' })
  password!: string;
}

@Inaccessible()
@ObjectType({ description: 'What createAccount did.' })
export class CreateAccountPayload {
  @Field(() => ID, { nullable: true, description: 'The person, as a plain UUID.' })
  userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The sub of their tokens.' })
  subject?: string | null;

  @Field(() => [UserError], { description: 'Why nothing was made; empty on success.' })
  errors!: InstanceType<typeof UserError>[];
}

@Inaccessible()
@ObjectType({ description: "A person as the house's own scripts look them up." })
export class SignInAccount {
  @Field(() => ID, { description: 'The person, as a plain UUID.' })
  userId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The sub of their tokens at the embedded issuer; absent without an account there.',
  })
  subject!: string | null;

  @Field(() => String, { description: 'Their e-mail address.' })
  email!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;
}
