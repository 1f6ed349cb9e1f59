import type { EntityManager } from '@mikro-orm/postgresql';

import {
  type Delivery,
  isDead,
  pauseAfter,
  type QueueDepth,
  reasonOf,
  type Refusal,
} from './transport.js';

/** One delivery taken from the queue, locked until the transaction ends. */
export interface QueuedDelivery extends Delivery {
  position: string;
}

/** An outbox row `o` of the room as the envelope that travels. */
export function envelopeSql(room: string): string {
  return /* sql */ `jsonb_build_object(
    'specversion', '1.0', 'id', o.id, 'type', o.type, 'source', '/rooms/${room}',
    'dataschema', 'urn:propertea:events:' || o.type, 'subject', o.subject, 'sequence', o.sequence,
    'time', to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'correlationid', o.correlation_id, 'causationid', o.causation_id,
    'organizationid', o.organization_id, 'traceparent', o.traceparent, 'data', o.data)`;
}

/** Says which types a room wants to hear of; types no longer wanted are let go. */
export async function bind(em: EntityManager, queue: string, types: string[]): Promise<void> {
  const wanted = `{${types.join(',')}}`;
  await em.execute(`delete from bus.bindings where queue = ? and type <> all (?::text[])`, [
    queue,
    wanted,
  ]);
  await em.execute(
    `insert into bus.bindings (queue, type) select ?, unnest(?::text[]) on conflict do nothing`,
    [queue, wanted],
  );
}

/**
 * Moves a batch of the room's outbox to the queues bound to its types, in the order of writing, and
 * wakes their rooms; what subscriptions tell of goes into the feed as well. Returns how many outbox rows it took.
 */
export async function relayBatch(em: EntityManager, room: string, size: number): Promise<number> {
  const [row] = await em.execute<{ taken: number }[]>(
    /* sql */ `
    with batch as (
      select * from ${room}.outbox where published_at is null order by position limit ? for update skip locked
    ), routed as (
      select b.queue, o.position, ${envelopeSql(room)} as envelope
      from batch o join bus.bindings b on b.type = o.type
    ), delivered as (
      -- Without "returning": it would ask for the right to read what lies in the queues of others.
      insert into bus.deliveries (queue, envelope) select queue, envelope from routed order by position
    ), fed as (
      insert into bus.feed (envelope)
      select ${envelopeSql(room)} from batch o join bus.feed_types using (type) order by o.position
    ), published as (
      update ${room}.outbox o set published_at = now() from batch where o.position = batch.position and o.id = batch.id
    ), woken as (
      select count(pg_notify('bus', queue)) from (select distinct queue from routed) q
    )
    select (select count(*)::int from batch) as taken, (select * from woken) as woken`,
    [size],
  );
  return row?.taken ?? 0;
}

/** The oldest deliveries that are due, locked. */
export async function take(
  em: EntityManager,
  queue: string,
  size: number,
): Promise<QueuedDelivery[]> {
  return em.execute<QueuedDelivery[]>(
    /* sql */ `
    select d.position::text as position, envelope, attempts from bus.deliveries d
    where queue = ? and dead_at is null and available_at <= now()
    -- By the column, which the index has in order: by the text above, each batch would sort the whole queue.
    order by d.position limit ? for update skip locked`,
    [queue, size],
  );
}

export async function acknowledge(
  em: EntityManager,
  deliveries: readonly QueuedDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const positions = `{${deliveries.map(({ position }) => position).join(',')}}`;
  await em.execute(`delete from bus.deliveries where position = any (?::bigint[])`, [positions]);
}

/** Puts a failed delivery back with a growing pause, or among the dead after the last try. */
export async function refuse(
  em: EntityManager,
  delivery: QueuedDelivery,
  { error, isPoison }: Refusal,
): Promise<void> {
  const attempts = delivery.attempts + 1;
  await em.execute(
    /* sql */ `
    update bus.deliveries set attempts = ?, last_error = ?, available_at = now() + make_interval(secs => ?),
      dead_at = case when ? then now() end
    where position = ?`,
    [
      attempts,
      reasonOf(error),
      pauseAfter(attempts),
      isDead(attempts, { isPoison }),
      delivery.position,
    ],
  );
}

/** Whether the queue has a delivery that is not dead, due or waiting. */
export async function isIdle(em: EntityManager, room: string): Promise<boolean> {
  const [row] = await em.execute<{ idle: boolean }[]>(
    `select not exists (select from ${room}.outbox where published_at is null)
        and not exists (select from bus.deliveries where queue = ? and dead_at is null) as idle`,
    [room],
  );
  return row?.idle ?? true;
}

/** What lies in the queue; of each kind up to 100,000 are counted. */
export async function depthOf(em: EntityManager, queue: string): Promise<QueueDepth> {
  const counted = (condition: string) =>
    `(select count(*)::int from (select from bus.deliveries where queue = ? and ${condition} limit 100000) d)`;
  const [row] = await em.execute<QueueDepth[]>(
    `select ${counted('dead_at is null and available_at <= now()')} as ready,
       ${counted('dead_at is null and available_at > now()')} as retry,
       ${counted('dead_at is not null')} as dead`,
    [queue, queue, queue],
  );
  return row ?? { ready: 0, retry: 0, dead: 0 };
}

/** The types to which the room's queue was bound last. */
export async function boundTypes(em: EntityManager, queue: string): Promise<string[]> {
  const rows = await em.execute<{ type: string }[]>(
    `select type from bus.bindings where queue = ?`,
    [queue],
  );
  return rows.map(({ type }) => type);
}
