import { Block } from './block/block.entity.js';
import { ChargeCredit } from './charge/charge-credit.entity.js';
import { ChargeLine } from './charge/charge-line.entity.js';
import { ChargeTemplate } from './charge/charge-template.entity.js';
import { RentChange } from './charge/rent-change.entity.js';
import { Company } from './company/company.entity.js';
import { HoldOverConflict } from './hold-over/hold-over-conflict.entity.js';
import { Lease } from './lease/lease.entity.js';
import { MoveChecklist } from './move/move-checklist.entity.js';
import { Occupancy } from './occupancy/occupancy.entity.js';
import { LeaseParty } from './party/lease-party.entity.js';
import { Property } from './property/property.entity.js';
import { RenewalOffer } from './renewal/renewal-offer.entity.js';
import { RentableUnit } from './rentable-unit/rentable-unit.entity.js';
import { Tenancy } from './tenancy/tenancy.entity.js';

/** What this room keeps. */
export const entities = [
  Company,
  Property,
  RentableUnit,
  Block,
  Tenancy,
  Lease,
  LeaseParty,
  Occupancy,
  ChargeTemplate,
  RentChange,
  ChargeLine,
  ChargeCredit,
  RenewalOffer,
  MoveChecklist,
  HoldOverConflict,
];
