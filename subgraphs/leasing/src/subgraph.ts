import './terms.type.js';
import { defineSubgraph } from '@propertea/chassis/graph';
import { mayPublish } from '@propertea/schema/events';
import { z } from 'zod';
import { blockById } from './block/block.loader.js';
import { BlockResolver } from './block/block.resolver.js';
import { ChargeCommandsResolver } from './charge/charge-commands.resolver.js';
import { ChargeLineResolver } from './charge/charge-line.resolver.js';
import { ChargeTemplateResolver, RentChangeResolver } from './charge/charge-template.resolver.js';
import { entities } from './entities.js';
import { violations } from './errors.js';
import { LeaseDraftResolver } from './lease/lease-draft.resolver.js';
import { HoldOverConflictResolver, LeaseHoldOverResolver } from './hold-over/hold-over.resolver.js';
import { leaseById } from './lease/lease.loader.js';
import { LeaseEndResolver } from './lease/lease-end.resolver.js';
import { LeaseImportResolver } from './lease/lease-import.resolver.js';
import { LeaseLifeResolver } from './lease/lease-life.resolver.js';
import { LeaseResolver } from './lease/lease.resolver.js';
import { MoveResolver } from './move/move.resolver.js';
import { NoticeResolver } from './notice/notice.resolver.js';
import {
  AvailabilityPeriodResolver,
  CompanyOccupancyResolver,
  OccupancyResolver,
  PropertyOccupancyResolver,
} from './occupancy/occupancy.resolver.js';
import { consumers } from './on/index.js';
import { LeasePartyResolver } from './party/lease-party.resolver.js';
import { PartyCommandsResolver } from './party/party-commands.resolver.js';
import { partyLinks } from './party/link-parties.js';
import { LeasePreviewResolver } from './preview/lease-preview.resolver.js';
import { propertyDay } from './property-day/property-day.schedule.js';
import { rentableUnitById } from './rentable-unit/rentable-unit.loader.js';
import { renewalById } from './renewal/renewal.loader.js';
import { LeaseRenewalsResolver, RenewalResolver } from './renewal/renewal.resolver.js';
import { RentableUnitCommandsResolver } from './rentable-unit/rentable-unit-commands.resolver.js';
import { RentableUnitResolver } from './rentable-unit/rentable-unit.resolver.js';
import {
  CompanyRentRollResolver,
  PropertyRentRollResolver,
} from './rent-roll/rent-roll-of.resolver.js';
import { RentRollResolver } from './rent-roll/rent-roll.resolver.js';
import { tenancyById } from './tenancy/tenancy.loader.js';
import { TenancyResolver } from './tenancy/tenancy.resolver.js';
import { UnitResolver } from './unit/unit.resolver.js';
import { UserResolver } from './user/user.resolver.js';

/** The room of letting: what units cost and when they are free, and the leases by which they are let. */
export default defineSubgraph({
  name: 'leasing',
  resolvers: [
    RentableUnitResolver,
    RentableUnitCommandsResolver,
    BlockResolver,
    TenancyResolver,
    LeaseResolver,
    LeaseDraftResolver,
    LeaseImportResolver,
    LeaseLifeResolver,
    NoticeResolver,
    MoveResolver,
    LeaseEndResolver,
    LeaseHoldOverResolver,
    HoldOverConflictResolver,
    RenewalResolver,
    LeaseRenewalsResolver,
    LeasePartyResolver,
    ChargeCommandsResolver,
    PartyCommandsResolver,
    ChargeTemplateResolver,
    RentChangeResolver,
    ChargeLineResolver,
    LeasePreviewResolver,
    OccupancyResolver,
    RentRollResolver,
    PropertyRentRollResolver,
    CompanyRentRollResolver,
    PropertyOccupancyResolver,
    CompanyOccupancyResolver,
    AvailabilityPeriodResolver,
    UnitResolver,
    UserResolver,
  ],
  references: {
    RentableUnit: (context, id) => context.load(rentableUnitById, id),
    Block: (context, id) => context.load(blockById, id),
    Tenancy: (context, id) => context.load(tenancyById, id),
    Lease: (context, id) => context.load(leaseById, id),
    RenewalOffer: (context, id) => context.load(renewalById, id),
    User: (_context, id) => ({ id }),
    // Others keep them: what is told of them here is looked up field by field, and absent where nothing is in reach.
    Unit: (_context, id) => ({ id }),
    Property: (_context, id) => ({ id }),
    Company: (_context, id) => ({ id }),
  },
  entities,
  migrations: new URL('../migrations/', import.meta.url),
  violations,
  consumers,
  schedules: [propertyDay, partyLinks],
  mayPublish,
  settings: z.object({}),
});
