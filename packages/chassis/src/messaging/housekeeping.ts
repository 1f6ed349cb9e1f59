import type { EntityManager } from '@mikro-orm/postgresql';

const BATCH = 1_000;

/** How long the inbox knows what has come; a replay beyond could have its effect twice. */
export const INBOX_DAYS = 35;

/** Whether an event of this time may be given to its room again. */
export function isReplayable(time: Date, now: Date): boolean {
  return now.getTime() - time.getTime() < INBOX_DAYS * 86_400_000;
}

/**
 * Deletes a batch of outbox rows that were published more than 7 days ago and of inbox rows older
 * than 35 days; replay beyond is refused, so nobody needs them. Returns whether more may be left.
 */
export async function discardOld(em: EntityManager, room: string, now: Date): Promise<boolean> {
  const [row] = await em.execute<{ outbox: number; inbox: number }[]>(
    /* sql */ `
    with old_facts as (
      delete from ${room}.outbox where position in (
        select position from ${room}.outbox where published_at < ?::timestamptz - interval '7 days'
        order by published_at limit ? for update skip locked)
      returning 1
    ), old_receipts as (
      delete from ${room}.inbox where (organization_id, event_id) in (
        select organization_id, event_id from ${room}.inbox where at < ?::timestamptz - interval '${INBOX_DAYS} days'
        order by at limit ? for update skip locked)
      returning 1
    )
    select (select count(*)::int from old_facts) as outbox, (select count(*)::int from old_receipts) as inbox`,
    [now, BATCH, now, BATCH],
  );
  return row?.outbox === BATCH || row?.inbox === BATCH;
}
