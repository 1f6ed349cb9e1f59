import type { EntityManager } from '@mikro-orm/postgresql';
import type { Lease } from '../lease/lease.entity.js';
import type { NoticeGiver } from '../terms.js';
import { earliestEnd } from './earliest-end.js';
import { noticeRuleOf, type NoticeRule } from './pack.js';

/** What the law of a place says of a notice: the earliest last day, and by which rule; null where it says nothing. */
export interface LawfulNotice {
  earliestEndOn: string | null;
  rule: NoticeRule | null;
}

/** R30 for one lease; the tenancy counts from its first lease on. */
export async function lawfulNotice(
  em: EntityManager,
  lease: Pick<Lease, 'organizationId' | 'tenancyId'>,
  jurisdiction: string | null,
  givenBy: NoticeGiver,
  receivedOn: string,
): Promise<LawfulNotice> {
  const rule = noticeRuleOf(jurisdiction, givenBy, receivedOn);
  if (!rule) return { earliestEndOn: null, rule };
  const [first] = await em.execute<{ since: string }[]>(
    /* sql */ `
    select min(starts_on)::text as since from leasing.leases
    where organization_id = ? and tenancy_id = ? and signed_at is not null`,
    [lease.organizationId, lease.tenancyId],
  );
  return { earliestEndOn: earliestEnd(rule, receivedOn, first?.since ?? receivedOn), rule };
}
