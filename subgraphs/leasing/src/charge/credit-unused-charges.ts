import { insertRows, updateRows } from '@propertea/chassis/store';
import { newId } from '@propertea/kernel';
import { leaseChargeCredited } from '@propertea/schema/events';
import { endsOnOf } from '../days.js';
import type { ChargeTerms, Days } from './charge-terms.js';
import { unusedPartOf } from './credit.js';
import type { ChargeScope } from './generate-charge-lines.js';

/** The lease that ended, as it is then. */
export interface EndedLease {
  id: string;
  tenancyId: string;
  companyId: string;
}

interface LineRow extends Days, Pick<ChargeTerms, 'kind' | 'cycle' | 'dueDay' | 'proration'> {
  id: string;
  templateId: string;
  templateStartsOn: string;
  amountMinor: string;
  creditedMinor: string;
  currency: string;
}

/**
 * R29: gives back what was charged for days from `endedBefore` on, and publishes `lease.charge-credited` for
 * each line. The command that ends a lease calls it with the lease's row locked and its new end known; what
 * was given back before is not given back again. Deposits are not its matter: finance returns them.
 */
export async function creditUnusedCharges(
  scope: ChargeScope,
  lease: EndedLease,
  endedBefore: string,
  reason: string,
): Promise<number> {
  const { em, organizationId } = scope;
  const lines = await em.execute<LineRow[]>(
    /* sql */ `
    select l.id, l.template_id as "templateId", l.kind, l.period_starts_on as "startsOn", l.period_ends_before as "endsBefore",
      l.amount_minor as "amountMinor", l.credited_minor as "creditedMinor", l.currency, t.cycle, t.due_day as "dueDay",
      t.proration, t.starts_on as "templateStartsOn"
    from leasing.charge_lines l
    join leasing.charge_templates t on t.organization_id = l.organization_id and t.lease_id = l.lease_id and t.id = l.template_id
    where l.organization_id = ? and l.lease_id = ? and l.period_ends_before > ?::date and l.kind <> 'DEPOSIT'
    order by l.due_on, l.id for update of l`,
    [organizationId, lease.id, endedBefore],
  );
  const credits = lines.flatMap((line) => {
    const terms = { ...line, startsOn: line.templateStartsOn };
    const amounts = {
      amountMinor: Number(line.amountMinor),
      creditedMinor: Number(line.creditedMinor),
    };
    const { startsOn, endsBefore } = line;
    const unused = unusedPartOf(terms, { startsOn, endsBefore, ...amounts }, endedBefore);
    return unused ? [{ id: newId(), line, unused }] : [];
  });
  await write(scope, lease, credits, reason);
  return credits.length;
}

interface Credit {
  id: string;
  line: LineRow;
  unused: Days & { amountMinor: number };
}

async function write(
  { em, journal, organizationId, now }: ChargeScope,
  lease: EndedLease,
  credits: readonly Credit[],
  reason: string,
): Promise<void> {
  const rows = credits.map(({ id, line, unused }) => ({
    organization_id: organizationId,
    id,
    lease_id: lease.id,
    line_id: line.id,
    amount_minor: unused.amountMinor,
    from_on: unused.startsOn,
    before: unused.endsBefore,
    reason,
    created_at: now.toISOString(),
  }));
  await insertRows(em, 'leasing.charge_credits', CREDIT_COLUMNS, rows);
  await updateRows(
    em,
    /* sql */ `
    update leasing.charge_lines l set credited_minor = l.credited_minor + rows.amount_minor from rows
    where l.organization_id = rows.organization_id and l.id = rows.line_id`,
    'organization_id uuid, line_id uuid, amount_minor bigint',
    rows,
  );
  for (const credit of credits) {
    const { line, unused } = credit;
    const { currency, kind, templateId } = line;
    const { amountMinor, startsOn } = unused;
    const endsOn = endsOnOf(unused.endsBefore) ?? startsOn;
    const creditedMinor = Number(line.creditedMinor);
    journal.auditRow({
      aggregate_type: 'ChargeLine',
      aggregate_id: line.id,
      action: 'lease.charge-credited',
      before: { creditedMinor },
      after: { creditedMinor: creditedMinor + amountMinor, startsOn, endsOn, reason },
    });
    const { id: leaseId, tenancyId, companyId } = lease;
    const chargeLineId = line.id;
    const whose = { chargeLineId, leaseId, tenancyId, organizationId, companyId, templateId };
    const what = { kind, currency, startsOn, endsOn, amountMinor, reason };
    const chargeCreditId = credit.id;
    journal.factRow(leaseChargeCredited, credit.id, 1, { chargeCreditId, ...whose, ...what });
  }
}

const CREDIT_COLUMNS =
  'organization_id uuid, id uuid, lease_id uuid, line_id uuid, amount_minor bigint, from_on date, before date, reason text, created_at timestamptz';
