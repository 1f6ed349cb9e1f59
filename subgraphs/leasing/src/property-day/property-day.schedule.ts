import { defineSchedule } from '@propertea/chassis/messaging';
import type { Journal } from '@propertea/chassis/store';
import { localDateAt, nextLocalMidnight } from '@propertea/kernel';
import { Property } from '../property/property.entity.js';
import { runPropertyDay } from './run-property-day.js';

/**
 * Runs each day of a property as it begins there, by its own clock; after downtime the missed days one by one.
 * A property whose time zone is not known counts its days in UTC.
 */
export const propertyDay = defineSchedule({
  name: 'property-day',
  async run({ em, journal, organizationId, key: propertyId, dueAt, now }) {
    const property = await em.findOne(Property, { organizationId, id: propertyId });
    if (!property) return null;
    const timeZone = property.timeZone ?? 'UTC';
    const day = localDateAt(dueAt, timeZone);
    await runPropertyDay({ em, journal, organizationId, now, propertyId, day });
    return nextLocalMidnight(dueAt, timeZone);
  },
});

/** Sets the days of a property going, from the next one on; what is set already stays. */
export function schedulePropertyDays(
  journal: Journal,
  property: { id: string; timeZone: string | null },
  now: Date,
): void {
  const first = nextLocalMidnight(now, property.timeZone ?? 'UTC');
  journal.schedule(propertyDay, property.id, first, { keepsSet: true });
}
