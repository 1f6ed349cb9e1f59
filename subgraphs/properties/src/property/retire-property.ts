import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { propertyRetired } from '@propertea/schema/events';
import { z } from 'zod';
import { Building } from '../building/building.entity.js';
import { reason, version } from '../text.js';
import { Unit } from '../unit/unit.entity.js';
import { editableProperty } from './editable-property.js';

/** Takes a property out of the portfolio. R49: not while buildings or units live in it. */
export const retireProperty = defineCommand({
  name: 'retireProperty',
  input: z.object({ propertyId: idOf('Property'), version, reason }),
  async run({ input, em, identity, now, audit, emit }) {
    const property = await editableProperty(em, identity, input);
    const live = { propertyId: property.id, retiredAt: null };
    property.retire(now, {
      buildings: await em.count(Building, live),
      units: await em.count(Unit, live),
    });
    audit(property, 'property.retired', { reason: input.reason ?? null });
    emit(propertyRetired, property, property.fact());
    return property;
  },
});
