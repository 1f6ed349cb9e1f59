import { Authenticated, type Payload, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { unitArrivals } from '../rentable-unit/rentable-unit.loader.js';
import { importLeases } from './import-leases.js';
import type { Lease } from './lease.entity.js';
import { leaseById } from './lease.loader.js';
import { ImportLeasesInput, ImportLeasesPayload } from './lease-import.type.js';

@Resolver()
export class LeaseImportResolver {
  @Public()
  @Authenticated()
  @Mutation(() => ImportLeasesPayload, {
    nullable: true,
    description: 'Takes over leases that are signed already, all of them or none.',
  })
  async importLeases(
    @Arg('input', () => ImportLeasesInput, { description: 'The leases.' })
    input: ImportLeasesInput,
    @Ctx() context: RoomContext,
  ): Promise<Payload<{ leases: (Lease | null)[] }>> {
    await unitArrivals(
      context,
      input.leases.map(({ unitId }) => unitId),
    );
    return context.run(importLeases, input, async (leases) => ({
      leases: await Promise.all(leases.map(({ id }) => context.load(leaseById, id))),
    }));
  }
}
