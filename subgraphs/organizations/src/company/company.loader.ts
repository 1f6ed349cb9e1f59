import { loaderById } from '@propertea/chassis/graph';
import { Company } from './company.entity.js';
import { visibleCompanies } from './company.policy.js';

export const companyById = loaderById<Company>(async (context, ids) => {
  if (!context.identity.organizationId) return [];
  const em = await context.em();
  return em.find(Company, { $and: [visibleCompanies(context.identity), { id: ids }] });
});
