import type { EntityManager } from '@mikro-orm/postgresql';
import { type CommandScope, notFound } from '@propertea/chassis/store';
import { DomainError, type Identity } from '@propertea/kernel';
import { leaseDraftChanged, leasePartyChanged } from '@propertea/schema/events';
import { takeBack } from '../lease/change-of-lease.js';
import type { Lease } from '../lease/lease.entity.js';
import { editableLease } from '../lease/lease-ground.js';
import { partiesOf } from '../lease/lease-parts.js';
import { PartyRole } from '../terms.js';
import type { LeaseParty } from './lease-party.entity.js';
import { expectAccounts } from './link-parties.js';

/** A lease whose parties may change, with all of them. LEASE_STATE for one that is closed or was cancelled. */
export async function leaseWithParties(
  em: EntityManager,
  identity: Identity,
  which: { leaseId: string; version: number },
): Promise<{ lease: Lease; parties: LeaseParty[] }> {
  const lease = await editableLease(em, identity, which);
  lease.demandLive();
  return { lease, parties: await partiesOf(em, lease) };
}

export function partyAmong(parties: readonly LeaseParty[], partyId: string): LeaseParty {
  const party = parties.find(({ id }) => id === partyId);
  if (!party) throw notFound('LeaseParty', 'leasePartyId');
  return party;
}

/**
 * What follows from another party: the version of the lease rises, what was sent is a draft again, and others
 * learn of it. PARTY_REQUIRED where nobody would rent what is signed.
 */
export async function settleParties(
  { em, journal, now, emit }: Pick<CommandScope<unknown>, 'em' | 'journal' | 'now' | 'emit'>,
  lease: Lease,
  parties: readonly LeaseParty[],
): Promise<void> {
  if (lease.isSigned && !parties.some(({ role }) => role === PartyRole.TENANT)) {
    const path = ['input', 'leasePartyId'];
    throw new DomainError('PARTY_REQUIRED', 'The lease would have no tenant.', { path });
  }
  expectAccounts(journal, parties, now);
  lease.touch(now);
  await takeBack({ em, journal, now }, lease);
  emit(lease.isSigned ? leasePartyChanged : leaseDraftChanged, lease, lease.fact(parties));
}
