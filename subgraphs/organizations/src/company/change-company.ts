import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { companyChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { companyCode, companyName } from './company-input.js';
import { editableCompany } from './editable-company.js';

export const changeCompany = defineCommand({
  name: 'changeCompany',
  input: z.object({
    companyId: idOf('Company'),
    version: z.int(),
    code: companyCode,
    name: companyName,
  }),
  async run({ input, em, identity, audit, emit }) {
    const company = await editableCompany(em, identity, input);
    company.change(input);
    audit(company, 'company.changed');
    emit(companyChanged, company, company.fact());
    return { companyId: company.id };
  },
});
