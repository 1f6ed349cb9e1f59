import type { EntityManager } from '@mikro-orm/postgresql';
import { insertNewRows, type Journal, updateRows } from '@propertea/chassis/store';
import { newId } from '@propertea/kernel';
import { leaseChargeDue } from '@propertea/schema/events';
import { endsOnOf } from '../days.js';
import {
  type BilledTemplate,
  billedUpTo,
  chargesEndBefore,
  linesDue,
  nextChargeOn,
} from './billing.js';
import type { Charge } from './charge-terms.js';
import { type ChargedLease, type ChargedLeases, leasesToCharge } from './leases-to-charge.js';

/** Where and when something is generated, inside one transaction in the organization. */
export interface ChargeScope {
  em: EntityManager;
  journal: Journal;
  organizationId: string;
  now: Date;
}

/**
 * Generates the lines that are due on `day` or before, however long ago, in date order, and publishes
 * `lease.charge-due` for each (R7). A line that is there already stays as it is (R6): the number of lines
 * that came is returned. A few statements for any number of leases.
 */
export async function generateChargeLines(
  scope: ChargeScope,
  which: ChargedLeases,
  day: string,
): Promise<number> {
  const { em, journal, organizationId, now } = scope;
  const leases = await leasesToCharge(em, organizationId, which, day);
  if (leases.length === 0) return 0;
  const lines = leases
    .flatMap((lease) => linesOf(lease, day))
    .toSorted((a, b) =>
      a.charge.dueOn < b.charge.dueOn ? -1 : Number(a.charge.dueOn > b.charge.dueOn),
    )
    .map((line) => ({ ...line, id: newId() }));
  const rows = lines.map((line) => rowOf(line, organizationId, now));
  const inserted = await insertNewRows(em, 'leasing.charge_lines', LINE_COLUMNS, rows);
  for (const line of lines) if (inserted.has(line.id)) record(journal, organizationId, line);
  await moveOn(em, organizationId, leases, now);
  return inserted.size;
}

interface Line {
  lease: ChargedLease;
  template: BilledTemplate;
  charge: Charge;
}

/** What is due of a lease; its templates are moved on behind it. */
function linesOf(lease: ChargedLease, day: string): Line[] {
  const end = chargesEndBefore(lease);
  return lease.templates.flatMap((template) => {
    const charges = [...linesDue(template, end, day)];
    const last = charges.at(-1);
    if (last) template.billedBefore = billedUpTo(template.terms, last);
    return charges.map((charge) => ({ lease, template, charge }));
  });
}

const LINE_COLUMNS =
  'organization_id uuid, id uuid, lease_id uuid, template_id uuid, kind text, label text, period_starts_on date, period_ends_before date, due_on date, amount_minor bigint, currency text, is_prorated boolean, created_at timestamptz';

function rowOf(
  { id, lease, template, charge }: Line & { id: string },
  organizationId: string,
  now: Date,
) {
  return {
    organization_id: organizationId,
    id,
    lease_id: lease.id,
    template_id: template.terms.id,
    kind: template.terms.kind,
    label: template.terms.label,
    period_starts_on: charge.period.startsOn,
    period_ends_before: charge.period.endsBefore,
    due_on: charge.dueOn,
    amount_minor: charge.amountMinor,
    currency: lease.currency,
    is_prorated: charge.isProrated,
    created_at: now.toISOString(),
  };
}

function record(journal: Journal, organizationId: string, line: Line & { id: string }): void {
  const { id: chargeLineId, lease, template, charge } = line;
  const { id: templateId, kind, label } = template.terms;
  const { id: leaseId, tenancyId, companyId, currency } = lease;
  const periodStartsOn = charge.period.startsOn;
  const periodEndsOn = endsOnOf(charge.period.endsBefore) ?? periodStartsOn;
  const { dueOn, amountMinor, explanation } = charge;
  const what = { kind, label, periodStartsOn, periodEndsOn, dueOn, amountMinor, currency };
  journal.auditRow({
    aggregate_type: 'ChargeLine',
    aggregate_id: chargeLineId,
    action: 'lease.charge-due',
    before: null,
    after: { leaseId, templateId, ...what, explanation },
  });
  const whose = { chargeLineId, leaseId, tenancyId, organizationId, companyId, templateId };
  journal.factRow(leaseChargeDue, chargeLineId, 1, { ...whose, ...what });
}

/** Notes up to where lines are there and when the next one comes. Neither is a change of the lease. */
async function moveOn(
  em: EntityManager,
  organizationId: string,
  leases: readonly ChargedLease[],
  now: Date,
): Promise<void> {
  const templates = leases.flatMap((lease) => lease.templates);
  await updateRows(
    em,
    /* sql */ `
    update leasing.charge_templates t set billed_before = rows.billed_before, updated_at = rows.now from rows
    where t.organization_id = rows.organization_id and t.id = rows.id
      and t.billed_before is distinct from rows.billed_before`,
    'organization_id uuid, id uuid, billed_before date, now timestamptz',
    templates.map(({ terms, billedBefore }) => ({
      organization_id: organizationId,
      id: terms.id,
      billed_before: billedBefore,
      now,
    })),
  );
  await updateRows(
    em,
    /* sql */ `
    update leasing.leases l set next_charge_on = rows.next_charge_on from rows
    where l.organization_id = rows.organization_id and l.id = rows.id`,
    'organization_id uuid, id uuid, next_charge_on date',
    leases.map((lease) => ({
      organization_id: organizationId,
      id: lease.id,
      next_charge_on: nextChargeOn(lease.templates, chargesEndBefore(lease)),
    })),
  );
}
