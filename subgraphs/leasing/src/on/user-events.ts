import { type Consumer, type ConsumerScope, on } from '@propertea/chassis/messaging';
import { userChanged, userErased, userRegistered, userSnapshot } from '@propertea/schema/events';
import { linkParties, lockLeases, tell } from '../party/link-parties.js';

const ofPerson = { personOf: ({ userId }: { userId: string }) => userId };

/** Keeps the address of a person (R50), and finds the leases in which it stands, in every organization. */
const onUserState: Consumer[] = [userRegistered, userChanged, userSnapshot].map((contract) =>
  on(
    contract,
    async ({ event, em, journal, now }) => {
      const { userId, email, emailVerified } = event.data;
      await em.execute(
        /* sql */ `
        insert into leasing.people as known (user_id, email, is_email_verified, sequence) values (?, ?, ?, ?)
        on conflict (user_id) do update set email = excluded.email, is_email_verified = excluded.is_email_verified,
          sequence = excluded.sequence
        where known.sequence < excluded.sequence and not known.is_erased`,
        [userId, email.toLowerCase(), emailVerified, event.sequence],
      );
      const found = await em.execute<{ organizationId: string }[]>(
        /* sql */ `
        select distinct p.organization_id as "organizationId" from leasing.lease_parties p
        join leasing.people k on k.email = p.email and k.is_email_verified
        where k.user_id = ? and p.user_id is null order by p.organization_id`,
        [userId],
      );
      for (const { organizationId } of found) {
        await journal.enter(organizationId);
        await linkParties({ em, journal, organizationId, now });
      }
    },
    ofPerson,
  ),
);

/**
 * An erased person has no account in any lease. The contract stays with whoever let the home, as the law asks
 * of them; of leases that are settled or were cancelled name and contacts go too.
 */
const onUserErased = on(userErased, erase, ofPerson);

async function erase(scope: ConsumerScope<{ userId: string }>): Promise<void> {
  const { event, em, journal, now } = scope;
  const { userId } = event.data;
  await em.execute(
    /* sql */ `
    insert into leasing.people (user_id, email, is_email_verified, sequence, is_erased) values (?, '', false, ?, true)
    on conflict (user_id) do update set email = '', is_email_verified = false, sequence = excluded.sequence,
      is_erased = true`,
    [userId, event.sequence],
  );
  const found = await em.execute<{ organizationId: string; leaseIds: string[] }[]>(
    /* sql */ `
    select organization_id as "organizationId", array_agg(lease_id) as "leaseIds" from leasing.lease_parties
    where user_id = ? group by 1 order by 1`,
    [userId],
  );
  for (const { organizationId, leaseIds } of found) {
    await journal.enter(organizationId);
    await lockLeases({ em, journal, organizationId, now }, leaseIds);
    const unlinked = await em.execute<{ id: string }[]>(
      /* sql */ `
      update leasing.lease_parties p set user_id = null, version = p.version + 1, updated_at = ?,
        name = case when l.state in ('CLOSED', 'CANCELLED') then 'Erased' else p.name end,
        email = case when l.state in ('CLOSED', 'CANCELLED') then null else p.email end,
        phone = case when l.state in ('CLOSED', 'CANCELLED') then null else p.phone end
      from leasing.leases l
      where p.organization_id = ? and p.user_id = ? and l.organization_id = p.organization_id and l.id = p.lease_id
      returning p.id`,
      [now, organizationId, userId],
    );
    const ids = unlinked.map(({ id }) => id);
    await tell({ em, journal, organizationId, now }, ids, 'lease.party-unlinked');
  }
}

export const onUserEvents: Consumer[] = [...onUserState, onUserErased];
