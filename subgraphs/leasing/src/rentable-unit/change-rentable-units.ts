import { demand } from '@propertea/chassis/graph';
import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf, type Issue, notFoundMessage } from '@propertea/kernel';
import { z } from 'zod';
import { recordAvailability } from '../occupancy/availability.js';
import { LEASE_WRITERS, withinReach } from '../reach.js';
import { termsShape } from './change-rentable-unit.js';
import { RentableUnit } from './rentable-unit.entity.js';

export const MAX_UNITS = 100;

/** Says of many units what they should cost and from when on they can be let, all or none. */
export const changeRentableUnits = defineCommand({
  name: 'changeRentableUnits',
  input: z.object({
    units: z
      .array(z.object({ rentableUnitId: idOf('RentableUnit'), ...termsShape }))
      .min(1)
      .max(MAX_UNITS),
  }),
  async run({ input: { units: given }, em, identity, now, audit, journal }) {
    const id = { $in: given.map(({ rentableUnitId }) => rentableUnitId) };
    const within = withinReach(identity);
    const found = await em.find(RentableUnit, { $and: [{ id }, within] });
    for (const { companyId, propertyId } of found) {
      demand(identity, LEASE_WRITERS, { companyId, propertyId });
    }
    const byId = new Map(found.map((unit) => [unit.id, unit]));
    const issues: Issue[] = [];
    const seen = new Set<string>();
    for (const [index, { rentableUnitId, ...terms }] of given.entries()) {
      const unit = byId.get(rentableUnitId);
      const path = ['input', 'units', index, 'rentableUnitId'];
      if (!unit) issues.push({ code: 'NOT_FOUND', message: notFoundMessage('RentableUnit'), path });
      else if (unit.isRetired)
        issues.push({ code: 'UNIT_RETIRED', message: 'The unit is retired.', path });
      else if (seen.has(rentableUnitId)) {
        issues.push({ code: 'INVALID_INPUT', message: 'The unit is given twice.', path });
      } else unit.change(terms);
      seen.add(rentableUnitId);
    }
    if (issues.length > 0) throw DomainError.all(issues);
    for (const unit of found) audit(unit, 'rentable-unit.changed');
    await em.flush();
    const ids = found.map((unit) => unit.id);
    await recordAvailability(em, journal, within.organizationId, ids, now);
    return given.flatMap(({ rentableUnitId }) => byId.get(rentableUnitId) ?? []);
  },
});
