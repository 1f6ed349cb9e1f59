import { Authenticated, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ObjectType } from 'type-graphql';
import { NoticeGiver } from '../terms.js';

@Public()
@Authenticated()
@ObjectType('NoticeRule', {
  description: 'What the law of a place says of a notice, as far as it is known here.',
})
export class NoticeRuleObject {
  @Field(() => String, { description: 'The statute.' })
  statute!: string;

  @Field(() => String, { description: 'What it says, in a sentence.' })
  text!: string;

  @Field(() => LocalDate, { description: 'From when on it is the law.' })
  validFrom!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'When somebody compared it with the statute; absent where nobody did.',
  })
  checkedOn!: string | null;

  @Field(() => Boolean, {
    description: 'Whether that found it right; what is not verified warns and never enforces.',
  })
  isVerified!: boolean;
}

@Public()
@Authenticated()
@ObjectType('LeaseNotice', { description: 'A notice by which a lease ends.' })
export class LeaseNoticeObject {
  @Field(() => NoticeGiver, { description: 'Who gave it.' })
  givenBy!: NoticeGiver;

  @Field(() => LocalDate, { description: 'When the other side received it.' })
  receivedOn!: string;

  @Field(() => LocalDate, { description: 'The last day of the lease.' })
  endsOn!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever recorded it.' })
  reason!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The earliest last day by the rule; absent where none gives one.',
  })
  earliestEndOn!: string | null;

  @Field(() => NoticeRuleObject, { nullable: true, description: 'The rule that was looked at.' })
  rule!: object | null;

  @Field(() => Boolean, { description: 'Whether the lease ends before that day.' })
  isShortened!: boolean;

  @Field(() => String, { nullable: true, description: 'The agreement by which it may.' })
  agreement!: string | null;
}

@Public()
@Authenticated()
@ObjectType('NoticeProposal', { description: 'When a lease would end by a notice.' })
export class NoticeProposalObject {
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The earliest last day; absent where no rule gives one and a person decides, with a reason.',
  })
  earliestEndOn!: string | null;

  @Field(() => NoticeRuleObject, {
    nullable: true,
    description: 'By which rule; absent where no pack has one.',
  })
  rule!: object | null;

  @Field(() => Boolean, { description: 'Whether an earlier day is refused without an agreement.' })
  isEnforced!: boolean;
}
