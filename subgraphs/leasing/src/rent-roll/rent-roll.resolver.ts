import {
  After,
  First,
  LocalDate,
  Money,
  Public,
  type RoomContext,
  type SortDirection,
  toConnection,
  toSort,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { rentOfMonth } from '../charge/rent-of-month.js';
import { rentChangesOfLease, templatesOfLease } from '../charge/charge.loader.js';
import { companyCopyById } from '../company/company.loader.js';
import type { Lease } from '../lease/lease.entity.js';
import { leaseById } from '../lease/lease.loader.js';
import { LeaseObject } from '../lease/lease.type.js';
import { moneyOf } from '../money.js';
import { standingOfUnit } from '../occupancy/standing.loader.js';
import { partiesOfLease } from '../party/lease-party.loader.js';
import {
  rentableUnitConditions,
  rentableUnitSorts,
  unitsByCode,
} from '../rentable-unit/list-rentable-units.js';
import { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';
import { RentableUnitSortArg } from '../rentable-unit/rentable-unit-list.type.js';
import { RentableUnitObject } from '../rentable-unit/rentable-unit.type.js';
import { PartyRole, UnitAvailabilityState } from '../terms.js';
import type { RentRollEntry } from './rent-roll-of.js';
import { AsOfArg } from './rent-roll-of.resolver.js';
import { RentRollConnection, RentRollEntryObject } from './rent-roll.type.js';

const standingOf = (context: RoomContext, { unit, on }: RentRollEntry) =>
  context.load(standingOfUnit, { unitId: unit.id, on });

async function leaseOf(context: RoomContext, entry: RentRollEntry): Promise<Lease | null> {
  const leaseId = (await standingOf(context, entry))?.leaseId;
  return leaseId ? context.load(leaseById, leaseId) : null;
}

/** The rent of a month as it was or will be on the day of the entry (R6). */
async function rentOf(context: RoomContext, entry: RentRollEntry): Promise<number | null> {
  const lease = await leaseOf(context, entry);
  if (!lease || entry.on === null) return lease?.rentMinor ?? null;
  const [templates, changes] = await Promise.all([
    context.load(templatesOfLease, lease.id),
    context.load(rentChangesOfLease, lease.id),
  ]);
  const terms = (templates ?? []).map((template) => ({
    ...template.entry(),
    endsBefore: template.endsBefore,
    changes: (changes ?? []).filter(
      ({ templateId, isCancelled }) => templateId === template.id && !isCancelled,
    ),
  }));
  return rentOfMonth(terms, entry.on);
}

@Resolver(() => RentRollEntryObject)
export class RentRollResolver {
  @Public()
  @Query(() => RentRollConnection, {
    nullable: true,
    description:
      'Every unit within the reach of the caller on a day: who rents it, and for how much.',
  })
  async rentRoll(
    @AsOfArg() asOf: string | null,
    @Arg('companyIds', () => [ID], {
      nullable: true,
      description: 'Units of these companies, up to 100.',
    })
    companyIds: string[] | null,
    @Arg('propertyId', () => ID, { nullable: true, description: 'Units of this property.' })
    propertyId: string | null,
    @First() first: number,
    @After() after: string | null,
    @RentableUnitSortArg() sort: { field: string; direction: SortDirection } | null,
    @Ctx() context: RoomContext,
  ) {
    const order = toSort(sort, unitsByCode, rentableUnitSorts);
    const page = await keysetPage(await context.em(), RentableUnit, {
      where: await rentableUnitConditions(context, { companyIds, propertyId }),
      sort: order,
      page: { first, after: after ?? null },
    });
    return toConnection(page, (unit): RentRollEntry => ({ unit, on: asOf ?? null }));
  }

  @FieldResolver(() => RentableUnitObject, { nullable: true, description: 'The unit.' })
  unit(@Root() { unit }: RentRollEntry) {
    return unit;
  }

  @FieldResolver(() => UnitAvailabilityState)
  async state(@Root() entry: RentRollEntry, @Ctx() context: RoomContext) {
    return (await standingOf(context, entry))?.state ?? UnitAvailabilityState.VACANT;
  }

  @FieldResolver(() => LeaseObject, { nullable: true, description: 'The lease that holds it.' })
  lease(@Root() entry: RentRollEntry, @Ctx() context: RoomContext) {
    return leaseOf(context, entry);
  }

  @FieldResolver(() => [String])
  async tenantNames(@Root() entry: RentRollEntry, @Ctx() context: RoomContext): Promise<string[]> {
    const lease = await leaseOf(context, entry);
    const parties = lease && (await context.load(partiesOfLease, lease.id));
    return (parties ?? []).filter(({ role }) => role === PartyRole.TENANT).map(({ name }) => name);
  }

  @FieldResolver(() => LocalDate, { nullable: true })
  async startsOn(@Root() entry: RentRollEntry, @Ctx() context: RoomContext) {
    return (await leaseOf(context, entry))?.startsOn ?? null;
  }

  @FieldResolver(() => LocalDate, { nullable: true })
  async endsOn(@Root() entry: RentRollEntry, @Ctx() context: RoomContext) {
    return (await leaseOf(context, entry))?.endsOn ?? null;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What the unit should bring a month, as that is said today.',
  })
  baseRent(@Root() { unit }: RentRollEntry, @Ctx() context: RoomContext) {
    return money(context, unit, unit.baseRentMinor);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'The rent of a month on the day.' })
  async rent(@Root() entry: RentRollEntry, @Ctx() context: RoomContext) {
    return money(context, entry.unit, await rentOf(context, entry));
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What the unit should bring less what it brings; absent where that was not said.',
  })
  async lostRent(@Root() entry: RentRollEntry, @Ctx() context: RoomContext) {
    const { baseRentMinor } = entry.unit;
    if (baseRentMinor === null) return null;
    return money(context, entry.unit, baseRentMinor - ((await rentOf(context, entry)) ?? 0));
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The deposits that the lease asks for.',
  })
  async deposit(@Root() entry: RentRollEntry, @Ctx() context: RoomContext) {
    return money(context, entry.unit, (await leaseOf(context, entry))?.depositMinor ?? null);
  }
}

async function money(
  context: RoomContext,
  { companyId }: RentableUnit,
  amountMinor: number | null,
) {
  const company = amountMinor === null ? null : await context.load(companyCopyById, companyId);
  return company && moneyOf(amountMinor, company.currency);
}
