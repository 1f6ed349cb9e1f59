import { templatesOf } from '../charge/leases-to-charge.js';
import { rentOfMonth } from '../charge/rent-of-month.js';
import { Lease } from '../lease/lease.entity.js';
import { type PropertyScope, writeStep } from './property-scope.js';

/** Lists and lost rent show the rent of today: that of leases with a change which takes effect (R6). */
export async function applyRentChanges(scope: PropertyScope): Promise<void> {
  const { em, journal, organizationId, propertyId, day } = scope;
  const changing = await em.execute<{ id: string }[]>(
    /* sql */ `
    select distinct l.id from leasing.leases l
    join leasing.rent_changes c on c.organization_id = l.organization_id and c.lease_id = l.id
    where l.organization_id = ? and l.property_id = ? and l.state in ('FUTURE', 'ACTIVE', 'NOTICE_GIVEN', 'AT_WILL')
      and c.effective_on = ?::date and c.cancelled_at is null`,
    [organizationId, propertyId, day],
  );
  if (changing.length === 0) return;
  const ids = changing.map(({ id }) => id);
  const templates = await templatesOf(em, organizationId, ids);
  for (const lease of await em.find(Lease, { organizationId, id: { $in: ids } })) {
    const terms = (templates.get(lease.id) ?? []).map((template) => template.terms);
    const rentMinor = rentOfMonth(terms, day);
    if (rentMinor === null || rentMinor === lease.rentMinor) continue;
    lease.rentMinor = rentMinor;
    journal.audit(lease, 'lease.rent-changed');
  }
  await writeStep(scope);
}
