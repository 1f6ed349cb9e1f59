import type { EntityManager } from '@mikro-orm/postgresql';
import type { ConsumerScope } from '@propertea/chassis/messaging';
import type { unitCreated } from '@propertea/schema/events';
import type { z } from 'zod';
import { recordAvailability } from '../occupancy/availability.js';

type UnitFact = z.output<typeof unitCreated.data>;

/**
 * Keeps the rentable unit of a unit: created with its first fact, retired and restored with it. The fact
 * with the higher sequence wins, also a retirement before its creation (R50); what the office said of
 * the unit is not touched. A unit that comes or goes changes what is available.
 */
export async function keepUnit(scope: ConsumerScope<UnitFact>): Promise<void> {
  const { event, em, journal, now } = scope;
  const { unitId, organizationId, propertyId, code, category, bedrooms, floor } = event.data;
  const { areaSquareMetres, isRetired } = event.data;
  const companyId = event.data.companyId ?? (await ownerOf(em, organizationId, propertyId));
  const area = areaSquareMetres === null ? null : Math.round(areaSquareMetres * 100);
  const [kept] = await em.execute<{ wasRetired: boolean | null }[]>(
    /* sql */ `
    with before as (
      select retired_on is not null as was_retired from leasing.rentable_units where organization_id = ? and id = ?
    ), day as (
      select (?::timestamptz at time zone coalesce(
        (select time_zone from leasing.properties where organization_id = ? and id = ?), 'UTC'))::date as today
    )
    insert into leasing.rentable_units as u (id, organization_id, company_id, property_id, code, category, bedrooms,
      area_square_decimetres, floor, retired_on, available_from, sequence, created_at, updated_at)
    select ?, ?, ?, ?, ?, ?, ?::int, ?::int, ?::int, case when ? then today end, case when not ? then today end, ?::int, ?, ? from day
    on conflict (organization_id, id) do update set code = excluded.code, category = excluded.category,
      bedrooms = excluded.bedrooms, area_square_decimetres = excluded.area_square_decimetres, floor = excluded.floor,
      retired_on = case when excluded.retired_on is null then null else coalesce(u.retired_on, excluded.retired_on) end,
      sequence = excluded.sequence, updated_at = excluded.updated_at
    where excluded.sequence > u.sequence
    returning (select was_retired from before) as "wasRetired"`,
    [
      organizationId,
      unitId,
      event.time,
      organizationId,
      propertyId,
      unitId,
      organizationId,
      companyId,
      propertyId,
      code,
      category,
      bedrooms,
      area,
      floor,
      isRetired,
      isRetired,
      event.sequence,
      now,
      now,
    ],
  );
  if (!kept || (kept.wasRetired ?? false) === isRetired) return;
  await recordAvailability(em, journal, organizationId, [unitId], now);
}

/**
 * The company of a unit whose fact does not say it. Where the property is not known yet its fact is on
 * its way: this throws, and the fact of the unit comes again later.
 */
async function ownerOf(
  em: EntityManager,
  organizationId: string,
  propertyId: string,
): Promise<string> {
  const [property] = await em.execute<{ companyId: string }[]>(
    `select company_id as "companyId" from leasing.properties where organization_id = ? and id = ?`,
    [organizationId, propertyId],
  );
  if (property) return property.companyId;
  throw new Error(`The property ${propertyId} of the unit is not known yet.`);
}
