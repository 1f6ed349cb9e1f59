import { loaderById } from '@propertea/chassis/graph';
import { Company } from './company.entity.js';

/**
 * The copies of companies behind rows that the caller sees already: for their currency. What may be seen
 * of a company itself is decided where it lives.
 */
export const companyCopyById = loaderById<Company>(async (context, ids) => {
  const em = await context.em();
  return em.find(Company, { id: { $in: ids } });
});
