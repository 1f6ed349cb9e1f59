import { currencyCode, defineEvent, localDate } from '@propertea/kernel';
import { z } from 'zod';
import { id } from './shapes.js';

const amountMinor = z.int().min(0);

/** A lease as it is after what happened; days are inclusive, null is open. No names: who they are is asked for. */
const lease = z.object({
  leaseId: id,
  organizationId: id,
  companyId: id,
  propertyId: id,
  unitId: id,
  tenancyId: id,
  number: z.string().min(1).max(20),
  state: z.enum([
    'DRAFT',
    'PENDING_SIGNATURE',
    'FUTURE',
    'ACTIVE',
    'NOTICE_GIVEN',
    'AT_WILL',
    'TERMINATED',
    'EXPIRED',
    'CLOSED',
    'CANCELLED',
  ]),
  startsOn: localDate,
  endsOn: localDate.nullable(),
  currency: currencyCode,
  /** Of a month. */
  rentMinor: amountMinor.nullable(),
  depositMinor: amountMinor.nullable(),
  parties: z.array(
    z.object({
      partyId: id,
      role: z.enum(['TENANT', 'OCCUPANT', 'GUARANTOR']),
      state: z.enum(['CURRENT', 'FUTURE', 'MOVED_OUT']),
      userId: id.nullable(),
    }),
  ),
  noticeEndsOn: localDate.nullable(),
  movedInOn: localDate.nullable(),
  movedOutOn: localDate.nullable(),
  /** The last day, once it is certain. */
  endedOn: localDate.nullable(),
  renewedFromId: id.nullable(),
});

const place = { organizationId: id, companyId: id, propertyId: id, unitId: id };

const block = z.object({
  blockId: id,
  ...place,
  reason: z.enum(['RENOVATION', 'OWNER_USE', 'LEGAL', 'OTHER']),
  startsOn: localDate,
  endsOn: localDate.nullable(),
});

const charge = {
  chargeLineId: id,
  leaseId: id,
  tenancyId: id,
  organizationId: id,
  companyId: id,
  templateId: id,
  kind: z.enum(['RENT', 'SERVICE', 'PARKING', 'DEPOSIT', 'OTHER']),
  currency: currencyCode,
};

const leaseEvent = (type: string) => defineEvent({ type, version: 1, data: lease });

/** Of a lease that nobody signed yet: it was drawn up, changed, sent to be signed or taken back. */
export const leaseDraftChanged = leaseEvent('lease.draft-changed');
export const leaseSigned = leaseEvent('lease.signed');
export const leaseActivated = leaseEvent('lease.activated');
export const leaseCancelled = leaseEvent('lease.cancelled');
/** What a signed lease charges: a template, or a change of the rent. */
export const leaseChargesChanged = leaseEvent('lease.charges-changed');
export const leasePartyChanged = leaseEvent('lease.party-changed');
export const leaseNoticeGiven = leaseEvent('lease.notice-given');
export const leaseNoticeWithdrawn = leaseEvent('lease.notice-withdrawn');
export const leaseMovedOut = leaseEvent('lease.moved-out');
/** Of the new lease, which names the one that it follows. */
export const leaseRenewed = leaseEvent('lease.renewed');
export const leaseEnded = leaseEvent('lease.ended');

export const leaseChargeDue = defineEvent({
  type: 'lease.charge-due',
  version: 1,
  data: z.object({
    ...charge,
    label: z.string().min(1).max(200),
    periodStartsOn: localDate,
    periodEndsOn: localDate,
    dueOn: localDate,
    amountMinor,
  }),
});

/** Gives back a part of a line, for the days from `startsOn` to `endsOn`. */
export const leaseChargeCredited = defineEvent({
  type: 'lease.charge-credited',
  version: 1,
  data: z.object({
    ...charge,
    chargeCreditId: id,
    startsOn: localDate,
    endsOn: localDate,
    amountMinor: z.int().positive(),
    reason: z.string().min(1).max(1000),
  }),
});

export const unitBlocked = defineEvent({ type: 'unit.blocked', version: 1, data: block });

export const unitUnblocked = defineEvent({ type: 'unit.unblocked', version: 1, data: block });

/** What occupies a unit from the day of the fact on; free between and after these periods. */
export const unitAvailabilityChanged = defineEvent({
  type: 'unit.availability-changed',
  version: 1,
  data: z.object({
    ...place,
    isRetired: z.boolean(),
    /** From when on nothing occupies it any more, as far as is known; null where no end is in sight. */
    availableFrom: localDate.nullable(),
    baseRentMinor: amountMinor.nullable(),
    periods: z.array(
      z.object({
        kind: z.enum(['LEASE', 'RESERVATION', 'BLOCK']),
        startsOn: localDate,
        endsOn: localDate.nullable(),
      }),
    ),
  }),
});
