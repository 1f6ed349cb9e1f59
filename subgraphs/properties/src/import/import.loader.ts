import { loaderById } from '@propertea/chassis/graph';
import { Import } from './import.entity.js';
import { visibleImports } from './import.policy.js';

export const importById = loaderById<Import>(async (context, ids) => {
  if (!context.identity.organizationId) return [];
  const em = await context.em();
  return em.find(Import, { $and: [visibleImports(context.identity), { id: { $in: ids } }] });
});
