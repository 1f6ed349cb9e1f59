import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type Connection,
  personOf,
  type RoomContext,
  toConnection,
} from '@propertea/chassis/graph';
import { keysetOf, type PageRequest, writeCursor } from '@propertea/chassis/store';
import { Member } from './member.entity.js';
import type { StoredReach } from './grant.entity.js';

/** A membership as the owner's function returns it, with what the caller could not load elsewhere. */
export interface OwnMembership {
  id: string;
  organizationId: string;
  userId: string;
  createdAt: Date;
  version: number;
  organization: { id: string; name: string; version: number; createdAt: Date };
  grants: ({ id: string; role: string } & StoredReach)[];
}

interface Row {
  id: string;
  organization_id: string;
  user_id: string;
  /** What is not read through an entity comes as text. */
  created_at: string;
  version: number;
  organization_name: string;
  organization_version: number;
  organization_created_at: string;
  grants: OwnMembership['grants'];
}

const OLDEST_FIRST = { field: 'id', direction: 'ASC' } as const;

/** The caller's memberships in all organizations, oldest first, whichever they stand in now. */
export async function ownMemberships(
  context: RoomContext,
  page: PageRequest,
): Promise<Connection<OwnMembership>> {
  personOf(context.identity);
  const em = await context.em();
  const { first, after } = keysetOf(em, Member, OLDEST_FIRST, page);
  const rows = await em.execute<Row[]>(
    'select * from organizations.own_memberships() where ?::uuid is null or id > ?::uuid order by id limit ?',
    [after?.id ?? null, after?.id ?? null, first + 1],
  );
  const nodes = rows.slice(0, first).map(toMembership);
  return toConnection({
    edges: nodes.map((node) => ({ cursor: writeCursor(node, OLDEST_FIRST), node })),
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== undefined,
    totalCount: async () => {
      const [count] = await em.execute<{ n: number }[]>(
        'select count(*)::int as n from organizations.own_memberships()',
      );
      return count?.n ?? 0;
    },
  });
}

/** All of them at once, for the person's export. */
export async function everyOwnMembership(em: EntityManager): Promise<OwnMembership[]> {
  const rows = await em.execute<Row[]>('select * from organizations.own_memberships() order by id');
  return rows.map(toMembership);
}

function toMembership(row: Row): OwnMembership {
  return {
    id: row.id,
    organizationId: row.organization_id,
    userId: row.user_id,
    createdAt: new Date(row.created_at),
    version: row.version,
    organization: {
      id: row.organization_id,
      name: row.organization_name,
      version: row.organization_version,
      createdAt: new Date(row.organization_created_at),
    },
    grants: row.grants,
  };
}
