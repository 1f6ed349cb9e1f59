import { asAdmin } from '../store/index.js';

/** How far a room is with publishing one kind of its state anew. */
export interface SnapshotProgress {
  type: string;
  published: number;
  isFinished: boolean;
}

/**
 * Asks a room to publish its state anew, from the beginning; it does so as soon as it runs. Returns the
 * types of events that will come, none where the room owns nothing that others keep copies of.
 */
export async function requestSnapshots(adminUrl: string, room: string): Promise<string[]> {
  return asAdmin(adminUrl, async (client) => {
    const table = `${client.escapeIdentifier(room)}.snapshots`;
    const { rows } = await client.query<{ type: string }>(
      `update ${table} set after = null, published = 0, requested_at = now(), finished_at = null returning type`,
    );
    return rows.map(({ type }) => type).toSorted();
  });
}

/** How far the room is with each of its types. */
export async function snapshotProgress(
  adminUrl: string,
  room: string,
): Promise<SnapshotProgress[]> {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<SnapshotProgress>(
      `select type, published::int as published, finished_at is not null as "isFinished"
       from ${client.escapeIdentifier(room)}.snapshots where requested_at is not null order by type`,
    );
    return rows;
  });
}
