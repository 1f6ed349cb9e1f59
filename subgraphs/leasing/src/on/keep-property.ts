import type { ConsumerScope } from '@propertea/chassis/messaging';
import type { propertyCreated } from '@propertea/schema/events';
import type { z } from 'zod';
import { schedulePropertyDays } from '../property-day/property-day.schedule.js';

type PropertyFact = z.output<typeof propertyCreated.data>;

/**
 * Keeps the copy of a property: the fact with the higher sequence wins, whichever comes first (R50). An
 * older shape of the fact says nothing of calendar and law; then what was known stays. From then on its
 * days are run.
 */
export async function keepProperty({
  event,
  em,
  journal,
  now,
}: ConsumerScope<PropertyFact>): Promise<void> {
  const { propertyId, organizationId, companyId, code, name, isRetired } = event.data;
  const { timeZone = null, jurisdiction = null } = event.data;
  await em.execute(
    /* sql */ `
    insert into leasing.properties as p (id, organization_id, company_id, code, name, time_zone, jurisdiction, is_retired, sequence)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (organization_id, id) do update set company_id = excluded.company_id, code = excluded.code,
      name = excluded.name, time_zone = coalesce(excluded.time_zone, p.time_zone),
      jurisdiction = coalesce(excluded.jurisdiction, p.jurisdiction), is_retired = excluded.is_retired,
      sequence = excluded.sequence
    where excluded.sequence > p.sequence`,
    [
      propertyId,
      organizationId,
      companyId,
      code,
      name,
      timeZone,
      jurisdiction,
      isRetired,
      event.sequence,
    ],
  );
  schedulePropertyDays(journal, { id: propertyId, timeZone }, now);
}
