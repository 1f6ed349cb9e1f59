import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { buildingRestored } from '@propertea/schema/events';
import { z } from 'zod';
import { code, version } from '../text.js';
import { editableBuilding } from './editable-building.js';

/** Brings a retired building back, under another code where its own was taken in the meantime. */
export const restoreBuilding = defineCommand({
  name: 'restoreBuilding',
  input: z.object({ buildingId: idOf('Building'), version, code: code(5).nullish() }),
  async run({ input, em, identity, audit, emit }) {
    const { building, property } = await editableBuilding(em, identity, input);
    building.restore(property, input.code);
    audit(building, 'building.restored');
    emit(buildingRestored, building, building.fact());
    return building;
  },
});
