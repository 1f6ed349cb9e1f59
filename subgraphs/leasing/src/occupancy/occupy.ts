import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, type ErrorPath, newId } from '@propertea/kernel';
import { endsOnOf } from '../days.js';
import { OccupancyKind } from '../terms.js';

/** A time for which something is to hold a unit; half-open, null is open. */
export interface Holding {
  organizationId: string;
  unitId: string;
  companyId: string;
  propertyId: string;
  kind: OccupancyKind;
  leaseId: string | null;
  blockId: string | null;
  startsOn: string;
  endsBefore: string | null;
}

/** What a lease or a block says of itself, as the holding of its unit. */
export function holdingOf(
  of: {
    organizationId: string;
    unitId: string;
    companyId: string;
    propertyId: string;
    startsOn: string;
    endsBefore: string | null;
    id: string;
  },
  kind: OccupancyKind,
): Holding {
  const { organizationId, unitId, companyId, propertyId, startsOn, endsBefore, id } = of;
  const isBlock = kind === OccupancyKind.BLOCK;
  const whose = { leaseId: isBlock ? null : id, blockId: isBlock ? id : null };
  return { organizationId, unitId, companyId, propertyId, kind, ...whose, startsOn, endsBefore };
}

/**
 * Lets a lease or a block hold its unit (R25), instead of what it held before. Call it once the unit is
 * locked and expired reservations are gone. Throws UNIT_OCCUPIED or UNIT_BLOCKED at `path` with the days
 * on which the unit is held, and nothing else of who holds it.
 */
export async function occupy(em: EntityManager, holding: Holding, path: ErrorPath): Promise<void> {
  await vacate(em, holding);
  const refused = await occupyAll(em, [holding]);
  if (refused.length === 0) return;
  const [conflict] = await conflictsOf(em, holding);
  throw conflictError(conflict, path);
}

/** Ends what a lease or a block holds. */
export async function vacate(
  em: EntityManager,
  { organizationId, leaseId, blockId }: Pick<Holding, 'organizationId' | 'leaseId' | 'blockId'>,
): Promise<void> {
  const [column, id] = leaseId === null ? ['block_id', blockId] : ['lease_id', leaseId];
  await em.execute(`delete from leasing.occupancies where organization_id = ? and ${column} = ?`, [
    organizationId,
    id,
  ]);
}

/**
 * Inserts holdings in one statement and returns those that would overlap another. "Do nothing" waits for
 * whoever signs at the same time and leaves the transaction alive, so that the days can be looked up.
 */
export async function occupyAll(
  em: EntityManager,
  holdings: readonly Holding[],
): Promise<Holding[]> {
  const rows = holdings.map((holding) => ({ id: newId(), ...holding }));
  const inserted = await em.execute<{ id: string }[]>(
    /* sql */ `
    insert into leasing.occupancies (organization_id, id, unit_id, company_id, property_id, kind, lease_id, block_id,
      starts_on, ends_before)
    select "organizationId", id, "unitId", "companyId", "propertyId", kind, "leaseId", "blockId", "startsOn", "endsBefore"
    from jsonb_to_recordset(?::jsonb) as r ("organizationId" uuid, id uuid, "unitId" uuid, "companyId" uuid,
      "propertyId" uuid, kind text, "leaseId" uuid, "blockId" uuid, "startsOn" date, "endsBefore" date)
    order by "unitId", "startsOn"
    on conflict on constraint unit_occupied_once do nothing returning id`,
    [JSON.stringify(rows)],
  );
  const ids = new Set(inserted.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}

export interface Conflict {
  kind: OccupancyKind;
  startsOn: string;
  endsBefore: string | null;
}

/** What holds the unit at that time, beside the lease or block itself, in the order of the days. */
export function conflictsOf(
  em: EntityManager,
  { organizationId, unitId, leaseId, blockId, startsOn, endsBefore }: Omit<Holding, 'kind'>,
): Promise<Conflict[]> {
  return em.execute<Conflict[]>(
    /* sql */ `
    select kind, starts_on as "startsOn", ends_before as "endsBefore" from leasing.occupancies
    where organization_id = ? and unit_id = ? and starts_on < coalesce(?::date, 'infinity')
      and coalesce(ends_before, 'infinity') > ?::date and coalesce(lease_id, block_id) is distinct from ?::uuid
    order by starts_on limit 10`,
    [organizationId, unitId, endsBefore, startsOn, leaseId ?? blockId],
  );
}

/** What the caller is told: the days, and whether a block is in the way. */
export function conflictError(conflict: Conflict | undefined, path: ErrorPath): DomainError {
  const isBlock = conflict?.kind === OccupancyKind.BLOCK;
  const code = isBlock ? 'UNIT_BLOCKED' : 'UNIT_OCCUPIED';
  return new DomainError(code, conflictMessage(conflict), { path });
}

/** "The unit is let or blocked from 2026-01-01 to 2026-12-31." */
export function conflictMessage(conflict: Conflict | undefined): string {
  if (!conflict) return 'The unit is let or blocked at that time.';
  const { startsOn } = conflict;
  const endsOn = endsOnOf(conflict.endsBefore);
  return `The unit is let or blocked from ${startsOn} ${endsOn === null ? 'on, with no end' : `to ${endsOn}`}.`;
}
