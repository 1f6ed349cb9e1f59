import { loaderById } from '@propertea/chassis/graph';
import { User } from './user.entity.js';

/** Persons whom the caller may see: themselves and the colleagues of the current organization. */
export const usersById = loaderById<User>(async (context, ids) => {
  const em = await context.em();
  return em.find(User, { id: { $in: ids }, erasedAt: null });
});
