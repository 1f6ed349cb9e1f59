import {
  Authenticated,
  AtMost,
  Internal,
  After,
  First,
  Money,
  type Payload,
  Public,
  type RoomContext,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AuditEntryConnection, historyOf } from '../history.js';
import type { Lease } from '../lease/lease.entity.js';
import { leaseById } from '../lease/lease.loader.js';
import { LeaseObject } from '../lease/lease.type.js';
import { moneyOf } from '../money.js';
import { acceptRenewal, declineRenewal, withdrawRenewal } from './answer-renewal.js';
import { changeRenewalOffer } from './change-renewal-offer.js';
import { offerRenewal } from './offer-renewal.js';
import type { RenewalOffer } from './renewal-offer.entity.js';
import { MAX_OFFERS, renewalById, renewalsOfLease } from './renewal.loader.js';
import {
  AcceptRenewalInput,
  AcceptRenewalPayload,
  ChangeRenewalOfferInput,
  ChangeRenewalOfferPayload,
  DeclineRenewalInput,
  DeclineRenewalPayload,
  OfferRenewalInput,
  OfferRenewalPayload,
  RenewalOfferObject,
  SignRenewalInput,
  SignRenewalPayload,
  WithdrawRenewalInput,
  WithdrawRenewalPayload,
} from './renewal.type.js';
import { signRenewal } from './sign-renewal.js';

type OfferPayload = Promise<Payload<{ renewalOffer: RenewalOffer | null }>>;

const reload =
  (context: RoomContext) =>
  async ({ id }: RenewalOffer) => ({ renewalOffer: await context.load(renewalById, id) });

@Resolver(() => RenewalOfferObject)
export class RenewalResolver {
  @Public()
  @Authenticated()
  @Mutation(() => OfferRenewalPayload, {
    nullable: true,
    description: 'Offers the parties of a lease a new term.',
  })
  offerRenewal(
    @Arg('input', () => OfferRenewalInput, { description: 'The offer.' }) input: OfferRenewalInput,
    @Ctx() context: RoomContext,
  ): OfferPayload {
    return context.run(offerRenewal, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeRenewalOfferPayload, {
    nullable: true,
    description: 'Offers something else, as long as nobody answered.',
  })
  changeRenewalOffer(
    @Arg('input', () => ChangeRenewalOfferInput, { description: 'The offer.' })
    input: ChangeRenewalOfferInput,
    @Ctx() context: RoomContext,
  ): OfferPayload {
    return context.run(changeRenewalOffer, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => AcceptRenewalPayload, {
    nullable: true,
    description: 'The tenants accept the new term.',
  })
  acceptRenewal(
    @Arg('input', () => AcceptRenewalInput, { description: 'The offer.' })
    input: AcceptRenewalInput,
    @Ctx() context: RoomContext,
  ): OfferPayload {
    return context.run(acceptRenewal, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => DeclineRenewalPayload, {
    nullable: true,
    description: 'The tenants do not want the new term.',
  })
  declineRenewal(
    @Arg('input', () => DeclineRenewalInput, { description: 'The offer.' })
    input: DeclineRenewalInput,
    @Ctx() context: RoomContext,
  ): OfferPayload {
    return context.run(declineRenewal, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => WithdrawRenewalPayload, {
    nullable: true,
    description: 'The landlord takes the offer back.',
  })
  withdrawRenewal(
    @Arg('input', () => WithdrawRenewalInput, { description: 'The offer.' })
    input: WithdrawRenewalInput,
    @Ctx() context: RoomContext,
  ): OfferPayload {
    return context.run(withdrawRenewal, input, reload(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => SignRenewalPayload, {
    nullable: true,
    description: 'All have signed: a new lease follows the old one.',
  })
  signRenewal(
    @Arg('input', () => SignRenewalInput, { description: 'The offer.' }) input: SignRenewalInput,
    @Ctx() context: RoomContext,
  ): OfferPayload {
    return context.run(signRenewal, input, reload(context));
  }

  @FieldResolver(() => LeaseObject, { nullable: true, description: 'The lease that would go on.' })
  lease(@Root() { leaseId }: RenewalOffer, @Ctx() context: RoomContext) {
    return context.load(leaseById, leaseId);
  }

  @FieldResolver(() => LeaseObject, {
    nullable: true,
    description: 'The lease that follows, once it is signed.',
  })
  newLease(@Root() { newLeaseId }: RenewalOffer, @Ctx() context: RoomContext) {
    return newLeaseId === null ? null : context.load(leaseById, newLeaseId);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'The offered rent of a month.' })
  async rent(@Root() { leaseId, rentMinor }: RenewalOffer, @Ctx() context: RoomContext) {
    const lease = await context.load(leaseById, leaseId);
    return lease && moneyOf(rentMinor, lease.currency);
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() { id }: RenewalOffer,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'RenewalOffer', id, { first, after });
  }
}

@Resolver(() => LeaseObject)
export class LeaseRenewalsResolver {
  @AtMost(MAX_OFFERS)
  @FieldResolver(() => [RenewalOfferObject], {
    nullable: true,
    description: 'New terms that were offered, the newest first, up to 50.',
  })
  renewalOffers(@Root() { id }: Lease, @Ctx() context: RoomContext) {
    return context.load(renewalsOfLease, id);
  }
}
