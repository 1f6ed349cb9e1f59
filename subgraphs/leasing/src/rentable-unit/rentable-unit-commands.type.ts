import { AtMost, LocalDate, Public, SafeInt } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';
import { RentableUnitObject } from './rentable-unit.type.js';

@InputType({
  description: 'What to say of one of many units; what is left out stays, null removes.',
})
export class RentableUnitTermsInput {
  @Field(() => ID, { description: 'Which unit.' })
  rentableUnitId!: string;

  @Field(() => SafeInt, {
    nullable: true,
    description: "What it should cost a month, in minor units of its company's currency.",
  })
  baseRentMinor?: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which it can be let.' })
  rentableFrom?: string | null;
}

@InputType({ description: 'A unit as it is let, and what to change.' })
export class ChangeRentableUnitInput extends RentableUnitTermsInput {
  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;
}

@InputType({ description: 'Many units as they are let.' })
export class ChangeRentableUnitsInput {
  @Field(() => [RentableUnitTermsInput], { description: 'The units, 1 to 100.' })
  units!: RentableUnitTermsInput[];
}

@Public()
@ObjectType({ description: 'The answer to changeRentableUnit.' })
export class ChangeRentableUnitPayload {
  @Field(() => RentableUnitObject, { nullable: true, description: 'The unit as it is now.' })
  rentableUnit?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@Public()
@ObjectType({ description: 'The answer to changeRentableUnits.' })
export class ChangeRentableUnitsPayload {
  @AtMost(100)
  @Field(() => [RentableUnitObject], {
    nullable: true,
    description: 'The units as they are now, in the order in which they were given.',
  })
  rentableUnits?: object[] | null;

  @Field(() => [UserError], { description: 'Why nothing was done; the paths name the units.' })
  errors!: object[];
}
