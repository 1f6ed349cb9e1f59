import type { EntityManager } from '@mikro-orm/postgresql';
import { demand } from '@propertea/chassis/graph';
import { notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { Company } from '../company/company.entity.js';
import { dayAt } from '../days.js';
import { Property } from '../property/property.entity.js';
import { LEASE_WRITERS, withinReach } from '../reach.js';
import { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';

/** What day it is where something lies. */
export async function todayAt(
  em: EntityManager,
  { organizationId, propertyId }: { organizationId: string; propertyId: string },
  now: Date,
): Promise<string> {
  return dayAt(now, await em.findOne(Property, { organizationId, id: propertyId }));
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
