/**
 * Events that subscriptions of the gateway tell of, kept for a moment. Whoever listens to `bus_feed` is told the
 * id of each transaction that wrote some, in the order of the commits, and reads them by it. A crash of the
 * server empties the feed and cuts every listener. Idempotent.
 */
export const FEED_SQL = /* sql */ `
create table if not exists bus.feed_types (type text primary key);
create unlogged table if not exists bus.feed (
  position bigint generated always as identity primary key,
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  envelope jsonb not null
);
create index if not exists feed_transaction on bus.feed (transaction);
create index if not exists feed_at on bus.feed (at);
create or replace function bus.tell_feed() returns trigger
language plpgsql security definer set search_path = pg_catalog as $tell$
begin
  if exists (select from told) then
    perform pg_notify('bus_feed', pg_current_xact_id()::text);
    delete from bus.feed where position in (
      select position from bus.feed where at < now() - interval '5 minutes'
      order by at limit 1000 for update skip locked);
  end if;
  return null;
end
$tell$;
revoke all on function bus.tell_feed from public;
create or replace trigger tell after insert on bus.feed
  referencing new table as told for each statement execute function bus.tell_feed();
-- Not forced: the owner keeps it short.
alter table bus.feed enable row level security;
`;

/** A room lays its own events there. */
export function feedRoomSql(room: string): string {
  return /* sql */ `
grant select on bus.feed_types to ${room}_worker;
grant insert on bus.feed to ${room}_worker;
drop policy if exists ${room}_publishes on bus.feed;
create policy ${room}_publishes on bus.feed for insert to ${room}_worker with check (envelope->>'source' = '/rooms/${room}');
`;
}
