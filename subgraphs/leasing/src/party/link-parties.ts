import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { defineSchedule } from '@propertea/chassis/messaging';
import type { Journal } from '@propertea/chassis/store';
import { leaseDraftChanged, leasePartyChanged } from '@propertea/schema/events';
import { auditPart } from '../lease/change-of-lease.js';
import { Lease } from '../lease/lease.entity.js';
import { groupBy } from '../list/group-by.js';
import { LeaseParty } from './lease-party.entity.js';

/** The worker, standing in one organization. */
export interface LinkScope {
  em: EntityManager;
  journal: Journal;
  organizationId: string;
  now: Date;
}

/** Gives parties their own accounts: those whose address is the verified one of a person. */
export async function linkParties(scope: LinkScope): Promise<void> {
  const { em, organizationId, now } = scope;
  const concerned = await em.execute<{ leaseId: string }[]>(
    /* sql */ `
    select distinct p.lease_id as "leaseId" from leasing.lease_parties p
    join leasing.people k on k.email = p.email and k.is_email_verified
    where p.organization_id = ? and p.user_id is null`,
    [organizationId],
  );
  if (concerned.length === 0) return;
  await lockLeases(
    scope,
    concerned.map(({ leaseId }) => leaseId),
  );
  const linked = await em.execute<{ id: string }[]>(
    /* sql */ `
    update leasing.lease_parties p set user_id = k.user_id, version = p.version + 1, updated_at = ?
    from leasing.people k
    where p.organization_id = ? and p.user_id is null and p.email = k.email and k.is_email_verified
    returning p.id`,
    [now, organizationId],
  );
  await tell(
    scope,
    linked.map(({ id }) => id),
    'lease.party-linked',
  );
}

/** Locks leases before their parties change, in the order of every command. */
export async function lockLeases(
  { em, organizationId }: LinkScope,
  leaseIds: readonly string[],
): Promise<void> {
  const where = { organizationId, id: { $in: [...leaseIds] } };
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  await em.find(Lease, where, { orderBy: { id: 'ASC' }, lockMode });
}

/** What follows from another account of a party: an entry in the history, and a fact for who knows of the lease. */
export async function tell(
  { em, journal, organizationId, now }: LinkScope,
  partyIds: readonly string[],
  action: string,
): Promise<void> {
  if (partyIds.length === 0) return;
  const changed = await em.find(LeaseParty, { organizationId, id: { $in: [...partyIds] } });
  const leaseId = { $in: [...new Set(changed.map((party) => party.leaseId))] };
  const all = await em.find(LeaseParty, { organizationId, leaseId }, { orderBy: { id: 'ASC' } });
  const byLease = groupBy(all, (party) => party.leaseId);
  const changedIn = groupBy(changed, (party) => party.leaseId);
  for (const lease of await em.find(Lease, { organizationId, id: leaseId })) {
    for (const { id: partyId, userId } of changedIn.get(lease.id) ?? []) {
      auditPart({ journal }, lease, action, null, { partyId, userId });
    }
    lease.touch(now);
    const fact = lease.fact(byLease.get(lease.id) ?? []);
    journal.emit(lease.isSigned ? leasePartyChanged : leaseDraftChanged, lease, fact);
  }
  await em.flush();
  await journal.write();
}

/** Follows the commands that name people: they may not see who has an account, the worker may. */
export const partyLinks = defineSchedule({
  name: 'link-parties',
  async run(scope) {
    await linkParties(scope);
    return null;
  },
});

/** Looks, right after the command, whether parties that came have accounts. */
export function expectAccounts(journal: Journal, parties: readonly LeaseParty[], now: Date): void {
  const first = parties.find(({ email, userId }) => email !== null && userId === null);
  if (first) journal.schedule(partyLinks, first.id, now);
}
