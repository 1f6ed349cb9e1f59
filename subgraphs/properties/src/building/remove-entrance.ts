import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { buildingChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { code, version } from '../text.js';
import { Unit } from '../unit/unit.entity.js';
import { editableBuilding } from './editable-building.js';

/** Takes an entrance away, unless live units are reached by it. */
export const removeEntrance = defineCommand({
  name: 'removeEntrance',
  input: z.object({ buildingId: idOf('Building'), version, code: code(5) }),
  async run({ input, em, identity, audit, emit }) {
    const { building } = await editableBuilding(em, identity, input);
    const using = { buildingId: building.id, entranceCode: input.code, retiredAt: null };
    building.removeEntrance(input.code, await em.count(Unit, using));
    audit(building, 'building.entrance-removed');
    emit(buildingChanged, building, building.fact());
    return building;
  },
});
