import { assertVersion, defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { day } from '../days.js';
import { editableUnit } from '../lease/lease-ground.js';
import { amountMinor } from '../money.js';
import { recordAvailability } from '../occupancy/availability.js';
import { version } from '../text.js';

/** What a person says of a unit as it is let, field by field; what is left out stays, null is removed. */
export const termsShape = {
  baseRentMinor: amountMinor.nullish(),
  rentableFrom: day.nullish(),
};

/** Says what a unit should cost a month, and from when on it can be let. */
export const changeRentableUnit = defineCommand({
  name: 'changeRentableUnit',
  input: z.object({ rentableUnitId: idOf('RentableUnit'), version, ...termsShape }),
  async run({ input, em, identity, now, audit, journal }) {
    const { rentableUnitId, version: seen, ...terms } = input;
    const field = 'rentableUnitId';
    const unit = await editableUnit(em, identity, rentableUnitId, { type: 'RentableUnit', field });
    assertVersion(unit, seen);
    unit.change(terms);
    audit(unit, 'rentable-unit.changed');
    await em.flush();
    await recordAvailability(em, journal, unit.organizationId, [unit.id], now);
    return unit;
  },
});
