import { Journal, Store, workerSession } from '@propertea/chassis/store';
import { addDays, newId, systemIdentity } from '@propertea/kernel';
import { type RoomDatabase, roomDatabase } from '@propertea/testkit';
import pg from 'pg';
import type { ChargeScope } from '../../src/charge/generate-charge-lines.js';
import type { ChargeTerms } from '../../src/charge/charge-terms.js';
import { entities } from '../../src/entities.js';
import { runPropertyDay } from '../../src/property-day/run-property-day.js';

/** A property with units whose leases are written as rows: for what happens by itself, day by day. */
export interface ChargeDesk {
  database: RoomDatabase;
  /** Runs in a transaction of its own as the room's worker. */
  run<T>(organizationId: string, work: (scope: ChargeScope) => Promise<T>): Promise<T>;
  /** Runs the day of a property. */
  day(at: Place, day: string): Promise<void>;
  property(values?: { timeZone?: string }): Promise<Place>;
  /** A signed lease, of a unit of its own unless one is given; it rents from its first day. */
  lease(at: Place, values: LeaseValues): Promise<LeaseRow>;
  sql<Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<Row[]>;
  /** Facts of a type about a lease or its lines, in the order of their coming. */
  facts(organizationId: string, type: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

export interface Place {
  organizationId: string;
  companyId: string;
  propertyId: string;
}

export interface LeaseValues {
  startsOn: string;
  endsOn?: string | null;
  state?: string;
  endedOn?: string;
  unitId?: string;
  renewedFromId?: string;
  reservedUntil?: string;
  charges?: readonly Partial<ChargeTerms & { leadDays: number }>[];
}

export interface LeaseRow {
  id: string;
  unitId: string;
  templateIds: string[];
}

const migrations = new URL('../../migrations/', import.meta.url);
const NOW = new Date('2027-06-01T12:00:00Z');
const MAX_LEAD_DAYS = 90;

export async function openChargeDesk(): Promise<ChargeDesk> {
  const database = await roomDatabase([{ name: 'leasing', migrations }]);
  const databaseUrl = database.urlFor('leasing');
  const store = await Store.open({ room: 'leasing', databaseUrl, poolMax: 5, entities });
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  // A connection that is on its way out may still hear that the database goes.
  admin.on('error', () => undefined);
  const insert = async (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await admin.query(
      `insert into leasing.${table} (${columns.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  };
  const run: ChargeDesk['run'] = (organizationId, work) =>
    store.transaction(workerSession('leasing', organizationId), async (em) => {
      const identity = systemIdentity(organizationId);
      const actor = { identity, requestId: newId(), traceparent: null };
      const journal = new Journal('leasing', em, actor, organizationId, NOW);
      const done = await work({ em, journal, organizationId, now: NOW });
      await em.flush();
      await journal.write();
      return done;
    });
  const sql: ChargeDesk['sql'] = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await admin.query<Row>(text, values)).rows;
  return {
    database,
    run,
    sql,
    day: ({ organizationId, propertyId }, day) =>
      run(organizationId, (scope) => runPropertyDay({ ...scope, propertyId, day })),
    facts: (organizationId, type) =>
      sql(
        `select data, sequence from leasing.outbox where organization_id = $1 and type = $2 order by id`,
        [organizationId, type],
      ),
    async property({ timeZone = 'America/Chicago' } = {}) {
      const place = { organizationId: newId(), companyId: newId(), propertyId: newId() };
      const common = { organization_id: place.organizationId, is_retired: false, sequence: 1 };
      await insert('companies', {
        ...common,
        id: place.companyId,
        code: 'C',
        name: 'Company',
        currency: 'USD',
      });
      await insert('properties', {
        ...common,
        id: place.propertyId,
        company_id: place.companyId,
        code: 'P',
        name: 'Property',
        time_zone: timeZone,
      });
      return place;
    },
    async lease({ organizationId, companyId, propertyId }, values) {
      const id = newId();
      const where = {
        organization_id: organizationId,
        company_id: companyId,
        property_id: propertyId,
      };
      const times = { created_at: NOW, updated_at: NOW };
      const { startsOn, endsOn = null, state = 'ACTIVE', unitId = newId() } = values;
      const endsBefore = endsOn && addDays(endsOn, 1);
      const endedBefore = values.endedOn ? addDays(values.endedOn, 1) : null;
      if (!values.unitId) {
        const unit = { code: unitId.slice(-10), category: 'APARTMENT', sequence: 1 };
        await insert('rentable_units', { ...where, ...times, id: unitId, ...unit });
      }
      const tenancyId = newId();
      await insert('tenancies', {
        organization_id: organizationId,
        id: tenancyId,
        unit_id: unitId,
        ...times,
      });
      const isPending = state === 'PENDING_SIGNATURE';
      await insert('leases', {
        ...where,
        ...times,
        id,
        unit_id: unitId,
        unit_code: 'U',
        tenancy_id: tenancyId,
        number: `L-${id.slice(-12)}`,
        state,
        starts_on: startsOn,
        ends_before: endsBefore,
        ended_before: endedBefore,
        currency: 'USD',
        rent_minor: 1_000_00,
        signed_at: isPending ? null : NOW,
        reserved_until: values.reservedUntil ?? null,
        renewed_from_id: values.renewedFromId ?? null,
        next_charge_on: isPending ? null : addDays(startsOn, -MAX_LEAD_DAYS),
      });
      await insert('occupancies', {
        ...where,
        id: newId(),
        unit_id: unitId,
        kind: isPending ? 'RESERVATION' : 'LEASE',
        lease_id: id,
        starts_on: startsOn,
        ends_before: endsBefore,
      });
      await insert('lease_parties', {
        organization_id: organizationId,
        ...times,
        id: newId(),
        lease_id: id,
        role: 'TENANT',
        state: 'CURRENT',
        name: 'Ada Tenant',
      });
      const templateIds = [];
      for (const charge of values.charges ?? [{}]) {
        const templateId = newId();
        templateIds.push(templateId);
        const first = charge.startsOn ?? startsOn;
        await insert('charge_templates', {
          organization_id: organizationId,
          ...times,
          id: templateId,
          lease_id: id,
          kind: charge.kind ?? 'RENT',
          label: charge.label ?? 'Rent',
          amount_minor: charge.amountMinor ?? 1_000_00,
          cycle: charge.cycle ?? 'MONTHLY',
          due_day: charge.dueDay ?? 1,
          lead_days: charge.leadDays ?? 0,
          proration: charge.proration ?? 'ACTUAL',
          starts_on: first,
          ends_before: charge.endsBefore ?? null,
          billed_before: first,
        });
        for (const change of charge.changes ?? []) {
          await insert('rent_changes', {
            organization_id: organizationId,
            ...times,
            id: newId(),
            lease_id: id,
            template_id: templateId,
            kind: 'STEP',
            effective_on: change.effectiveOn,
            amount_minor: change.amountMinor,
          });
        }
      }
      return { id, unitId, templateIds };
    },
    async stop() {
      await store.close();
      await admin.end();
      await database.drop();
    },
  };
}
