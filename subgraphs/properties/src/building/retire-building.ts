import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { buildingRetired } from '@propertea/schema/events';
import { z } from 'zod';
import { reason, version } from '../text.js';
import { Unit } from '../unit/unit.entity.js';
import { editableBuilding } from './editable-building.js';

/** Takes a building out of the portfolio. R49: not while units live in it. */
export const retireBuilding = defineCommand({
  name: 'retireBuilding',
  input: z.object({ buildingId: idOf('Building'), version, reason }),
  async run({ input, em, identity, now, audit, emit }) {
    const { building } = await editableBuilding(em, identity, input);
    const units = await em.count(Unit, { buildingId: building.id, retiredAt: null });
    building.retire(now, { units });
    audit(building, 'building.retired', { reason: input.reason ?? null });
    emit(buildingRetired, building, building.fact());
    return building;
  },
});
