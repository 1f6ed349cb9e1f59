import { Authenticated, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ID, ObjectType } from 'type-graphql';
import { PartyRole, PartyState } from '../terms.js';

@Public()
@Authenticated()
@ObjectType('LeaseParty', { description: 'Somebody in a lease.' })
export class LeasePartyObject {
  @Field(() => ID, { description: 'Identifies the party.' })
  id!: string;

  @Field(() => PartyRole, { description: 'What they are in the lease.' })
  role!: PartyRole;

  @Field(() => PartyState, { description: 'Whether they live there.' })
  state!: PartyState;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where mail reaches them.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Where a call reaches them.' })
  phone!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When they moved in.' })
  movedInOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When they moved out.' })
  movedOutOn!: string | null;
}
