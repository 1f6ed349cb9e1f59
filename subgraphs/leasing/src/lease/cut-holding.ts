import type { CommandScope } from '@propertea/chassis/store';
import { recordAvailability } from '../occupancy/availability.js';
import type { Lease } from './lease.entity.js';
import { lockedUnitOf } from './lease-ground.js';

/** Lets a lease hold its unit no longer than it lasts. Call it once its certain end is stored. */
export async function cutHolding(
  { em, journal, now }: Pick<CommandScope<unknown>, 'em' | 'journal' | 'now'>,
  lease: Lease,
): Promise<void> {
  const { id, organizationId, endedBefore } = lease;
  const unit = await lockedUnitOf(em, lease, now);
  await em.execute(
    /* sql */ `
    update leasing.occupancies set ends_before = ?::date
    where organization_id = ? and lease_id = ? and starts_on < ?::date and (ends_before is null or ends_before > ?::date)`,
    [endedBefore, organizationId, id, endedBefore, endedBefore],
  );
  await recordAvailability(em, journal, organizationId, [unit.id], now);
}
