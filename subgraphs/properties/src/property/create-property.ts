import { demand } from '@propertea/chassis/graph';
import { defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { propertyCreated } from '@propertea/schema/events';
import { z } from 'zod';
import { Company } from '../company/company.entity.js';
import { visibleCompanies } from '../company/company.policy.js';
import { PORTFOLIO_WRITERS } from '../reach.js';
import { propertyShape } from './property-facts.js';
import { Property } from './property.entity.js';

/** A company gets a property; it takes the reach of the company or of the organization. */
export const createProperty = defineCommand({
  name: 'createProperty',
  input: z.object({ companyId: idOf('Company'), ...propertyShape }),
  async run({ input: { companyId, ...facts }, em, identity, audit, emit }) {
    const company = await em.findOne(Company, {
      $and: [{ id: companyId }, visibleCompanies(identity)],
    });
    if (!company) throw notFound('Company', 'companyId');
    demand(identity, PORTFOLIO_WRITERS, { companyId });
    const property = Property.create(company, facts);
    em.persist(property);
    audit(property, 'property.created');
    emit(propertyCreated, property, property.fact());
    return property;
  },
});
