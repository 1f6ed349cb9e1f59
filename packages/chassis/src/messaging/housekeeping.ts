import type { EntityManager } from '@mikro-orm/postgresql';

const BATCH = 1_000;

/** How long the inbox knows what has come; a replay beyond could have its effect twice. */
export const INBOX_DAYS = 35;

/** Whether an event of this time may be given to its room again. */
export function isReplayable(time: Date, now: Date): boolean {
  return now.getTime() - time.getTime() < INBOX_DAYS * 86_400_000;
}

/**
 * Makes the partitions of outbox and inbox for the next days, and forgets outbox rows that were published more
 * than 7 days ago and inbox rows older than 35 days: whole days at once, and a batch of what has no day.
 * Rows that were not published are never forgotten. Returns whether more may be left.
 */
export async function keepPartitions(em: EntityManager, room: string, now: Date): Promise<boolean> {
  const [row] = await em.execute<{ deleted: number }[]>(
    `select ${room}.keep_partitions(?, ?) as deleted`,
    [now, BATCH],
  );
  return row?.deleted === BATCH;
}
