import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { propertyChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { version } from '../text.js';
import { editableProperty } from './editable-property.js';
import { propertyShape } from './property-facts.js';

/** Changes attributes of a property; what is left out stays. */
export const changeProperty = defineCommand({
  name: 'changeProperty',
  input: z.object({
    propertyId: idOf('Property'),
    version,
    ...z.object(propertyShape).partial().shape,
  }),
  async run({ input: { propertyId, version: seen, ...facts }, em, identity, audit, emit }) {
    const property = await editableProperty(em, identity, { propertyId, version: seen });
    property.change(facts);
    audit(property, 'property.changed');
    emit(propertyChanged, property, property.fact());
    return property;
  },
});
