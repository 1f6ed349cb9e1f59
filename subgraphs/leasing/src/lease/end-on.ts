import type { CommandScope } from '@propertea/chassis/store';
import { addDays } from '@propertea/kernel';
import { leaseEnded } from '@propertea/schema/events';
import { creditUnusedCharges } from '../charge/credit-unused-charges.js';
import { cutHolding } from './cut-holding.js';
import type { Lease } from './lease.entity.js';
import { partiesOf } from './lease-parts.js';

type Scope = Pick<CommandScope<unknown>, 'em' | 'journal' | 'now' | 'audit' | 'emit'>;

/**
 * Ends a lease with a day, unless it ends earlier anyway: it holds its unit no longer, and what was charged for days
 * behind it is given back (R29). From the next day on it is terminated: at once where that has come, else by the day of
 * its property.
 */
export async function endOn(
  scope: Scope,
  lease: Lease,
  lastDay: string,
  today: string,
  why: string,
): Promise<void> {
  const { em, journal, now, audit, emit } = scope;
  const { organizationId } = lease;
  const endedBefore = addDays(lastDay, 1);
  if (!lease.isOccupying || !lease.endBefore(endedBefore)) return;
  await em.flush();
  await cutHolding(scope, lease);
  await creditUnusedCharges({ em, journal, organizationId, now }, lease, endedBefore, why);
  if (endedBefore > today) return;
  lease.terminate();
  audit(lease, 'lease.ended', { reason: why });
  emit(leaseEnded, lease, lease.fact(await partiesOf(em, lease)));
}
