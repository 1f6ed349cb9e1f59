import {
  After,
  AtMost,
  First,
  Internal,
  LocalDate,
  Money,
  Public,
  reaches,
  type RoomContext,
  type SortDirection,
  toSort,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ChargeTemplateObject, RentChangeObject } from '../charge/charge-template.type.js';
import { ChargeLineConnection } from '../charge/charge-line.type.js';
import { rentChangesOfLease, templatesOfLease } from '../charge/charge.loader.js';
import { linesByDueDay, linesOfLease } from '../charge/list-charge-lines.js';
import { scheduleOfLease } from '../charge/schedule-of-lease.js';
import { ScheduledChargeObject } from '../charge/scheduled-charge.type.js';
import { CompanyObject } from '../company/company.type.js';
import { dayAt } from '../days.js';
import { AuditEntryConnection, historyOf } from '../history.js';
import { moneyOf } from '../money.js';
import { partiesOfLease } from '../party/lease-party.loader.js';
import { LeasePartyObject } from '../party/lease-party.type.js';
import { propertyCopyById } from '../property/property.loader.js';
import { PropertyObject } from '../property/property.type.js';
import { hasOffice, LEASE_WRITERS } from '../reach.js';
import { rentableUnitById } from '../rentable-unit/rentable-unit.loader.js';
import { RentableUnitObject } from '../rentable-unit/rentable-unit.type.js';
import { tenancyById } from '../tenancy/tenancy.loader.js';
import { TenancyObject } from '../tenancy/tenancy.type.js';
import { LeaseAction } from '../terms.js';
import { UnitObject } from '../unit/unit.type.js';
import { actionsOf } from './lease-actions.js';
import type { Lease } from './lease.entity.js';
import { leaseById, renewalOfLease } from './lease.loader.js';
import { LeaseConnection, LeaseFilter, LeaseFilterArg, LeaseSortArg } from './lease-list.type.js';
import { LeaseObject } from './lease.type.js';
import { isPerson } from './lease.policy.js';
import { leasesByAge, leaseSorts, listLeases } from './list-leases.js';

@Resolver(() => LeaseObject)
export class LeaseResolver {
  @Public()
  @Query(() => LeaseObject, { nullable: true, description: 'A lease.' })
  lease(
    @Arg('id', () => ID, { description: 'Which lease.' }) id: string,
    @Ctx() context: RoomContext,
  ): Promise<Lease | null> {
    if (!isPerson(context.identity)) void context.organizationId;
    return context.loadById(leaseById, 'Lease', id);
  }

  @Public()
  @Query(() => LeaseConnection, {
    nullable: true,
    description: 'The leases of the organization within the reach of the caller.',
  })
  leases(
    @First() first: number,
    @After() after: string | null,
    @LeaseFilterArg() filter: LeaseFilter | null,
    @LeaseSortArg() sort: { field: string; direction: SortDirection } | null,
    @Ctx() context: RoomContext,
  ) {
    const order = toSort(sort, leasesByAge, leaseSorts);
    return listLeases(context, { first, after, filter, sort: order });
  }

  @FieldResolver(() => UnitObject, { nullable: true, description: 'The unit as it physically is.' })
  unit(@Root() { unitId }: Lease) {
    return { id: unitId };
  }

  @FieldResolver(() => RentableUnitObject, {
    nullable: true,
    description: 'The unit as it is let.',
  })
  rentableUnit(@Root() { unitId }: Lease, @Ctx() context: RoomContext) {
    return context.load(rentableUnitById, unitId);
  }

  @FieldResolver(() => PropertyObject, {
    nullable: true,
    description: 'The property in which the unit lies.',
  })
  property(@Root() { propertyId }: Lease) {
    return { id: propertyId };
  }

  @FieldResolver(() => CompanyObject, { nullable: true, description: 'The company that lets.' })
  company(@Root() { companyId }: Lease) {
    return { id: companyId };
  }

