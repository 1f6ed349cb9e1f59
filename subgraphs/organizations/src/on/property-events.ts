import { type Consumer, on } from '@propertea/chassis/messaging';
import {
  propertyChanged,
  propertyCreated,
  propertyRestored,
  propertyRetired,
  propertySnapshot,
} from '@propertea/schema/events';

/** Keeps the copy of properties; what is older than what is stored changes nothing (R50). */
export const onPropertyEvents: Consumer[] = [
  propertyCreated,
  propertyChanged,
  propertyRetired,
  propertyRestored,
  propertySnapshot,
].map((contract) =>
  on(contract, async ({ event, em }) => {
    const { propertyId, organizationId, companyId, isRetired } = event.data;
    await em.execute(
      /* sql */ `
        insert into organizations.properties as known (id, organization_id, company_id, is_retired, sequence)
        values (?, ?, ?, ?, ?)
        on conflict (id) do update set company_id = excluded.company_id, is_retired = excluded.is_retired, sequence = excluded.sequence
        where known.sequence < excluded.sequence`,
      [propertyId, organizationId, companyId, isRetired, event.sequence],
    );
  }),
);
