import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { buildingChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { code, version } from '../text.js';
import { entranceShape } from './building-facts.js';
import { editableBuilding } from './editable-building.js';

/** Changes name and address line of an entrance; what is left out stays. Its code is its identity. */
export const changeEntrance = defineCommand({
  name: 'changeEntrance',
  input: z.object({ buildingId: idOf('Building'), version, code: code(5), ...entranceShape }),
  async run({ input, em, identity, audit, emit }) {
    const { building } = await editableBuilding(em, identity, input);
    building.changeEntrance(input.code, input);
    audit(building, 'building.entrance-changed');
    emit(buildingChanged, building, building.fact());
    return building;
  },
});
