import { loaderById } from '@propertea/chassis/graph';
import { hasOffice, withinReach } from '../reach.js';
import { Block } from './block.entity.js';

export const blockById = loaderById<Block>(async (context, ids) => {
  const { identity } = context;
  if (!hasOffice(identity)) return [];
  const em = await context.em();
  return em.find(Block, { $and: [{ id: { $in: ids } }, withinReach(identity)] });
});
