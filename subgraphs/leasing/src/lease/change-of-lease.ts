import type { CommandScope } from '@propertea/chassis/store';
import { leaseChargesChanged, leaseDraftChanged } from '@propertea/schema/events';
import { generateChargeLines } from '../charge/generate-charge-lines.js';
import { recordAvailability } from '../occupancy/availability.js';
import { vacate } from '../occupancy/occupy.js';
import { LeaseState } from '../terms.js';
import type { Lease } from './lease.entity.js';
import { lockedUnitOf } from './lease-ground.js';
import { partiesOf, rentChangesOf, sumUp, templatesOf } from './lease-parts.js';

type Scope = Pick<CommandScope<unknown>, 'em' | 'journal' | 'now'>;

/** What was sent to be signed binds as it is: changed, it is a draft again and its unit is free. */
export async function takeBack({ em, journal, now }: Scope, lease: Lease): Promise<void> {
  if (lease.state !== LeaseState.PENDING_SIGNATURE) return;
  lease.unsend();
  const { id, organizationId } = lease;
  const unit = await lockedUnitOf(em, lease, now);
  await vacate(em, { organizationId, leaseId: id, blockId: null });
  await recordAvailability(em, journal, organizationId, [unit.id], now);
}

/**
 * Call it once charges of a lease were changed: sums them up, takes back what was sent, and makes the lines of a
 * signed lease that are due by today.
 */
export async function settleCharges(scope: Scope, lease: Lease, today: string): Promise<void> {
  const { em, journal, now } = scope;
  const { id, organizationId } = lease;
  await em.flush();
  sumUp(lease, await templatesOf(em, lease), await rentChangesOf(em, lease), today);
  lease.recharge(now, today);
  await takeBack(scope, lease);
  await em.flush();
  const fact = lease.fact(await partiesOf(em, lease));
  journal.emit(lease.isSigned ? leaseChargesChanged : leaseDraftChanged, lease, fact);
  if (!lease.isSigned) return;
  await generateChargeLines({ em, journal, organizationId, now }, { leaseIds: [id] }, today);
}

/** An entry in the history of a lease about one of its parts: a party, a charge, a change of its rent. */
export function auditPart(
  { journal }: Pick<Scope, 'journal'>,
  lease: Lease,
  action: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): void {
  journal.auditRow({ aggregate_type: 'Lease', aggregate_id: lease.id, action, before, after });
}
