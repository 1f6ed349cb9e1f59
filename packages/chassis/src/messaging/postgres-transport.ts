import type { EntityManager } from '@mikro-orm/postgresql';

/** Longest pause between two tries, in seconds; the pauses double from one second. */
const MAX_PAUSE_SECONDS = 300;
const MAX_ATTEMPTS = 10;

/** One delivery taken from the queue, locked until the transaction ends. */
export interface Delivery {
  position: string;
  envelope: unknown;
  attempts: number;
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
 * wakes their rooms. Returns how many outbox rows it took.
 */
export async function relayBatch(em: EntityManager, room: string, size: number): Promise<number> {
  const [row] = await em.execute<{ taken: number }[]>(
    /* sql */ `
    with batch as (
      select * from ${room}.outbox where published_at is null order by position limit ? for update skip locked
    ), routed as (
      select b.queue, o.position, jsonb_build_object(
        'specversion', '1.0', 'id', o.id, 'type', o.type, 'source', '/rooms/${room}',
        'dataschema', 'urn:propertea:events:' || o.type, 'subject', o.subject, 'sequence', o.sequence,
        'time', to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'correlationid', o.correlation_id, 'causationid', o.causation_id,
        'organizationid', o.organization_id, 'traceparent', o.traceparent, 'data', o.data) as envelope
      from batch o join bus.bindings b on b.type = o.type
    ), delivered as (
      -- Without "returning": it would ask for the right to read what lies in the queues of others.
      insert into bus.deliveries (queue, envelope) select queue, envelope from routed order by position
    ), published as (
      update ${room}.outbox set published_at = now() where position in (select position from batch)
    ), woken as (
      select count(pg_notify('bus', queue)) from (select distinct queue from routed) q
    )
    select (select count(*)::int from batch) as taken, (select * from woken) as woken`,
    [size],
  );
  return row?.taken ?? 0;
}

/** The oldest delivery that is due, locked; undefined where none is. */
export async function take(em: EntityManager, queue: string): Promise<Delivery | undefined> {
  const [row] = await em.execute<Delivery[]>(
    /* sql */ `
    select position::text as position, envelope, attempts from bus.deliveries
    where queue = ? and dead_at is null and available_at <= now()
    order by position limit 1 for update skip locked`,
    [queue],
  );
  return row;
}

export async function acknowledge(em: EntityManager, delivery: Delivery): Promise<void> {
  await em.execute(`delete from bus.deliveries where position = ?`, [delivery.position]);
}

/** Puts a failed delivery back with a growing pause, or among the dead after the last try. */
export async function refuse(em: EntityManager, delivery: Delivery, reason: string): Promise<void> {
  const attempts = delivery.attempts + 1;
  const pause = Math.min(2 ** delivery.attempts, MAX_PAUSE_SECONDS);
  await em.execute(
    /* sql */ `
    update bus.deliveries set attempts = ?, last_error = ?, available_at = now() + make_interval(secs => ?),
      dead_at = case when ? then now() end
    where position = ?`,
    [
      attempts,
      reason.slice(0, 500).replaceAll('\0', ''),
      pause,
      attempts >= MAX_ATTEMPTS,
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
