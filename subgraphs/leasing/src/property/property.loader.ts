import { loaderById } from '@propertea/chassis/graph';
import { Property } from './property.entity.js';

/** The copies of properties behind rows that the caller sees already: for their calendar. */
export const propertyCopyById = loaderById<Property>(async (context, ids) => {
  const em = await context.em();
  return em.find(Property, { id: { $in: ids } });
});
