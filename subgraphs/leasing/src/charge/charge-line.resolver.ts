import { Money } from '@propertea/chassis/graph';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { ChargeLine } from './charge-line.entity.js';
import { ChargeLineObject } from './charge-line.type.js';

@Resolver(() => ChargeLineObject)
export class ChargeLineResolver {
  @FieldResolver(() => Money, { description: 'How much was due.' })
  amount(@Root() { amountMinor, currency }: ChargeLine) {
    return { amountMinor, currency };
  }

  @FieldResolver(() => Money, { description: 'How much of it was given back.' })
  credited(@Root() { creditedMinor, currency }: ChargeLine) {
    return { amountMinor: creditedMinor, currency };
  }
}
