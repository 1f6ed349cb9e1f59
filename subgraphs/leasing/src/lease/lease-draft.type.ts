import { LocalDate, Public, SafeInt } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';
import { ChargeCycle, ChargeKind, PartyRole, ProrationMethod } from '../terms.js';
import { LeaseObject } from './lease.type.js';

@InputType({ description: 'Somebody in a lease.' })
export class LeasePartyDraftInput {
  @Field(() => PartyRole, { description: 'What they are in it.' })
  role!: PartyRole;

  @Field(() => String, { description: 'Their name, 1 to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where mail reaches them.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Where a call reaches them.' })
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'Their own account, where it is known.' })
  userId?: string | null;
}

@InputType({ description: 'Something that a lease costs, and how often.' })
export class ChargeTemplateDraftInput {
  @Field(() => ChargeKind, { description: 'What is paid for.' })
  kind!: ChargeKind;

  @Field(() => String, { description: 'What it is called on a bill, 1 to 200 characters.' })
  label!: string;

  @Field(() => SafeInt, { description: 'What a whole period costs, in minor units.' })
  amountMinor!: number;

  @Field(() => String, {
    nullable: true,
    description: "The currency, where it is to be checked: the company's and no other.",
  })
  currency?: string | null;

  @Field(() => ChargeCycle, { description: 'How often it is due.' })
  cycle!: ChargeCycle;

  @Field(() => Int, {
    nullable: true,
    description: "On which day of the month it is due, 1 to 31; the lease's unless given.",
  })
  dueDay?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days before it is due it is billed, 0 to 90; 0 unless given.',
  })
  leadDays?: number | null;

  @Field(() => ProrationMethod, {
    nullable: true,
    description: "What a part of a period costs; the lease's unless given.",
  })
  proration?: ProrationMethod | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "From which day on; the lease's first unless given.",
  })
  startsOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Until which day; as long as the lease unless given.',
  })
  endsOn?: string | null;
}

@InputType({ description: 'A new lease.' })
export class CreateLeaseInput {
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

  @Field(() => [LeasePartyDraftInput], { nullable: true, description: 'Who is in it, up to 20.' })
  parties?: LeasePartyDraftInput[] | null;

  @Field(() => [ChargeTemplateDraftInput], {
    nullable: true,
    description: 'What it costs, up to 20.',
  })
  chargeTemplates?: ChargeTemplateDraftInput[] | null;
}

@Public()
@ObjectType({ description: 'The answer to createLease.' })
export class CreateLeasePayload {
  @Field(() => LeaseObject, { nullable: true, description: 'The new draft.' })
  lease?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
