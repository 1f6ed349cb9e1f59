import { After, First, Public, type RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { LeaseConnection } from '../lease/lease-list.type.js';
import { leasesOfTenancy } from '../lease/lease.loader.js';
import { leasesByStart } from '../lease/list-leases.js';
import { UnitObject } from '../unit/unit.type.js';
import type { Tenancy } from './tenancy.entity.js';
import { tenancyById } from './tenancy.loader.js';
import { TenancyObject } from './tenancy.type.js';

@Resolver(() => TenancyObject)
export class TenancyResolver {
  @Public()
  @Query(() => TenancyObject, { nullable: true, description: 'A tenancy.' })
  tenancy(
    @Arg('id', () => ID, { description: 'Which tenancy.' }) id: string,
    @Ctx() context: RoomContext,
  ): Promise<Tenancy | null> {
    void context.organizationId;
    return context.loadById(tenancyById, 'Tenancy', id);
  }

  @FieldResolver(() => UnitObject, { nullable: true, description: 'The unit.' })
  unit(@Root() { unitId }: Tenancy) {
    return { id: unitId };
  }

  @FieldResolver(() => LeaseConnection, {
    nullable: true,
    description: 'Its leases, the earliest first.',
  })
  leases(
    @Root() { id }: Tenancy,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    const list = { first, after, filter: null, sort: leasesByStart };
    return context.load(leasesOfTenancy, { parentId: id, list });
  }
}
