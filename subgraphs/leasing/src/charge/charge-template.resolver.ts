import { Money, type RoomContext } from '@propertea/chassis/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { leaseById } from '../lease/lease.loader.js';
import { moneyOf } from '../money.js';
import type { ChargeTemplate } from './charge-template.entity.js';
import { ChargeTemplateObject, RentChangeObject } from './charge-template.type.js';
import type { RentChange } from './rent-change.entity.js';

/** The amount in the currency of the lease, which is loaded already where this is read. */
async function amountOf(context: RoomContext, leaseId: string, amountMinor: number) {
  const lease = await context.load(leaseById, leaseId);
  return lease && moneyOf(amountMinor, lease.currency);
}

@Resolver(() => ChargeTemplateObject)
export class ChargeTemplateResolver {
  @FieldResolver(() => Money, { nullable: true, description: 'What a whole period costs.' })
  amount(@Root() { leaseId, amountMinor }: ChargeTemplate, @Ctx() context: RoomContext) {
    return amountOf(context, leaseId, amountMinor);
  }
}

@Resolver(() => RentChangeObject)
export class RentChangeResolver {
  @FieldResolver(() => Money, { nullable: true, description: 'What it costs from then on.' })
  amount(@Root() { leaseId, amountMinor }: RentChange, @Ctx() context: RoomContext) {
    return amountOf(context, leaseId, amountMinor);
  }
}
