import { AtMost, Authenticated, connectionOf, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ObjectType } from 'type-graphql';
import { UnitAvailabilityState } from '../terms.js';

@Public()
@Authenticated()
@ObjectType('RentRollEntry', {
  description: 'A unit on a day: what holds it, who rents it and for how much.',
})
export class RentRollEntryObject {
  @Field(() => UnitAvailabilityState, { description: 'What holds the unit.' })
  state!: UnitAvailabilityState;

  @AtMost(20)
  @Field(() => [String], { description: 'Names of the tenants, up to 20.' })
  tenantNames!: string[];

  @Field(() => LocalDate, { nullable: true, description: 'The first day of the lease.' })
  startsOn!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of its agreed term; absent where it is open-ended.',
  })
  endsOn!: string | null;
}

export const RentRollConnection = connectionOf(() => RentRollEntryObject, 'RentRoll');
