import { LocalDate } from '@propertea/chassis/graph';
import { Field, InputType } from 'type-graphql';
import { LeaseCommandInput, leasePayload } from '../lease/lease-command.type.js';
import { NoticeGiver } from '../terms.js';

@InputType({ description: 'A notice.' })
export class GiveNoticeInput extends LeaseCommandInput {
  @Field(() => NoticeGiver, { description: 'Who gives it.' })
  givenBy!: NoticeGiver;

  @Field(() => LocalDate, { description: 'When the other side received it; today or earlier.' })
  receivedOn!: string;

  @Field(() => LocalDate, { description: 'The last day of the lease.' })
  endsOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, up to 1,000 characters; needed where no rule gives a day.',
  })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The agreement by which it ends before the day of the rule, up to 1,000 characters.',
  })
  agreement?: string | null;
}

@InputType({ description: 'A notice that is taken back.' })
export class WithdrawNoticeInput extends LeaseCommandInput {
  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string | null;
}

export const GiveNoticePayload = leasePayload('giveNotice');
export const WithdrawNoticePayload = leasePayload('withdrawNotice');
