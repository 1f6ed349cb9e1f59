import { Authenticated, DateTime, EntityType, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LeaseState } from '../terms.js';

@Public()
@EntityType()
@Authenticated()
@ObjectType('Lease', { description: 'The contract by which somebody rents a unit.' })
export class LeaseObject {
  @Field(() => ID, { description: 'Identifies the lease.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => String, { description: 'Its number, unique in the company.' })
  number!: string;

  @Field(() => LeaseState, { description: 'Where it stands in its life.' })
  state!: LeaseState;

  @Field(() => LocalDate, { description: 'Its first day.' })
  startsOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of the agreed term; absent where it is open-ended.',
  })
  endsOn!: string | null;

  @Field(() => Boolean, { description: 'Whether it was agreed without an end.' })
  isOpenEnded!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the unit is held for its signatures.',
  })
  reservedUntil!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When all had signed.' })
  signedAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the tenants moved in.' })
  movedInOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the tenants moved out.' })
  movedOutOn!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Since when it goes on behind its agreed term.',
  })
  atWillSince!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Its last day, once that is certain.',
  })
  endedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was cancelled or ended, in the words of whoever did it.',
  })
  endReason!: string | null;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}
