import { AtMost, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';
import { ProrationMethod } from '../terms.js';
import { LeaseObject } from './lease.type.js';
import { ChargeTemplateDraftInput, LeasePartyDraftInput } from './lease-draft.type.js';

@InputType({ description: 'A lease that is signed already.' })
export class LeaseImportInput {
  @Field(() => ID, { description: 'Which unit is let.' })
  unitId!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  startsOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The last day of the agreed term; absent for an open-ended lease. One whose term is over goes on at will unless it ended.',
  })
  endsOn?: string | null;

  @Field(() => LocalDate, { description: 'When all had signed.' })
  signedOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'When the tenants moved in; the first day unless given, once it has begun.',
  })
  movedInOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Its very last day, where it is over and everybody has left.',
  })
  endedOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Charges for days before this one were billed elsewhere; the first day unless given, so that everything is billed here.',
  })
  billedBefore?: string | null;

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

  @Field(() => [LeasePartyDraftInput], {
    description: 'Who is in it, 1 to 20, among them a tenant.',
  })
  parties!: LeasePartyDraftInput[];

  @Field(() => [ChargeTemplateDraftInput], {
    description: 'What it costs, 1 to 20, among them a rent.',
  })
  chargeTemplates!: ChargeTemplateDraftInput[];
}

@InputType({ description: 'Leases to be taken over.' })
export class ImportLeasesInput {
  @Field(() => [LeaseImportInput], { description: 'The leases, 1 to 100.' })
  leases!: LeaseImportInput[];
}

@Public()
@ObjectType({ description: 'The answer to importLeases.' })
export class ImportLeasesPayload {
  @AtMost(100)
  @Field(() => [LeaseObject], {
    nullable: true,
    description: 'The leases in the order in which they were given.',
  })
  leases?: object[] | null;

  @Field(() => [UserError], { description: 'Why nothing was done; the paths name the leases.' })
  errors!: object[];
}
