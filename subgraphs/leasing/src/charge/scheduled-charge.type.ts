import { Authenticated, LocalDate, Money, Public } from '@propertea/chassis/graph';
import { Field, ObjectType } from 'type-graphql';
import { ChargeKind } from '../terms.js';

@Public()
@Authenticated()
@ObjectType('ScheduledCharge', {
  description: 'What a lease will charge, before its line is there.',
})
export class ScheduledChargeObject {
  @Field(() => ChargeKind, { description: 'What is paid for.' })
  kind!: ChargeKind;

  @Field(() => String, { description: 'What it is called on a bill.' })
  label!: string;

  @Field(() => LocalDate, { description: 'The first day for which it is paid.' })
  periodStartsOn!: string;

  @Field(() => LocalDate, { description: 'The last day for which it is paid.' })
  periodEndsOn!: string;

  @Field(() => LocalDate, { description: 'When it is due.' })
  dueOn!: string;

  @Field(() => Money, { description: 'How much.' })
  amount!: object;

  @Field(() => Boolean, { description: 'Whether it is for a part of a period.' })
  isProrated!: boolean;

  @Field(() => String, {
    description: 'How the amount came about, such as "16 of 30 days, STANDARD_30".',
  })
  explanation!: string;
}
