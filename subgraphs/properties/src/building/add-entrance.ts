import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { buildingChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { code, version } from '../text.js';
import { entranceShape } from './building-facts.js';
import { editableBuilding } from './editable-building.js';

/** A building gets an entrance. */
export const addEntrance = defineCommand({
  name: 'addEntrance',
  input: z.object({ buildingId: idOf('Building'), version, code: code(5), ...entranceShape }),
  async run({ input, em, identity, audit, emit }) {
    const { building } = await editableBuilding(em, identity, input);
    const { code: entranceCode, name = null, addressLine = null } = input;
    building.addEntrance({ code: entranceCode, name, addressLine });
    audit(building, 'building.entrance-added');
    emit(buildingChanged, building, building.fact());
    return building;
  },
});
