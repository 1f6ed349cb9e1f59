import { connectionOf, DateTime, RequiresScope } from '@propertea/chassis/graph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

@RequiresScope('operator')
@ObjectType('Mail', { description: 'A mail that the house has written, kept for 30 days.' })
export class MailType {
  @Field(() => ID, { description: 'Identifies the mail.' })
  id!: string;

  @Field(() => String, {
    description:
      'The e-mail address it goes to. Personal: to deliver it; kept 30 days or until erasure.',
  })
  recipient!: string;

  @Field(() => String, { description: 'Its subject line.' })
  subject!: string;

  @Field(() => String, { description: 'Its text.' })
  body!: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When a mail server took it; absent while it waits, or where there is none.',
  })
  sentAt!: Date | null;
}

export const MailConnection = connectionOf(() => MailType, 'Mail', { isPublic: false });

@InputType({ description: 'Which mails.' })
export class MailFilter {
  @Field(() => String, { nullable: true, description: 'Those to this address, in any case.' })
  recipient?: string | null;
}
