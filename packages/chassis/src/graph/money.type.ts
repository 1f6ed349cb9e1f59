import { Field, ObjectType } from 'type-graphql';
import { Public, Shareable } from './public.js';
import { CurrencyCode, SafeInt } from './scalars.js';

@Public()
@Shareable()
@ObjectType({ description: 'An amount of money.' })
export class Money {
  @Field(() => SafeInt, { description: 'The amount in minor units, such as cents.' })
  amountMinor!: number;

  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string;
}
