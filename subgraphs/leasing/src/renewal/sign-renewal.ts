import { type CommandScope, defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { leaseRenewed, leaseSigned } from '@propertea/schema/events';
import { z } from 'zod';
import { generateChargeLines } from '../charge/generate-charge-lines.js';
import { cutHolding } from '../lease/cut-holding.js';
import type { Lease } from '../lease/lease.entity.js';
import { lockedUnitOf } from '../lease/lease-ground.js';
import {
  demandComplete,
  partiesOf,
  rentChangesOf,
  sumUp,
  templatesOf,
} from '../lease/lease-parts.js';
import { nextLeaseNumbers } from '../lease/next-lease-number.js';
import { recordAvailability } from '../occupancy/availability.js';
import { holdingOf, occupy } from '../occupancy/occupy.js';
import { OccupancyKind } from '../terms.js';
import { version } from '../text.js';
import { editableOffer } from './editable-offer.js';
import { chargesOfSuccessor, partiesOfSuccessor, successorOf } from './successor.js';

const PATH = ['input', 'renewalOfferId'];

/**
 * All have signed the new term (R27): a lease of the same tenancy follows the old one on its first day; the old term stays
 * as it is, one without an end gets one. Parties and charges go on, the rent is the offered one, and no deposit is
 * asked for again. UNIT_OCCUPIED where somebody else holds the unit then (R25).
 */
export const signRenewal = defineCommand({
  name: 'signRenewal',
  input: z.object({ renewalOfferId: idOf('RenewalOffer'), version }),
  async run(scope) {
    const { input, em, now, audit, emit, journal } = scope;
    const { offer, lease, today } = await editableOffer(scope, input);
    offer.demandAccepted();
    lease.demandRenewable(today);
    const { organizationId } = lease;
    const unit = await lockedUnitOf(em, lease, now);
    const [number = ''] = await nextLeaseNumbers(em, unit, 1);
    const next = successorOf(lease, offer, unit, number);
    const parties = partiesOfSuccessor(next, await partiesOf(em, lease));
    const [old, changes] = [await templatesOf(em, lease), await rentChangesOf(em, lease)];
    const templates = chargesOfSuccessor(next, old, changes, offer.rentMinor);
    demandComplete(parties, templates, PATH);
    next.sign(unit, now, today);
    sumUp(next, templates, [], today);
    next.depositMinor = lease.depositMinor;
    await endWhere(scope, lease, next.startsOn);
    await occupy(em, holdingOf(next, OccupancyKind.LEASE), PATH);
    em.persist(next);
    audit(next, 'lease.signed');
    await em.flush();
    offer.sign(next.id);
    em.persist([...parties, ...templates]);
    emit(leaseSigned, next, next.fact(parties));
    audit(offer, 'renewal.signed');
    await em.flush();
    await journal.write();
    next.touch(now);
    emit(leaseRenewed, next, next.fact(parties));
    await em.flush();
    await journal.write();
    await generateChargeLines({ em, journal, organizationId, now }, { leaseIds: [next.id] }, today);
    await recordAvailability(em, journal, organizationId, [unit.id], now);
    return offer;
  },
});

/** A lease without an end, or at will, ends where its new term begins; a term that was agreed stays. */
async function endWhere(
  { em, journal, now, audit }: Pick<CommandScope<unknown>, 'em' | 'journal' | 'now' | 'audit'>,
  lease: Lease,
  startsOn: string,
): Promise<void> {
  if (!lease.endBefore(startsOn)) return;
  audit(lease, 'lease.end-agreed');
  await em.flush();
  await cutHolding({ em, journal, now }, lease);
}
