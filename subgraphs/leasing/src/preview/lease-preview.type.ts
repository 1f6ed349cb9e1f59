import { AtMost, Authenticated, LocalDate, Money, Public } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ScheduledChargeObject } from '../charge/scheduled-charge.type.js';
import { UserError } from '../errors.js';
import { ChargeTemplateDraftInput } from '../lease/lease-draft.type.js';
import { ProrationMethod } from '../terms.js';

@InputType({ description: 'A lease that may be drafted.' })
export class LeasePreviewInput {
  @Field(() => ID, { description: 'Which unit is let.' })
  unitId!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  startsOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; absent for an open-ended lease.',
  })
  endsOn?: string | null;

  @Field(() => ProrationMethod, {
    nullable: true,
    description: 'What a part of a period costs, where a charge says nothing; ACTUAL unless given.',
  })
  proration?: ProrationMethod | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The day of the month on which charges are due that say nothing; 1 unless given.',
  })
  dueDay?: number | null;

  @Field(() => [ChargeTemplateDraftInput], {
    nullable: true,
    description: 'What it costs, up to 20.',
  })
  chargeTemplates?: ChargeTemplateDraftInput[] | null;
}

@Public()
@Authenticated()
@ObjectType('LeasePreview', { description: 'What a lease would charge, before it is drafted.' })
export class LeasePreviewObject {
  @AtMost(100)
  @Field(() => [ScheduledChargeObject], {
    description: 'The charges, by the day on which they are due, up to 100.',
  })
  charges!: object[];

  @AtMost(10)
  @Field(() => [Money], { description: 'What is due on the first of these days.' })
  firstPayment!: object[];

  @AtMost(10)
  @Field(() => [String], {
    description: 'When something else holds the unit in that time, in words.',
  })
  conflicts!: string[];

  @AtMost(100)
  @Field(() => [UserError], { description: 'Why it could not be drafted so.' })
  errors!: object[];
}
