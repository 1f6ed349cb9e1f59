import type { EntityClass, FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventContract } from '@propertea/kernel';
import type { z } from 'zod';
import type { Aggregate } from '../store/index.js';

/** The state of one aggregate as a fact. */
export interface SnapshotFact {
  id: string;
  organizationId: string | null;
  /** The aggregate's version: consumers keep what is newer. */
  sequence: number;
  data: unknown;
}

/** State that a room owns and can publish anew, so that rooms which came later or lost theirs fill up. */
export interface Snapshot {
  contract: EventContract;
  /** At most `limit` rows whose ids come after `after`, in the order of their ids. */
  rows: (em: EntityManager, after: string | null, limit: number) => Promise<SnapshotFact[]>;
}

/**
 * Declares that the aggregates of an entity are published anew on `npm run events -- resync <room>`, those that
 * `where` chooses. Its table needs `app.allow_snapshots` in a migration.
 */
export function defineSnapshot<Data extends z.ZodType, Entity extends Aggregate>(
  contract: EventContract<Data>,
  entity: EntityClass<Entity>,
  factOf: (aggregate: Entity) => z.input<Data>,
  where: FilterQuery<Entity> = {},
): Snapshot {
  if (!contract.name.endsWith('.snapshot')) {
    throw new Error(`A snapshot is named "aggregate.snapshot", not "${contract.name}".`);
  }
  return {
    contract,
    async rows(em, after, limit) {
      const page = after === null ? where : { $and: [where, { id: { $gt: after } }] };
      const found = await em.find(entity, page as FilterQuery<Entity>, {
        orderBy: { id: 'asc' } as never,
        limit,
      });
      return found.map((aggregate) => ({
        id: aggregate.id,
        organizationId: 'organizationId' in aggregate ? String(aggregate.organizationId) : null,
        sequence: aggregate.version,
        data: factOf(aggregate),
      }));
    },
  };
}
