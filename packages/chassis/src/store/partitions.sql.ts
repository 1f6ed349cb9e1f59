/** Days that outbox and inbox keep what is done with. */
const KEPT = { outbox: 7, inbox: 35 };

/**
 * Outbox and inbox in a partition for each day. The day is that of the event's id, a UUIDv7: what comes twice
 * has one id and so one partition, whose primary key knows it. Ids of another kind or of a day without a partition are in the default
 * one. Nobody has rights on a partition; the parents' policies hold.
 */
export function partitionsSql(room: string): string {
  const requests = `${room}_staff, ${room}_person, ${room}_operator, ${room}_system`;
  return /* sql */ `
-- The owner is bound by the policies as well and would move no row.
alter table ${room}.outbox no force row level security;
alter table ${room}.inbox no force row level security;
alter table ${room}.outbox rename to outbox_before;
alter table ${room}.inbox rename to inbox_before;
alter table ${room}.outbox_before drop constraint outbox_pkey;
alter table ${room}.inbox_before drop constraint inbox_pkey;
alter sequence ${room}.outbox_position_seq rename to outbox_before_position_seq;
drop index ${room}.outbox_unpublished, ${room}.outbox_published, ${room}.inbox_at;

create table ${room}.outbox (
  position bigint generated always as identity,
  id uuid not null,
  organization_id uuid,
  type text not null,
  subject text not null,
  sequence int not null,
  at timestamptz not null,
  correlation_id text not null,
  causation_id text,
  traceparent text,
  data jsonb not null,
  published_at timestamptz,
  primary key (position, id)
) partition by range (id);
create index outbox_unpublished on ${room}.outbox (position) where published_at is null;
create table ${room}.outbox_default partition of ${room}.outbox default;
create index outbox_default_published on ${room}.outbox_default (published_at) where published_at is not null;

create table ${room}.inbox (
  organization_id uuid not null,
  event_id uuid not null,
  at timestamptz not null default now(),
  primary key (organization_id, event_id)
) partition by range (event_id);
create table ${room}.inbox_default partition of ${room}.inbox default;
create index inbox_default_at on ${room}.inbox_default (at);

insert into ${room}.outbox overriding system value
  select position, id, organization_id, type, subject, sequence, at, correlation_id, causation_id, traceparent, data, published_at
  from ${room}.outbox_before;
select setval('${room}.outbox_position_seq', greatest(last_value, 1), is_called) from ${room}.outbox_before_position_seq;
insert into ${room}.inbox select organization_id, event_id, at from ${room}.inbox_before;
drop table ${room}.outbox_before, ${room}.inbox_before;

alter table ${room}.outbox_default enable row level security;
alter table ${room}.inbox_default enable row level security;
select app.protect('${room}.outbox', 'platform');
select app.protect('${room}.inbox', 'platform');
grant insert on ${room}.outbox to ${requests}, ${room}_snapshots;
create policy publish on ${room}.outbox for insert to ${requests}
  with check (organization_id is null or organization_id = (select app.organization_id()));
create policy snapshots on ${room}.outbox for insert to ${room}_snapshots with check (type like '%.snapshot.v%');

-- The least UUIDv7 of a day.
create function ${room}.first_id(day date) returns uuid language sql immutable set search_path = pg_catalog
return (lpad(to_hex((extract(epoch from day::timestamp at time zone 'UTC') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

-- Makes the partitions of the next days and drops those that nobody needs, as their owner, whom the worker is not.
-- What cannot be locked at once is left for the next time: until then facts go to the default partition.
-- Returns how many rows it deleted of the default partitions, at most "most" of each.
create function ${room}.keep_partitions(clock timestamptz, most int) returns int
language plpgsql security definer set search_path = pg_catalog set lock_timeout = '500ms' as $keep$
declare
  today date := (now() at time zone 'UTC')::date;
  -- A clock that jumps ahead must not make us forget what has come.
  safe timestamptz := least(clock, now());
  kept record;
  day date;
  part text;
  is_needed boolean;
  deleted int;
  total int := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('${room}.keep_partitions')) then return 0; end if;
  for kept in select * from (values
    ('outbox', 'id', 'published_at', interval '${KEPT.outbox} days'),
    ('inbox', 'event_id', 'at', interval '${KEPT.inbox} days')) k (name, key, done, age)
  loop
    for ahead in 0..2 loop
      day := today + ahead;
      part := kept.name || to_char(day, '_YYYYMMDD');
      continue when to_regclass(format('${room}.%I', part)) is not null;
      begin
        execute format('create table ${room}.%I (like ${room}.%I including defaults)', part, kept.name);
        execute format('alter table ${room}.%I enable row level security', part);
        execute format('lock table ${room}.%I, ${room}.%I in access exclusive mode', kept.name, kept.name || '_default');
        execute format('with moved as (delete from ${room}.%I where %I >= $1 and %I < $2 returning *)
          insert into ${room}.%I select * from moved', kept.name || '_default', kept.key, kept.key, part)
          using ${room}.first_id(day), ${room}.first_id(day + 1);
        execute format('alter table ${room}.%I attach partition ${room}.%I for values from (%L) to (%L)',
          kept.name, part, ${room}.first_id(day), ${room}.first_id(day + 1));
      exception when lock_not_available or deadlock_detected then null;
      end;
    end loop;

    for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = format('${room}.%I', kept.name)::regclass and c.relname ~ '_[0-9]{8}$'
      and (to_date(right(c.relname, 8), 'YYYYMMDD') + 1)::timestamp at time zone 'UTC' <= safe - kept.age
      order by 1
    loop
      begin
        execute format('lock table ${room}.%I in access exclusive mode', kept.name);
        execute format('select exists (select from ${room}.%I where %I is null or %I > $1)', part, kept.done, kept.done)
          using safe - kept.age into is_needed;
        if not is_needed then execute format('drop table ${room}.%I', part); end if;
      exception when lock_not_available or deadlock_detected then null;
      end;
    end loop;

    execute format('delete from ${room}.%I where ctid in (
      select ctid from ${room}.%I where %I < $1 order by %I limit $2 for update skip locked)',
      kept.name || '_default', kept.name || '_default', kept.done, kept.done) using safe - kept.age, most;
    get diagnostics deleted = row_count;
    total := greatest(total, deleted);
  end loop;
  return total;
end
$keep$;
revoke all on function ${room}.keep_partitions, ${room}.first_id from public;
grant execute on function ${room}.keep_partitions to ${room}_worker;
select ${room}.keep_partitions(now(), 0);
`;
}
