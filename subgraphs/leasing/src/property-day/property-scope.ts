import type { EntityManager } from '@mikro-orm/postgresql';
import type { Journal } from '@propertea/chassis/store';
import { LeaseParty } from '../party/lease-party.entity.js';
import type { Lease } from '../lease/lease.entity.js';

/** A day of a property, inside one transaction in its organization; every step writes what it did. */
export interface PropertyScope {
  em: EntityManager;
  journal: Journal;
  organizationId: string;
  now: Date;
  propertyId: string;
  /** The local day that begins. */
  day: string;
}

/** Stores what a step changed, with its history and facts: each fact carries the version that it made. */
export async function writeStep({ em, journal }: PropertyScope): Promise<void> {
  await em.flush();
  await journal.write();
}

/** The parties of leases, by lease: what their facts say. */
export async function partiesOf(
  { em, organizationId }: PropertyScope,
  leases: readonly Lease[],
): Promise<(lease: Lease) => LeaseParty[]> {
  if (leases.length === 0) return () => [];
  const leaseId = { $in: leases.map(({ id }) => id) };
  const parties = await em.find(
    LeaseParty,
    { organizationId, leaseId },
    { orderBy: { id: 'asc' } },
  );
  const byLease = new Map<string, LeaseParty[]>();
  for (const party of parties) {
    byLease.set(party.leaseId, [...(byLease.get(party.leaseId) ?? []), party]);
  }
  return ({ id }) => byLease.get(id) ?? [];
}
