import type { Transport } from '../messaging/index.js';
import type { RoomBacklog } from '../metrics/room-metrics.js';
import { type Store, workerSession } from '../store/index.js';

/** What a room has before it, as its metrics show it. Rows are counted up to 100,000. */
export async function backlogOf(
  store: Store,
  queue: () => ReturnType<Transport['depth']>,
  now: Date,
): Promise<RoomBacklog> {
  const { room } = store;
  const [[row], depth, pool] = await Promise.all([
    store.transaction(workerSession(room), (em) =>
      em.execute<{ pending: number; oldest: number; overdue: number }[]>(
        /* sql */ `
        select
          (select count(*)::int from (select from ${room}.outbox where published_at is null limit 100000) o) as pending,
          coalesce((select extract(epoch from now() - at)::float8 from ${room}.outbox
            where published_at is null order by position limit 1), 0) as oldest,
          coalesce((select extract(epoch from ?::timestamptz - min(due_at))::float8 from ${room}.schedules
            where due_at <= ?::timestamptz), 0) as overdue`,
        [now, now],
      ),
    ),
    queue().catch(() => undefined),
    store.pool(),
  ]);
  return {
    outbox: { pending: row?.pending ?? 0, oldestSeconds: Math.max(0, row?.oldest ?? 0) },
    queue: depth,
    pool,
    overdueSeconds: row?.overdue ?? 0,
  };
}
