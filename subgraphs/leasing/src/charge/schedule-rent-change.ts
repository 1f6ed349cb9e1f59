import type { EntityManager } from '@mikro-orm/postgresql';
import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf, roundedQuotient, safeMinor } from '@propertea/kernel';
import { z } from 'zod';
import { day, endsOnOf } from '../days.js';
import { auditPart, settleCharges } from '../lease/change-of-lease.js';
import type { Lease } from '../lease/lease.entity.js';
import { editableLease, todayAt } from '../lease/lease-ground.js';
import { rentChangesOf } from '../lease/lease-parts.js';
import { amountMinor } from '../money.js';
import { LeaseAction, RentChangeKind } from '../terms.js';
import { line, version } from '../text.js';
import type { ChargeTemplate } from './charge-template.entity.js';
import { chargedTerm, templateOf } from './lease-charges.js';
import { amountAt } from './rent-at.js';
import { RentChange } from './rent-change.entity.js';

const MAX_CHANGES = 100;

/** A percentage in parts of a million: 2.35 % is 23,500 of them. */
const WHOLE = 1_000_000;
const PARTS_OF_PERCENT = WHOLE / 100;

/**
 * From a day on a charge costs another amount, or a percentage more or less of what it costs then. RENT_BILLED for
 * days that are billed (R6); another change on the same day has to be cancelled first.
 */
export const scheduleRentChange = defineCommand({
  name: 'scheduleRentChange',
  input: z.object({
    leaseId: idOf('Lease'),
    version,
    chargeTemplateId: idOf('ChargeTemplate'),
    kind: z.enum(RentChangeKind),
    effectiveOn: day,
    amountMinor: amountMinor.nullish(),
    percentage: z.number().min(-100).max(1000).nullish(),
    note: line(1000).nullish(),
  }),
  async run({ input, em, identity, now, journal }) {
    const lease = await editableLease(em, identity, input);
    const today = await todayAt(em, lease, now);
    lease.demand(LeaseAction.SCHEDULE_RENT_CHANGE, today);
    const template = await templateOf(em, lease, input.chargeTemplateId);
    const { kind, effectiveOn, note = null } = input;
    demandOpen(template, lease, effectiveOn);
    const changes = await rentChangesOf(em, lease);
    const own = changes.filter(({ templateId }) => templateId === template.id);
    const { amountMinor: first } = template;
    const amount = newAmount(input, amountAt({ amountMinor: first, changes: own }, effectiveOn));
    await demandRoom(em, lease);
    const change = RentChange.create(template, { kind, effectiveOn, amountMinor: amount, note });
    em.persist(change);
    auditPart({ journal }, lease, 'lease.rent-change-scheduled', null, change.entry());
    await settleCharges({ em, journal, now }, lease, today);
    return lease;
  },
});

/** R6: the day has no line yet, and the charge runs on it. */
function demandOpen(template: ChargeTemplate, lease: Lease, effectiveOn: string): void {
  const path = ['input', 'effectiveOn'];
  const { billedBefore, startsOn, endsBefore } = template;
  const end = chargedTerm(lease).endsBefore;
  const isBefore = effectiveOn <= startsOn;
  if (isBefore || effectiveOn >= (endsBefore ?? '9999') || effectiveOn >= (end ?? '9999')) {
    const message = `The charge runs from ${startsOn} on; a change takes effect later, and before its end.`;
    throw new DomainError('TERM_INVALID', message, { path });
  }
  if (billedBefore !== null && effectiveOn >= billedBefore) return;
  const until = billedBefore === null ? '' : ` up to ${endsOnOf(billedBefore)}`;
  throw new DomainError('RENT_BILLED', `It is billed${until} already.`, { path });
}

function newAmount(
  input: { amountMinor?: number | null | undefined; percentage?: number | null | undefined },
  before: number,
): number {
  const { amountMinor: given = null, percentage = null } = input;
  if (given !== null && percentage === null) return given;
  if (given !== null || percentage === null) {
    const message = 'Say what it costs from then on, or by how many percent that changes.';
    throw new DomainError('INVALID_INPUT', message, { path: ['input', 'amountMinor'] });
  }
  const factor = BigInt(WHOLE + Math.round(percentage * PARTS_OF_PERCENT));
  return safeMinor(roundedQuotient(BigInt(before) * factor, BigInt(WHOLE)));
}

async function demandRoom(em: EntityManager, { id: leaseId, organizationId }: Lease) {
  if ((await em.count(RentChange, { organizationId, leaseId })) < MAX_CHANGES) return;
  const message = `A lease has at most ${MAX_CHANGES} changes of its rent.`;
  throw new DomainError('TOO_MANY', message, { path: ['input'] });
}
