import { demand, organizationOf } from '@propertea/chassis/graph';
import { defineCommand } from '@propertea/chassis/store';
import { currencyCode } from '@propertea/kernel';
import { companyCreated } from '@propertea/schema/events';
import { z } from 'zod';
import { Company } from './company.entity.js';
import { companyCode, companyName } from './company-input.js';
import { COMPANY_EDITORS } from './company.policy.js';

export const createCompany = defineCommand({
  name: 'createCompany',
  input: z.object({ code: companyCode, name: companyName, currency: currencyCode }),
  async run({ input, em, identity, audit, emit }) {
    const organizationId = organizationOf(identity);
    demand(identity, COMPANY_EDITORS);
    const company = Company.create(organizationId, input);
    em.persist(company);
    audit(company, 'company.created');
    emit(companyCreated, company, company.fact());
    return { companyId: company.id };
  },
});
