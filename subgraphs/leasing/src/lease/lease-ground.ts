import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { demand } from '@propertea/chassis/graph';
import { assertVersion, notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { Company } from '../company/company.entity.js';
import { dayAt } from '../days.js';
import { lockUnits } from '../occupancy/availability.js';
import { Property } from '../property/property.entity.js';
import { LEASE_WRITERS, withinReach } from '../reach.js';
import { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';
import { Lease } from './lease.entity.js';

/** What day it is where something lies. */
export async function todayAt(
  em: EntityManager,
  place: { organizationId: string; propertyId: string },
  now: Date,
): Promise<string> {
  return dayAt(now, await propertyOf(em, place));
}

/** The currency in which a company keeps its books; NOT_FOUND while its fact is on its way. */
export async function currencyOf(
  em: EntityManager,
  { organizationId, companyId }: { organizationId: string; companyId: string },
  field: string,
): Promise<string> {
  const company = await em.findOne(Company, { organizationId, id: companyId });
  if (!company) throw notFound('Unit', field);
  return company.currency;
}

/** The rentable unit that a command is about. NOT_FOUND outside of reach, FORBIDDEN for who may only read. */
export async function editableUnit(
  em: EntityManager,
  identity: Identity,
  id: string,
  { type, field }: { type: 'Unit' | 'RentableUnit'; field: string },
): Promise<RentableUnit> {
  const unit = await em.findOne(RentableUnit, { $and: [{ id }, withinReach(identity)] });
  if (!unit) throw notFound(type, field);
  const { companyId, propertyId } = unit;
  demand(identity, LEASE_WRITERS, { companyId, propertyId });
  return unit;
}

/**
 * The lease that a command is about, locked until the transaction ends; a command that also locks units does so
 * afterwards. NOT_FOUND outside of reach, FORBIDDEN for who may only read, CONFLICT where `version` is another.
 */
export async function editableLease(
  em: EntityManager,
  identity: Identity,
  { leaseId, version }: { leaseId: string; version: number },
): Promise<Lease> {
  const where = { $and: [{ id: leaseId }, withinReach(identity)] };
  const lease = await em.findOne(Lease, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!lease) throw notFound('Lease', 'leaseId');
  const { companyId, propertyId } = lease;
  demand(identity, LEASE_WRITERS, { companyId, propertyId });
  assertVersion(lease, version);
  return lease;
}

/** The unit of a lease as it is once it is locked; expired reservations of it are gone then. */
export async function lockedUnitOf(
  em: EntityManager,
  { organizationId, unitId }: Pick<Lease, 'organizationId' | 'unitId'>,
  now: Date,
): Promise<RentableUnit> {
  await lockUnits(em, organizationId, [unitId], now);
  return em.findOneOrFail(RentableUnit, { organizationId, id: unitId });
}

/** The property in which something lies, as far as it is known. */
export function propertyOf(
  em: EntityManager,
  { organizationId, propertyId }: { organizationId: string; propertyId: string },
): Promise<Property | null> {
  return em.findOne(Property, { organizationId, id: propertyId });
}
