import { type Connection, personOf, type RoomContext } from '@propertea/chassis/graph';
import { isUuid } from '@propertea/kernel';
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
  created_at: Date;
  version: number;
  organization_name: string;
  organization_version: number;
  organization_created_at: Date;
  grants: OwnMembership['grants'];
}

/** The caller's memberships in all organizations, oldest first, whichever they stand in now. */
export async function ownMemberships(
  context: RoomContext,
  page: { first: number; after: string | null },
): Promise<Connection<OwnMembership>> {
  personOf(context.identity);
  const em = await context.em();
  const after = page.after && isUuid(page.after) ? page.after : null;
  const first = Math.min(Math.max(page.first, 1), 100);
  const rows = await em.execute<Row[]>(
    'select * from organizations.own_memberships() where ?::uuid is null or id > ?::uuid order by id limit ?',
    [after, after, first + 1],
  );
  const nodes = rows.slice(0, first).map(toMembership);
  return {
    nodes,
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
    totalCount: async () => {
      const [count] = await em.execute<{ n: number }[]>(
        'select count(*)::int as n from organizations.own_memberships()',
      );
      return count?.n ?? 0;
    },
  };
}

function toMembership(row: Row): OwnMembership {
  return {
    id: row.id,
    organizationId: row.organization_id,
    userId: row.user_id,
    createdAt: row.created_at,
    version: row.version,
    organization: {
      id: row.organization_id,
      name: row.organization_name,
      version: row.organization_version,
      createdAt: row.organization_created_at,
    },
    grants: row.grants,
  };
}
