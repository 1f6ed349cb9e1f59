import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { unitCreated } from '@propertea/schema/events';
import { z } from 'zod';
import { placeOf } from './place-of.js';
import { unitShape } from './unit-facts.js';
import { Unit } from './unit.entity.js';

/** A property gets a unit, in one of its buildings or outside of them. */
export const createUnit = defineCommand({
  name: 'createUnit',
  input: z.object({
    propertyId: idOf('Property'),
    buildingId: idOf('Building').nullish(),
    ...unitShape,
  }),
  async run({ input: { propertyId, buildingId = null, ...facts }, em, identity, audit, emit }) {
    const place = await placeOf(em, identity, { propertyId, buildingId });
    const unit = Unit.create(place, facts);
    em.persist(unit);
    audit(unit, 'unit.created');
    emit(unitCreated, unit, unit.fact());
    return unit;
  },
});
