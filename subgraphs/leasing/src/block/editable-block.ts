import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { demand } from '@propertea/chassis/graph';
import { assertVersion, notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { LEASE_WRITERS, withinReach } from '../reach.js';
import { Block } from './block.entity.js';

/**
 * The block that a command is about, locked until the transaction ends. NOT_FOUND outside of reach, FORBIDDEN for
 * who may only read, CONFLICT where `version` is another.
 */
export async function editableBlock(
  em: EntityManager,
  identity: Identity,
  { blockId, version }: { blockId: string; version: number },
): Promise<Block> {
  const where = { $and: [{ id: blockId }, withinReach(identity)] };
  const block = await em.findOne(Block, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!block) throw notFound('Block', 'blockId');
  const { companyId, propertyId } = block;
  demand(identity, LEASE_WRITERS, { companyId, propertyId });
  assertVersion(block, version);
  return block;
}
