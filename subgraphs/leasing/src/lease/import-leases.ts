import type { EntityManager } from '@mikro-orm/postgresql';
import { demand } from '@propertea/chassis/graph';
import { defineCommand, type Journal } from '@propertea/chassis/store';
import { DomainError, type Identity, type Issue, notFoundMessage } from '@propertea/kernel';
import { leaseActivated, leaseEnded, leaseSigned } from '@propertea/schema/events';
import { z } from 'zod';
import { ChargeTemplate } from '../charge/charge-template.entity.js';
import { type ChargeScope, generateChargeLines } from '../charge/generate-charge-lines.js';
import { Company } from '../company/company.entity.js';
import { dayAt } from '../days.js';
import { groupBy } from '../list/group-by.js';
import { insertAggregates } from '../list/insert-aggregates.js';
import { lockUnits, recordAvailability } from '../occupancy/availability.js';
import { conflictError, conflictsOf, holdingOf, occupyAll } from '../occupancy/occupy.js';
import { expectAccounts } from '../party/link-parties.js';
import { LeaseParty } from '../party/lease-party.entity.js';
import { Property } from '../property/property.entity.js';
import { LEASE_WRITERS, withinReach } from '../reach.js';
import { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';
import { Tenancy } from '../tenancy/tenancy.entity.js';
import { LeaseState, OccupancyKind } from '../terms.js';
import { type ImportedLease, importedLease, MAX_LEASES } from './import-input.js';
import { Lease } from './lease.entity.js';
import { nextLeaseNumbers } from './next-lease-number.js';
import { type Ground, type TakenOver, takeOver } from './take-over.js';

/**
 * Takes over leases that are signed already, all or none, with a few statements however many they are. Each
 * stands as its days say (`takeOver`), holds its unit – at will without an end – and has the lines that are
 * due by today and were not billed elsewhere. Errors name their lease: `input.leases.3.unitId`.
 */
export const importLeases = defineCommand({
  name: 'importLeases',
  input: z.object({ leases: z.array(importedLease).min(1).max(MAX_LEASES) }),
  async run({ input, em, identity, now, journal }) {
    const grounds = await groundsOf(em, identity, input.leases, now);
    const taken = collect(input.leases, (lease, index) => {
      const ground = grounds(lease.unitId);
      const path = ['input', 'leases', index];
      if (!ground) {
        throw new DomainError('NOT_FOUND', notFoundMessage('Unit'), { path: [...path, 'unitId'] });
      }
      return takeOver(lease, ground, path);
    });
    const leases = taken.map(({ lease }) => lease);
    const [first] = leases;
    if (!first) return leases;
    const { organizationId } = first;
    await number(em, leases);
    const unitIds = [...new Set(leases.map(({ unitId }) => unitId))].toSorted();
    await lockUnits(em, organizationId, unitIds, now);
    await insert(em, taken);
    await hold(em, leases);
    for (const one of taken) tell(journal, one);
    expectAccounts(
      journal,
      taken.flatMap(({ parties }) => parties),
      now,
    );
    await recordAvailability(em, journal, organizationId, unitIds, now);
    await charge({ em, journal, organizationId, now }, leases, (unitId) => {
      return dayAt(now, grounds(unitId)?.property ?? null);
    });
    return leases;
  },
});

/** Does it for each, and throws everything that was refused at once. */
function collect<T, R>(items: readonly T[], work: (item: T, index: number) => R): R[] {
  const issues: Issue[] = [];
  const done: R[] = [];
  for (const [index, item] of items.entries()) {
    try {
      done.push(work(item, index));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      issues.push(...error.issues.map((issue) => ({ ...issue, path: below(index, issue.path) })));
    }
  }
  if (issues.length > 0) throw DomainError.all(issues);
  return done;
}

/** Where the refusal of a part is in the whole input: objects know their field as one of `input`. */
function below(index: number, path: Issue['path']): Issue['path'] {
  return path[1] === 'leases' ? path : ['input', 'leases', index, ...path.slice(1)];
}

/** What is known of the units within reach. FORBIDDEN where one of them may only be read. */
async function groundsOf(
  em: EntityManager,
  identity: Identity,
  leases: readonly ImportedLease[],
  now: Date,
): Promise<(unitId: string) => Ground | undefined> {
  const ids = [...new Set(leases.map(({ unitId }) => unitId))];
  const units = await em.find(RentableUnit, {
    $and: [{ id: { $in: ids } }, withinReach(identity)],
  });
  for (const { companyId, propertyId } of units) {
    demand(identity, LEASE_WRITERS, { companyId, propertyId });
  }
  const { organizationId } = units[0] ?? {};
  if (!organizationId) return () => undefined;
  const within = (of: string[]) => ({ organizationId, id: { $in: [...new Set(of)] } });
  const properties = await em.find(Property, within(units.map(({ propertyId }) => propertyId)));
  const companies = await em.find(Company, within(units.map(({ companyId }) => companyId)));
  const propertyOf = new Map(properties.map((property) => [property.id, property]));
  const currencyOf = new Map(companies.map(({ id, currency }) => [id, currency]));
  const grounds = new Map<string, Ground>();
  for (const unit of units) {
    const currency = currencyOf.get(unit.companyId);
    if (currency === undefined) continue;
    grounds.set(unit.id, {
      unit,
      property: propertyOf.get(unit.propertyId) ?? null,
      currency,
      now,
    });
  }
  return (unitId) => grounds.get(unitId);
}

/** Numbers come first, before units are locked: whoever drafts a lease takes them in that order too. */
async function number(em: EntityManager, leases: readonly Lease[]): Promise<void> {
  const ofCompany = [...groupBy(leases, ({ companyId }) => companyId)];
  for (const [, own] of ofCompany.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [one] = own;
    if (!one) continue;
    const numbers = await nextLeaseNumbers(em, one, own.length);
    for (const [index, lease] of own.entries()) lease.number = numbers[index] ?? '';
  }
}

async function insert(em: EntityManager, taken: readonly TakenOver[]): Promise<void> {
  await insertAggregates(
    em,
    Tenancy,
    taken.map(({ tenancy }) => tenancy),
  );
  await insertAggregates(
    em,
    Lease,
    taken.map(({ lease }) => lease),
  );
  await insertAggregates(
    em,
    LeaseParty,
    taken.flatMap(({ parties }) => parties),
  );
  await insertAggregates(
    em,
    ChargeTemplate,
    taken.flatMap(({ templates }) => templates),
  );
}

/** R25: those of one call hold their units beside each other and beside everything else. */
async function hold(em: EntityManager, leases: readonly Lease[]): Promise<void> {
  const holdings = leases.map((lease) => {
    const isAtWill = lease.state === LeaseState.AT_WILL;
    const endsBefore = lease.endedBefore ?? (isAtWill ? null : lease.endsBefore);
    return { ...holdingOf(lease, OccupancyKind.LEASE), endsBefore };
  });
  const indexOf = new Map(leases.map(({ id }, index) => [id, index]));
  const issues: Issue[] = [];
  for (const holding of await occupyAll(em, holdings)) {
    const [conflict] = await conflictsOf(em, holding);
    const index = indexOf.get(holding.leaseId ?? '') ?? 0;
    issues.push(...conflictError(conflict, ['input', 'leases', index, 'unitId']).issues);
  }
  if (issues.length > 0) throw DomainError.all(issues);
}

/** One entry of history, and the facts of everything that happened to it until today. */
function tell(journal: Journal, { lease, parties }: TakenOver): void {
  const { id, state } = lease;
  const fact = lease.fact(parties);
  journal.auditRow({
    aggregate_type: 'Lease',
    aggregate_id: id,
    action: 'lease.imported',
    before: null,
    after: { ...fact, signedAt: lease.signedAt },
  });
  const hasEnded = lease.endedBefore !== null;
  const begun = { ...fact, movedOutOn: null, endedOn: null };
  journal.factRow(leaseSigned, id, 1, { ...begun, state: LeaseState.FUTURE, movedInOn: null });
  if (state === LeaseState.FUTURE) return;
  const then = hasEnded ? LeaseState.ACTIVE : state;
  journal.factRow(leaseActivated, id, 2, { ...begun, state: then });
  if (hasEnded) journal.factRow(leaseEnded, id, 3, fact);
}

/** Lines due by the day that it is at each property. */
async function charge(
  scope: ChargeScope,
  leases: readonly Lease[],
  todayOf: (unitId: string) => string,
): Promise<void> {
  const due = leases.filter(({ nextChargeOn, unitId }) => {
    return nextChargeOn !== null && nextChargeOn <= todayOf(unitId);
  });
  for (const [today, own] of groupBy(due, ({ unitId }) => todayOf(unitId))) {
    await generateChargeLines(scope, { leaseIds: own.map(({ id }) => id) }, today);
  }
}
