import type { RoomContext } from '@propertea/chassis/graph';
import { parseInput } from '@propertea/chassis/store';
import { addMonths, DomainError, dayOfMonth, type Money } from '@propertea/kernel';
import { z } from 'zod';
import { type ScheduledCharge, previewCharges } from '../charge/preview-charges.js';
import { currencyOf } from '../lease/lease-ground.js';
import { draftShape } from '../lease/lease-input.js';
import { DEFAULTS, templateFacts } from '../lease/lease-parts.js';
import { Lease } from '../lease/lease.entity.js';
import { conflictMessage, conflictsOf, holdingOf } from '../occupancy/occupy.js';
import { rentableUnitById } from '../rentable-unit/rentable-unit.loader.js';
import { OccupancyKind } from '../terms.js';

/** Of a draft, what its charges and its days depend on. */
const previewed = z.object({
  unitId: draftShape.unitId,
  startsOn: draftShape.startsOn,
  endsOn: draftShape.endsOn,
  proration: draftShape.proration,
  dueDay: draftShape.dueDay,
  chargeTemplates: draftShape.chargeTemplates,
});

const MONTHS = 12;

export interface LeasePreview {
  charges: ScheduledCharge[];
  firstPayment: Money[];
  conflicts: string[];
  errors: { code: string; message: string; path: string[] }[];
}

/**
 * What a lease would charge until a day (twelve months from its first one unless given), and what holds the unit
 * then; null for a unit out of reach. Nothing is written; what `createLease` would refuse is told as it would tell it.
 */
export async function previewLease(
  context: RoomContext,
  input: unknown,
  until: string | null,
): Promise<LeasePreview | null> {
  try {
    const shown = await preview(context, parseInput(previewed, input), until);
    return shown && { ...shown, errors: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = error.issues.map(({ code, message, path }) => {
      return { code, message, path: path.map(String) };
    });
    return { charges: [], firstPayment: [], conflicts: [], errors };
  }
}

async function preview(
  context: RoomContext,
  draft: z.output<typeof previewed>,
  until: string | null,
): Promise<Omit<LeasePreview, 'errors'> | null> {
  const unit = await context.load(rentableUnitById, draft.unitId);
  if (!unit) return null;
  const em = await context.em();
  const currency = await currencyOf(em, unit, 'unitId');
  const { startsOn, endsOn = null } = draft;
  const lease = Lease.create(unit, { number: '', currency, tenancyId: '', startsOn, endsOn });
  const defaults = {
    dueDay: draft.dueDay ?? DEFAULTS.dueDay,
    proration: draft.proration ?? DEFAULTS.proration,
  };
  const templates = (draft.chargeTemplates ?? []).map((given, index) => {
    const path = ['input', 'chargeTemplates', index];
    return { ...templateFacts(lease, given, defaults, path), changes: [] };
  });
  const last = until ?? addMonths(startsOn, MONTHS, dayOfMonth(startsOn));
  const { endsBefore } = lease;
  const conflicts = await conflictsOf(em, holdingOf(lease, OccupancyKind.LEASE));
  return {
    ...previewCharges({ currency, endsBefore, templates }, last),
    conflicts: conflicts.map(conflictMessage),
  };
}
