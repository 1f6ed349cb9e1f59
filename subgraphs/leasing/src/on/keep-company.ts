import type { ConsumerScope } from '@propertea/chassis/messaging';
import type { companyCreated } from '@propertea/schema/events';
import type { z } from 'zod';

type CompanyFact = z.output<typeof companyCreated.data>;

/**
 * Keeps the copy of a company. Every fact carries the state after it, so the one with the higher
 * sequence wins whichever comes first, also a retirement before its creation (R50).
 */
export async function keepCompany({ event, em }: ConsumerScope<CompanyFact>): Promise<void> {
  const { companyId, organizationId, code, name, currency, isRetired } = event.data;
  await em.execute(
    `insert into leasing.companies as c (id, organization_id, code, name, currency, is_retired, sequence)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (organization_id, id) do update set code = excluded.code, name = excluded.name,
       currency = excluded.currency, is_retired = excluded.is_retired, sequence = excluded.sequence
     where excluded.sequence > c.sequence`,
    [companyId, organizationId, code, name, currency, isRetired, event.sequence],
  );
}
