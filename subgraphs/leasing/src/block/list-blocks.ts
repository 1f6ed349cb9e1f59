import { nestedConnections } from '../list/nested-connections.js';
import { withinReach } from '../reach.js';
import { Block } from './block.entity.js';

export const blocksByStart = { field: 'startsOn', direction: 'ASC' } as const;

/** The blocks of units that still hold them, or did until they were over. */
export const blocksOfUnit = nestedConnections<Block, null>({
  entity: Block,
  parent: { property: 'unitId', column: 'unit_id' },
  where: (context) => ({ $and: [withinReach(context.identity), { removedAt: null }] }),
});
