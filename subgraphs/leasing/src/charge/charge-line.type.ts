import { Authenticated, connectionOf, DateTime, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ID, ObjectType } from 'type-graphql';
import { ChargeKind } from '../terms.js';

@Public()
@Authenticated()
@ObjectType('ChargeLine', {
  description:
    'What was due of a lease for one period; only what is given back of it ever changes.',
})
export class ChargeLineObject {
  @Field(() => ID, { description: 'Identifies the line.' })
  id!: string;

  @Field(() => ChargeKind, { description: 'What is paid for.' })
  kind!: ChargeKind;

  @Field(() => String, { description: 'What it is called on a bill.' })
  label!: string;

  @Field(() => LocalDate, { description: 'The first day for which it is paid.' })
  periodStartsOn!: string;

  @Field(() => LocalDate, { description: 'The last day for which it is paid.' })
  periodEndsOn!: string;

  @Field(() => LocalDate, { description: 'When it is due.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether it is for a part of a period.' })
  isProrated!: boolean;

  @Field(() => DateTime, { description: 'When it was generated.' })
  createdAt!: Date;
}

export const ChargeLineConnection = connectionOf(() => ChargeLineObject, 'ChargeLine');
