import type { RoomContext } from '@propertea/chassis/graph';
import { addMonths, dayOfMonth } from '@propertea/kernel';
import { dayAt } from '../days.js';
import type { Lease } from '../lease/lease.entity.js';
import { propertyCopyById } from '../property/property.loader.js';
import { chargesEndBefore } from './billing.js';
import { rentChangesOfLease, templatesOfLease } from './charge.loader.js';
import { type ScheduledCharge, upcomingCharges } from './preview-charges.js';

const MONTHS = 12;

/** What a lease will charge until a day, or within twelve months from today, up to a hundred. */
export async function scheduleOfLease(
  context: RoomContext,
  lease: Lease,
  until: string | null,
): Promise<ScheduledCharge[]> {
  const [property, templates, changes] = await Promise.all([
    context.load(propertyCopyById, lease.propertyId),
    context.load(templatesOfLease, lease.id),
    context.load(rentChangesOfLease, lease.id),
  ]);
  const today = dayAt(context.services.clock.now(), property);
  const billed = (templates ?? []).map((template) => ({
    terms: {
      ...template.entry(),
      endsBefore: template.endsBefore,
      changes: (changes ?? []).filter(
        ({ templateId, isCancelled }) => templateId === template.id && !isCancelled,
      ),
    },
    billedBefore: template.billedBefore,
  }));
  const { currency } = lease;
  const last = until ?? addMonths(today, MONTHS, dayOfMonth(today));
  return upcomingCharges({ currency, endsBefore: chargesEndBefore(lease), billed }, last);
}
