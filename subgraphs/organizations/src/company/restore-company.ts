import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { companyRestored } from '@propertea/schema/events';
import { z } from 'zod';
import { editableCompany } from './editable-company.js';

export const restoreCompany = defineCommand({
  name: 'restoreCompany',
  input: z.object({ companyId: idOf('Company'), version: z.int() }),
  async run({ input, em, identity, audit, emit }) {
    const company = await editableCompany(em, identity, input);
    company.restore();
    audit(company, 'company.restored');
    emit(companyRestored, company, company.fact());
    return { companyId: company.id };
  },
});
