import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { buildingChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { version } from '../text.js';
import { buildingShape } from './building-facts.js';
import { editableBuilding } from './editable-building.js';

/** Changes attributes of a building; what is left out stays. */
export const changeBuilding = defineCommand({
  name: 'changeBuilding',
  input: z.object({
    buildingId: idOf('Building'),
    version,
    ...z.object(buildingShape).partial().shape,
  }),
  async run({ input: { buildingId, version: seen, ...facts }, em, identity, audit, emit }) {
    const { building } = await editableBuilding(em, identity, { buildingId, version: seen });
    building.change(facts);
    audit(building, 'building.changed');
    emit(buildingChanged, building, building.fact());
    return building;
  },
});
