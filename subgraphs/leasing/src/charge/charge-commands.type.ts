import { LocalDate, SafeInt } from '@propertea/chassis/graph';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { LeaseCommandInput, leasePayload } from '../lease/lease-command.type.js';
import { ChargeCycle, ChargeKind, ProrationMethod, RentChangeKind } from '../terms.js';

/** What may be said of a charge, new or there already. */
@InputType()
abstract class ChargeAttributes extends LeaseCommandInput {
  @Field(() => String, {
    nullable: true,
    description: "The currency, where it is to be checked: the lease's and no other.",
  })
  currency?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'On which day of the month it is due, 1 to 31; 1 for a new one unless given.',
  })
  dueDay?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days before it is due it is billed, 0 to 90; 0 for a new one unless given.',
  })
  leadDays?: number | null;

  @Field(() => ProrationMethod, {
    nullable: true,
    description: 'What a part of a period costs; ACTUAL for a new one unless given.',
  })
  proration?: ProrationMethod | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      "From which day on; for a new one the lease's first unless given, or today once the lease has begun.",
  })
  startsOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Until which day; null for as long as the lease.',
  })
  endsOn?: string | null;
}

@InputType({ description: 'Another charge of a lease.' })
export class AddChargeTemplateInput extends ChargeAttributes {
  @Field(() => ChargeKind, { description: 'What is paid for.' })
  kind!: ChargeKind;

  @Field(() => String, { description: 'What it is called on a bill, 1 to 200 characters.' })
  label!: string;

  @Field(() => SafeInt, { description: 'What a whole period costs, in minor units.' })
  amountMinor!: number;

  @Field(() => ChargeCycle, { description: 'How often it is due.' })
  cycle!: ChargeCycle;
}

@InputType({
  description:
    'What is different about a charge; what is left out stays. Once a line is there only label, lead days and an end behind it change.',
})
export class ChangeChargeTemplateInput extends ChargeAttributes {
  @Field(() => ID, { description: 'Which charge of the lease.' })
  chargeTemplateId!: string;

  @Field(() => ChargeKind, { nullable: true, description: 'What is paid for.' })
  kind?: ChargeKind;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called on a bill, 1 to 200 characters.',
  })
  label?: string;

  @Field(() => SafeInt, {
    nullable: true,
    description: 'What a whole period costs, in minor units.',
  })
  amountMinor?: number;

  @Field(() => ChargeCycle, { nullable: true, description: 'How often it is due.' })
  cycle?: ChargeCycle;
}

@InputType({ description: 'A charge that is to be removed; it has no line yet.' })
export class RemoveChargeTemplateInput extends LeaseCommandInput {
  @Field(() => ID, { description: 'Which charge of the lease.' })
  chargeTemplateId!: string;
}

@InputType({
  description: 'What a charge costs from a day on: an amount, or a percentage more or less.',
})
export class ScheduleRentChangeInput extends LeaseCommandInput {
  @Field(() => ID, { description: 'Which charge of the lease.' })
  chargeTemplateId!: string;

  @Field(() => RentChangeKind, { description: 'Why it changes.' })
  kind!: RentChangeKind;

  @Field(() => LocalDate, { description: 'The first day of the new amount, not billed yet.' })
  effectiveOn!: string;

  @Field(() => SafeInt, {
    nullable: true,
    description: 'What a whole period costs from then on, in minor units.',
  })
  amountMinor?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'By how many percent that changes which it costs then, −100 to 1,000, up to four decimals.',
  })
  percentage?: number | null;

  @Field(() => String, { nullable: true, description: 'What to note, up to 1,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'A change of the rent that is to be taken back.' })
export class CancelRentChangeInput extends LeaseCommandInput {
  @Field(() => ID, { description: 'Which change.' })
  rentChangeId!: string;
}

export const AddChargeTemplatePayload = leasePayload('addChargeTemplate');
export const ChangeChargeTemplatePayload = leasePayload('changeChargeTemplate');
export const RemoveChargeTemplatePayload = leasePayload('removeChargeTemplate');
export const ScheduleRentChangePayload = leasePayload('scheduleRentChange');
export const CancelRentChangePayload = leasePayload('cancelRentChange');
