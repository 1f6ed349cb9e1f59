import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { buildingCreated } from '@propertea/schema/events';
import { z } from 'zod';
import { editableProperty } from '../property/editable-property.js';
import { buildingShape } from './building-facts.js';
import { Building } from './building.entity.js';

/** A property gets a building. */
export const createBuilding = defineCommand({
  name: 'createBuilding',
  input: z.object({ propertyId: idOf('Property'), ...buildingShape }),
  async run({ input: { propertyId, ...facts }, em, identity, audit, emit }) {
    const property = await editableProperty(em, identity, { propertyId });
    const building = Building.create(property, facts);
    em.persist(building);
    audit(building, 'building.created');
    emit(buildingCreated, building, building.fact());
    return building;
  },
});
