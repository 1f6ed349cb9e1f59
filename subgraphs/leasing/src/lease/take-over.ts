import { DomainError, type ErrorPath } from '@propertea/kernel';
import { ChargeTemplate } from '../charge/charge-template.entity.js';
import { type BilledTemplate, chargesEndBefore, nextChargeOn } from '../charge/billing.js';
import { dayAt, endsBeforeOf, momentOn } from '../days.js';
import { LeaseParty } from '../party/lease-party.entity.js';
import type { Property } from '../property/property.entity.js';
import type { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';
import { Tenancy } from '../tenancy/tenancy.entity.js';
import { LeaseState, PartyState } from '../terms.js';
import type { ImportedLease } from './import-input.js';
import { Lease } from './lease.entity.js';
import { DEFAULTS, demandComplete, sumUp, templateFacts } from './lease-parts.js';

/** A lease with everything that belongs to it, none of it stored yet. */
export interface TakenOver {
  lease: Lease;
  tenancy: Tenancy;
  parties: LeaseParty[];
  templates: ChargeTemplate[];
}

/** Where the lease is, and when. */
export interface Ground {
  unit: RentableUnit;
  property: Property | null;
  currency: string;
  now: Date;
}

/**
 * A lease as it stands today at its property: FUTURE before its first day, ACTIVE from then on, AT_WILL once
 * its term is over and it did not end, and where it ended EXPIRED with its term or TERMINATED. Who lives there
 * moved in on its first day unless the input says otherwise. Charges for days before `billedBefore`, and
 * single ones due before it, count as billed. Throws what is wrong with it at paths below `path`.
 */
export function takeOver(input: ImportedLease, ground: Ground, path: ErrorPath): TakenOver {
  const { unit, property, currency, now } = ground;
  const today = dayAt(now, property);
  const { startsOn, endsOn = null, signedOn } = input;
  const tenancy = stamped(Tenancy.create(unit), now);
  const term = { startsOn, endsOn, number: '', currency, tenancyId: tenancy.id };
  const lease = stamped(Lease.create(unit, term), now);
  if (signedOn > today) throw invalid('It is signed on a day that is to come.', path, 'signedOn');
  lease.signedAt = momentOn(signedOn, now, property);
  lease.baseRentMinor = unit.baseRentMinor;
  settle(lease, input, today, path);
  const parties = input.parties.map((facts) => partyOf(lease, facts, now));
  const defaults = {
    dueDay: input.dueDay ?? DEFAULTS.dueDay,
    proration: input.proration ?? DEFAULTS.proration,
  };
  const templates = input.chargeTemplates.map((given, index) => {
    const facts = templateFacts(lease, given, defaults, [...path, 'chargeTemplates', index]);
    const template = stamped(ChargeTemplate.create(lease, facts), now);
    template.billedBefore = billedBefore(template, input.billedBefore);
    return template;
  });
  demandComplete(parties, templates, path);
  sumUp(lease, templates, [], today);
  lease.nextChargeOn = nextChargeOn(templates.map(billedOf), chargesEndBefore(lease));
  return { lease, tenancy, parties, templates };
}

/** Its state today, and the days that led to it. */
function settle(lease: Lease, input: ImportedLease, today: string, path: ErrorPath): void {
  const { movedInOn, endedOn } = input;
  const { startsOn, endsBefore } = lease;
  const endedBefore = endsBeforeOf(endedOn);
  if (endedBefore !== null && (endedBefore <= startsOn || endedBefore > today)) {
    throw invalid('It ended before it began, or has not ended yet.', path, 'endedOn');
  }
  if (movedInOn && (movedInOn > today || (endedOn && movedInOn > endedOn))) {
    throw invalid('They cannot have moved in then.', path, 'movedInOn');
  }
  const isPastTerm = endsBefore !== null && endsBefore < (endedBefore ?? today);
  const isOver = endsBefore !== null && endsBefore <= (endedBefore ?? today);
  if (startsOn > today) lease.state = LeaseState.FUTURE;
  else if (endedBefore === null) lease.state = isOver ? LeaseState.AT_WILL : LeaseState.ACTIVE;
  else lease.state = endedBefore === endsBefore ? LeaseState.EXPIRED : LeaseState.TERMINATED;
  if (endedBefore === null ? isOver : isPastTerm) lease.atWillSince = endsBefore;
  lease.endedBefore = endedBefore;
  if (lease.state !== LeaseState.FUTURE) lease.movedInOn = movedInOn ?? startsOn;
  if (endedOn) lease.movedOutOn = endedOn;
  lease.version = HISTORY[lease.state] ?? 1;
}

/** How many facts tell of it: that it was signed, began, and ended. */
const HISTORY: Partial<Record<LeaseState, number>> = {
  [LeaseState.FUTURE]: 1,
  [LeaseState.ACTIVE]: 2,
  [LeaseState.AT_WILL]: 2,
  [LeaseState.EXPIRED]: 3,
  [LeaseState.TERMINATED]: 3,
};

function partyOf(lease: Lease, facts: ImportedLease['parties'][number], now: Date): LeaseParty {
  const party = stamped(LeaseParty.create(lease, facts), now);
  const lives = lease.state === LeaseState.FUTURE ? PartyState.FUTURE : PartyState.CURRENT;
  party.state = lease.endedBefore === null ? lives : PartyState.MOVED_OUT;
  party.movedInOn = lease.movedInOn;
  party.movedOutOn = lease.movedOutOn;
  return party;
}

function billedBefore(template: ChargeTemplate, day: string | null | undefined): string | null {
  const { startsOn, cycle } = template;
  if (!day || day <= startsOn) return startsOn;
  return cycle === 'ONCE' ? null : day;
}

function billedOf(template: ChargeTemplate): BilledTemplate {
  const { id, leadDays, endsBefore } = template;
  const terms = { ...template.entry(), id, leadDays, endsBefore, changes: [] };
  return { terms, billedBefore: template.billedBefore };
}

function stamped<T extends { version: number; createdAt: Date; updatedAt: Date }>(
  object: T,
  now: Date,
): T {
  return Object.assign(object, { version: 1, createdAt: now, updatedAt: now });
}

function invalid(message: string, path: ErrorPath, field: string): DomainError {
  return new DomainError('TERM_INVALID', message, { path: [...path, field] });
}
