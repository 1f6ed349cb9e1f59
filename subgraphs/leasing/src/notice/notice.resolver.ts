import { Authenticated, LocalDate, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Lease } from '../lease/lease.entity.js';
import { leaseById } from '../lease/lease.loader.js';
import { LeaseObject } from '../lease/lease.type.js';
import { type LeasePayload, reloadLease } from '../lease/reload-lease.js';
import { propertyCopyById } from '../property/property.loader.js';
import { hasOffice } from '../reach.js';
import { NoticeGiver } from '../terms.js';
import { giveNotice } from './give-notice.js';
import {
  GiveNoticeInput,
  GiveNoticePayload,
  WithdrawNoticeInput,
  WithdrawNoticePayload,
} from './notice-commands.type.js';
import { lawfulNotice } from './notice-of-lease.js';
import { LeaseNoticeObject, NoticeProposalObject } from './notice.type.js';
import { withdrawNotice } from './withdraw-notice.js';

@Resolver(() => LeaseObject)
export class NoticeResolver {
  @FieldResolver(() => LeaseNoticeObject, {
    nullable: true,
    description: 'The notice by which it ends.',
  })
  notice(@Root() { notice }: Lease) {
    return notice;
  }

  @Public()
  @Query(() => NoticeProposalObject, {
    nullable: true,
    description: 'When a lease would end by a notice, by the law of its place.',
  })
  async earliestNoticeEnd(
    @Arg('leaseId', () => ID, { description: 'Which lease.' }) leaseId: string,
    @Arg('givenBy', () => NoticeGiver, { description: 'Who gives it.' }) givenBy: NoticeGiver,
    @Arg('receivedOn', () => LocalDate, { description: 'When the other side receives it.' })
    receivedOn: string,
    @Ctx() context: RoomContext,
  ) {
    void context.organizationId;
    const lease = hasOffice(context.identity)
      ? await context.loadById(leaseById, 'Lease', leaseId)
      : null;
    if (!lease) return null;
    const property = await context.load(propertyCopyById, lease.propertyId);
    const jurisdiction = property?.jurisdiction ?? null;
    const em = await context.em();
    const { earliestEndOn, rule } = await lawfulNotice(
      em,
      lease,
      jurisdiction,
      givenBy,
      receivedOn,
    );
    return { earliestEndOn, rule, isEnforced: earliestEndOn !== null && rule?.isVerified === true };
  }

  @Public()
  @Authenticated()
  @Mutation(() => GiveNoticePayload, {
    nullable: true,
    description: 'Records a notice: the lease goes on until its last day.',
  })
  giveNotice(
    @Arg('input', () => GiveNoticeInput, { description: 'The lease and the notice.' })
    input: GiveNoticeInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(giveNotice, input, reloadLease(context));
  }

  @Public()
  @Authenticated()
  @Mutation(() => WithdrawNoticePayload, {
    nullable: true,
    description: 'Takes a notice back: the lease goes on as before.',
  })
  withdrawNotice(
    @Arg('input', () => WithdrawNoticeInput, { description: 'The lease.' })
    input: WithdrawNoticeInput,
    @Ctx() context: RoomContext,
  ): LeasePayload {
    return context.run(withdrawNotice, input, reloadLease(context));
  }
}
