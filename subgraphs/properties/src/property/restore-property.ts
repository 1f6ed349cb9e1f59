import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { propertyRestored } from '@propertea/schema/events';
import { z } from 'zod';
import { Company } from '../company/company.entity.js';
import { code, version } from '../text.js';
import { editableProperty } from './editable-property.js';

/** Brings a retired property back, under another code where its own was taken in the meantime. */
export const restoreProperty = defineCommand({
  name: 'restoreProperty',
  input: z.object({ propertyId: idOf('Property'), version, code: code(10).nullish() }),
  async run({ input, em, identity, audit, emit }) {
    const property = await editableProperty(em, identity, input);
    const company = await em.findOneOrFail(Company, { id: property.companyId });
    property.restore(company, input.code);
    audit(property, 'property.restored');
    emit(propertyRestored, property, property.fact());
    return property;
  },
});
