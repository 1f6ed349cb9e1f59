import type { Lease } from '../lease/lease.entity.js';
import type { PropertyScope } from './property-scope.js';

/** Which of the leases have a signed one that goes on where they end (R27), by id. */
export async function renewedOf(
  { em, organizationId }: PropertyScope,
  leases: readonly Lease[],
): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    /* sql */ `
    select renewed_from_id as id from leasing.leases
    where organization_id = ? and renewed_from_id = any (?::uuid[]) and signed_at is not null and state <> 'CANCELLED'`,
    [organizationId, `{${leases.map(({ id }) => id).join(',')}}`],
  );
  return new Set(rows.map(({ id }) => id));
}
