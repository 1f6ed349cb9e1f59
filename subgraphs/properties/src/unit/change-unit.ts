import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { unitChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { version } from '../text.js';
import { editableUnit } from './editable-unit.js';
import { placeOf } from './place-of.js';
import { unitShape } from './unit-facts.js';

/** Changes attributes of a unit or moves it within its property; what is left out stays. */
export const changeUnit = defineCommand({
  name: 'changeUnit',
  input: z.object({
    unitId: idOf('Unit'),
    version,
    buildingId: idOf('Building').nullish(),
    ...z.object(unitShape).partial().shape,
  }),
  async run({ input, em, identity, audit, emit }) {
    const { unitId, version: seen, buildingId: moved, ...facts } = input;
    const unit = await editableUnit(em, identity, { unitId, version: seen });
    const { propertyId } = unit;
    const buildingId = moved === undefined ? unit.buildingId : moved;
    unit.change(await placeOf(em, identity, { propertyId, buildingId, unitId }), facts);
    audit(unit, 'unit.changed');
    emit(unitChanged, unit, unit.fact());
    return unit;
  },
});
