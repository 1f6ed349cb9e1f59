import { AtMost, Authenticated, LocalDate, Money, Public } from '@propertea/chassis/graph';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { UnitAvailabilityState } from '../terms.js';

@Public()
@Authenticated()
@ObjectType('Occupancy', {
  description:
    'How much of a portfolio is let on a day: occupied, vacant and blocked units add up to the rentable ones.',
})
export class OccupancyObject {
  @Field(() => Int, { description: 'Units that can be let.' })
  rentable!: number;

  @Field(() => Int, { description: 'Units that a signed lease holds.' })
  occupied!: number;

  @Field(() => Int, { description: 'Units that neither a signed lease nor a block holds.' })
  vacant!: number;

  @Field(() => Int, { description: 'Vacant units that a lease holds until it is signed.' })
  reserved!: number;

  @Field(() => Int, { description: 'Units that are kept from being let.' })
  blocked!: number;

  @AtMost(10)
  @Field(() => [Money], {
    description:
      'What the units should bring a month, as far as that was said; one sum per currency.',
  })
  scheduledRent!: object[];

  @AtMost(10)
  @Field(() => [Money], {
    description: 'What the leases that hold units bring a month, by the rents as agreed today.',
  })
  contractRent!: object[];

  @AtMost(10)
  @Field(() => [Money], {
    description: 'What the units should bring less what they bring, vacant ones included.',
  })
  lostRent!: object[];

  @Field(() => Float, {
    nullable: true,
    description: 'Occupied units in per cent of the rentable ones; absent where there are none.',
  })
  rate?: number | null;
}

@Public()
@Authenticated()
@ObjectType('AvailabilityPeriod', {
  description: 'A time in which something holds a unit, or nothing does.',
})
export class AvailabilityPeriodObject {
  @Field(() => UnitAvailabilityState, { description: 'What holds it.' })
  state!: UnitAvailabilityState;

  @Field(() => LocalDate, { description: 'Its first day within the calendar.' })
  startsOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day within the calendar.' })
  endsOn?: string | null;
}