  @FieldResolver(() => TenancyObject, {
    nullable: true,
    description: 'The chain of leases to which it belongs.',
  })
  tenancy(@Root() { tenancyId }: Lease, @Ctx() context: RoomContext) {
    return context.load(tenancyById, tenancyId);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'Its rent of a month, as of today.' })
  rent(@Root() { rentMinor, currency }: Lease) {
    return moneyOf(rentMinor, currency);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What the unit should have cost a month when it was signed.',
  })
  baseRent(@Root() { baseRentMinor, currency }: Lease, @Ctx() { identity }: RoomContext) {
    return hasOffice(identity) ? moneyOf(baseRentMinor, currency) : null;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The base rent less the rent of a month; below zero where it brings more.',
  })
  lostRent(@Root() { lostRentMinor, currency }: Lease, @Ctx() { identity }: RoomContext) {
    return hasOffice(identity) ? moneyOf(lostRentMinor, currency) : null;
  }

  @FieldResolver(() => Money, { nullable: true, description: 'The deposits that it asks for.' })
  deposit(@Root() { depositMinor, currency }: Lease) {
    return moneyOf(depositMinor, currency);
  }

  @AtMost(20)
  @FieldResolver(() => [LeasePartyObject], { description: 'Who is in it, up to 20.' })
  parties(@Root() { id }: Lease, @Ctx() context: RoomContext) {
    return context.load(partiesOfLease, id);
  }

  @AtMost(20)
  @FieldResolver(() => [ChargeTemplateObject], { description: 'What it costs, up to 20.' })
  chargeTemplates(@Root() { id }: Lease, @Ctx() context: RoomContext) {
    return context.load(templatesOfLease, id);
  }

  @AtMost(100)
  @FieldResolver(() => [RentChangeObject], {
    description: 'How what it costs changes, by the day on which it does, up to 100.',
  })
  rentChanges(@Root() { id }: Lease, @Ctx() context: RoomContext) {
    return context.load(rentChangesOfLease, id);
  }

  @AtMost(100)
  @FieldResolver(() => [ScheduledChargeObject], {
    nullable: true,
    description: 'What it will charge for which no line is there yet, by the day, up to 100.',
  })
  schedule(
    @Root() lease: Lease,
    @Arg('until', () => LocalDate, {
      nullable: true,
      description: 'Until when; twelve months from today unless given.',
    })
    until: string | null,
    @Ctx() context: RoomContext,
  ) {
    return scheduleOfLease(context, lease, until);
  }

  @FieldResolver(() => ChargeLineConnection, {
    nullable: true,
    description: 'What was due of it, the newest first.',
  })
  chargeLines(
    @Root() { id }: Lease,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    const list = { first, after, filter: null, sort: linesByDueDay };
    return context.load(linesOfLease, { parentId: id, list });
  }

  @AtMost(20)
  @FieldResolver(() => [LeaseAction], { description: 'What the caller may do with it now.' })
  async actions(@Root() lease: Lease, @Ctx() context: RoomContext): Promise<LeaseAction[]> {
    const { companyId, propertyId } = lease;
    const { identity, services } = context;
    if (identity.readOnly || !reaches(identity, LEASE_WRITERS, { companyId, propertyId }))
      return [];
    const property = await context.load(propertyCopyById, propertyId);
    return actionsOf(lease, dayAt(services.clock.now(), property));
  }

  @FieldResolver(() => LeaseObject, { nullable: true, description: 'The lease that it follows.' })
  renewedFrom(@Root() { renewedFromId }: Lease, @Ctx() context: RoomContext) {
    return renewedFromId === null ? null : context.load(leaseById, renewedFromId);
  }

  @FieldResolver(() => LeaseObject, { nullable: true, description: 'The lease that follows it.' })
  renewedBy(@Root() { id }: Lease, @Ctx() context: RoomContext) {
    return context.load(renewalOfLease, id);
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() { id }: Lease,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Lease', id, { first, after });
  }
}
