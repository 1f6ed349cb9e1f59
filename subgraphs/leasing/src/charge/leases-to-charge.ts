import type { EntityManager } from '@mikro-orm/postgresql';
import { BILLED_STATES, type BilledTemplate } from './billing.js';
import type { AmountChange, ChargeTerms } from './charge-terms.js';

/** Which leases: those of a property, or some of them. */
export type ChargedLeases = { propertyId: string } | { leaseIds: readonly string[] };

/** A lease with what its lines are made from; days half-open. */
export interface ChargedLease {
  id: string;
  tenancyId: string;
  companyId: string;
  currency: string;
  endsBefore: string | null;
  endedBefore: string | null;
  atWillSince: string | null;
  templates: BilledTemplate[];
}

interface TemplateRow extends Omit<ChargeTerms, 'amountMinor' | 'changes'> {
  id: string;
  leaseId: string;
  amountMinor: string;
  leadDays: number;
  billedBefore: string | null;
  changes: AmountChange[];
}

/**
 * The leases for which a line may have to be generated on `day`, locked until the transaction ends, so that two
 * that generate at once do it one after the other. Two statements.
 */
export async function leasesToCharge(
  em: EntityManager,
  organizationId: string,
  which: ChargedLeases,
  day: string,
): Promise<ChargedLease[]> {
  const [scope, value] =
    'propertyId' in which
      ? ['property_id = ?', which.propertyId]
      : ['id = any (?::uuid[])', `{${which.leaseIds.join(',')}}`];
  const leases = await em.execute<Omit<ChargedLease, 'templates'>[]>(
    /* sql */ `
    select id, tenancy_id as "tenancyId", company_id as "companyId", currency, ends_before as "endsBefore",
      ended_before as "endedBefore", at_will_since as "atWillSince"
    from leasing.leases
    where organization_id = ? and ${scope} and next_charge_on <= ?::date and state = any (?::text[])
    order by id for update`,
    [organizationId, value, day, `{${BILLED_STATES.join(',')}}`],
  );
  const templates = await templatesOf(
    em,
    organizationId,
    leases.map(({ id }) => id),
  );
  return leases.map((lease) => ({ ...lease, templates: templates.get(lease.id) ?? [] }));
}

/** The charges of leases that were not removed, with the changes of their amounts, by lease. One statement. */
export async function templatesOf(
  em: EntityManager,
  organizationId: string,
  leaseIds: readonly string[],
): Promise<Map<string, BilledTemplate[]>> {
  const found = new Map<string, BilledTemplate[]>();
  if (leaseIds.length === 0) return found;
  const rows = await em.execute<TemplateRow[]>(
    /* sql */ `
    select t.id, t.lease_id as "leaseId", t.kind, t.label, t.amount_minor as "amountMinor", t.cycle, t.due_day as "dueDay",
      t.lead_days as "leadDays", t.proration, t.starts_on as "startsOn", t.ends_before as "endsBefore",
      t.billed_before as "billedBefore",
      coalesce((select jsonb_agg(jsonb_build_object('effectiveOn', c.effective_on, 'amountMinor', c.amount_minor))
        from leasing.rent_changes c where c.organization_id = t.organization_id and c.lease_id = t.lease_id
          and c.template_id = t.id and c.cancelled_at is null), '[]') as changes
    from leasing.charge_templates t
    where t.organization_id = ? and t.lease_id = any (?::uuid[]) and t.removed_at is null
    order by t.lease_id, t.id`,
    [organizationId, `{${leaseIds.join(',')}}`],
  );
  for (const { leaseId, billedBefore, amountMinor, ...rest } of rows) {
    const terms = { ...rest, amountMinor: Number(amountMinor) };
    const ofLease = found.get(leaseId);
    if (ofLease) ofLease.push({ terms, billedBefore });
    else found.set(leaseId, [{ terms, billedBefore }]);
  }
  return found;
}
