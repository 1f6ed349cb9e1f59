import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { companyRetired } from '@propertea/schema/events';
import { z } from 'zod';
import { reason } from '../text.js';
import { OwnedProperty } from './owned-property.entity.js';
import { editableCompany } from './editable-company.js';

/** R49: a company with live properties stays; the answer says how many. */
export const retireCompany = defineCommand({
  name: 'retireCompany',
  input: z.object({ companyId: idOf('Company'), version: z.int(), reason }),
  async run({ input, em, identity, now, audit, emit }) {
    const company = await editableCompany(em, identity, input);
    const properties = await em.count(OwnedProperty, {
      organizationId: company.organizationId,
      companyId: company.id,
      isRetired: false,
    });
    if (properties > 0) {
      const message = `The company still has ${properties} ${properties === 1 ? 'property' : 'properties'}. Retire them first.`;
      throw new DomainError('HAS_CHILDREN', message, { path: ['input', 'companyId'] });
    }
    company.retire(now);
    audit(company, 'company.retired', { reason: input.reason });
    emit(companyRetired, company, company.fact());
    return { companyId: company.id };
  },
});
