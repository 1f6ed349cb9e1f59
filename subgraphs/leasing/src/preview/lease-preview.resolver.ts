import { LocalDate, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { type LeasePreview, previewLease } from './preview-lease.js';
import { LeasePreviewInput, LeasePreviewObject } from './lease-preview.type.js';

@Resolver()
export class LeasePreviewResolver {
  @Public()
  @Query(() => LeasePreviewObject, {
    nullable: true,
    description:
      'What a lease would charge and what is in its way; absent for a unit that is not there. Nothing is written.',
  })
  leasePreview(
    @Arg('input', () => LeasePreviewInput, { description: 'The lease.' }) input: LeasePreviewInput,
    @Arg('until', () => LocalDate, {
      nullable: true,
      description: 'Until when charges are shown; twelve months from its first day unless given.',
    })
    until: string | null,
    @Ctx() context: RoomContext,
  ): Promise<LeasePreview | null> {
    void context.organizationId;
    return previewLease(context, input, until);
  }
}
