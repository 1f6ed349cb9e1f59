import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { unitRestored } from '@propertea/schema/events';
import { z } from 'zod';
import { code, version } from '../text.js';
import { editableUnit } from './editable-unit.js';
import { placeOf } from './place-of.js';

/** Brings a retired unit back, under another code where its own was taken in the meantime. */
export const restoreUnit = defineCommand({
  name: 'restoreUnit',
  input: z.object({ unitId: idOf('Unit'), version, code: code(10).nullish() }),
  async run({ input, em, identity, audit, emit }) {
    const unit = await editableUnit(em, identity, input);
    const { id: unitId, propertyId, buildingId } = unit;
    unit.restore(await placeOf(em, identity, { propertyId, buildingId, unitId }), input.code);
    audit(unit, 'unit.restored');
    emit(unitRestored, unit, unit.fact());
    return unit;
  },
});
