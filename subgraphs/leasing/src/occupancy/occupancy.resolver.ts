import { LocalDate, Costs, Public, type RoomContext } from '@propertea/chassis/graph';
import { decodeId, Fault } from '@propertea/kernel';
import { Arg, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { blockById } from '../block/block.loader.js';
import { BlockObject } from '../block/block.type.js';
import { CompanyObject } from '../company/company.type.js';
import { endsOnOf } from '../days.js';
import { leaseById } from '../lease/lease.loader.js';
import { LeaseObject } from '../lease/lease.type.js';
import { PropertyObject } from '../property/property.type.js';
import type { Span } from './calendar.js';
import {
  occupancyIn,
  type OccupancyNumbers,
  occupancyOfCompany,
  occupancyOfProperty,
} from './occupancy-numbers.js';
import { AvailabilityPeriodObject, OccupancyObject } from './occupancy.type.js';

const MAX_COMPANIES = 100;

export const OnArg = (): ParameterDecorator =>
  Arg('on', () => LocalDate, {
    nullable: true,
    description: 'On which day; today at each property unless given.',
  }) as ParameterDecorator;

@Resolver(() => OccupancyObject)
export class OccupancyResolver {
  @Costs(25)
  @Public()
  @Query(() => OccupancyObject, {
    nullable: true,
    description: 'How much of the portfolio within the reach of the caller is let on a day.',
  })
  occupancy(
    @OnArg() on: string | null,
    @Arg('companyIds', () => [ID], {
      nullable: true,
      description: 'Units of these companies, up to 100.',
    })
    companyIds: string[] | null,
    @Arg('propertyId', () => ID, { nullable: true, description: 'Units of this property.' })
    propertyId: string | null,
    @Ctx() context: RoomContext,
  ): Promise<OccupancyNumbers> {
    void context.organizationId;
    if ((companyIds?.length ?? 0) > MAX_COMPANIES) {
      throw new Fault('BAD_USER_INPUT', `Give at most ${MAX_COMPANIES} companies.`);
    }
    return occupancyIn(context, on, {
      companyIds: companyIds?.flatMap((id) => decodeId('Company', id) ?? []) ?? null,
      propertyIds: propertyId
        ? [decodeId('Property', propertyId)].filter((id) => id !== undefined)
        : null,
    });
  }

  @FieldResolver(() => Float, { nullable: true })
  rate(@Root() { occupied, rentable }: OccupancyNumbers): number | null {
    return rentable === 0 ? null : Math.round((occupied / rentable) * 10_000) / 100;
  }
}

@Resolver(() => PropertyObject)
export class PropertyOccupancyResolver {
  @FieldResolver(() => OccupancyObject, {
    nullable: true,
    description: 'How much of it is let on a day; absent where it has no unit that can be let.',
  })
  occupancy(
    @Root() { id }: { id: string },
    @OnArg() on: string | null,
    @Ctx() context: RoomContext,
  ) {
    return context.load(occupancyOfProperty, { id, on });
  }
}

@Resolver(() => CompanyObject)
export class CompanyOccupancyResolver {
  @FieldResolver(() => OccupancyObject, {
    nullable: true,
    description:
      'How much of its portfolio is let on a day; absent where no unit of it can be let.',
  })
  occupancy(
    @Root() { id }: { id: string },
    @OnArg() on: string | null,
    @Ctx() context: RoomContext,
  ) {
    return context.load(occupancyOfCompany, { id, on });
  }
}

@Resolver(() => AvailabilityPeriodObject)
export class AvailabilityPeriodResolver {
  @FieldResolver(() => LocalDate, { nullable: true })
  endsOn(@Root() { endsBefore }: Span) {
    return endsOnOf(endsBefore);
  }

  @FieldResolver(() => LeaseObject, {
    nullable: true,
    description: 'The lease that holds it, or is to.',
  })
  lease(@Root() { leaseId }: Span, @Ctx() context: RoomContext) {
    return leaseId === null ? null : context.load(leaseById, leaseId);
  }

  @FieldResolver(() => BlockObject, { nullable: true, description: 'The block that holds it.' })
  block(@Root() { blockId }: Span, @Ctx() context: RoomContext) {
    return blockId === null ? null : context.load(blockById, blockId);
  }
}
