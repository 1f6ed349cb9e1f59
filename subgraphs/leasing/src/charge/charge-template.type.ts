import { Authenticated, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChargeCycle, ChargeKind, ProrationMethod, RentChangeKind } from '../terms.js';

@Public()
@Authenticated()
@ObjectType('ChargeTemplate', { description: 'Something that a lease costs, and how often.' })
export class ChargeTemplateObject {
  @Field(() => ID, { description: 'Identifies it.' })
  id!: string;

  @Field(() => ChargeKind, { description: 'What is paid for.' })
  kind!: ChargeKind;

  @Field(() => String, { description: 'What it is called on a bill.' })
  label!: string;

  @Field(() => ChargeCycle, { description: 'How often it is due.' })
  cycle!: ChargeCycle;

  @Field(() => Int, {
    description: 'On which day of the month it is due, 1 to 31; a shorter month has its last day.',
  })
  dueDay!: number;

  @Field(() => Int, { description: 'How many days before it is due it is billed.' })
  leadDays!: number;

  @Field(() => ProrationMethod, { description: 'What a part of a period costs.' })
  proration!: ProrationMethod;

  @Field(() => LocalDate, { description: 'From which day on.' })
  startsOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Until which day; absent where it goes on as long as the lease does.',
  })
  endsOn!: string | null;
}

@Public()
@Authenticated()
@ObjectType('RentChange', { description: 'A scheduled change of what a lease costs.' })
export class RentChangeObject {
  @Field(() => ID, { description: 'Identifies it.' })
  id!: string;

  @Field(() => RentChangeKind, { description: 'Why it changes.' })
  kind!: RentChangeKind;

  @Field(() => LocalDate, { description: 'The first day of the new amount.' })
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'What was noted about it.' })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether it was cancelled.' })
  isCancelled!: boolean;
}
