import { feedRoomSql } from './feed.sql.js';

/**
 * What all rooms of one database share: who is asking (schema `app`), the row-level security of a
 * table by its class, and the event transport over Postgres (schema `bus`). Idempotent.
 */
export const PLATFORM_SQL = /* sql */ `
create schema if not exists app;
create schema if not exists bus;
revoke all on schema public from public;
-- Exclusion of overlaps compares ids as well as ranges; a trusted extension, so no superuser is needed.
create extension if not exists btree_gist with schema app;

create or replace function app.organization_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organization_id', true), '')::uuid;
create or replace function app.user_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;

create or replace function app.protect(target regclass, class text, key text default null)
returns void language plpgsql as $protect$
declare
  room text := (select relnamespace::regnamespace::text from pg_class where oid = target);
  rule text;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('comment on table %s is %L', target, 'class: ' || class);
  case class
    when 'organization' then
      rule := format('%I = (select app.organization_id())', coalesce(key, 'organization_id'));
      execute format('grant select, insert, update, delete on %s to %I, %I, %I',
        target, room || '_staff', room || '_system', room || '_worker');
      execute format('create policy organization on %s to %I, %I, %I using (%s) with check (%s)',
        target, room || '_staff', room || '_system', room || '_worker', rule, rule);
    when 'person' then
      rule := format('%I = (select app.user_id())', coalesce(key, 'user_id'));
      execute format('grant select, insert, update, delete on %s to %I, %I, %I, %I',
        target, room || '_staff', room || '_person', room || '_operator', room || '_worker');
      execute format('create policy person on %s to %I, %I, %I, %I using (%s) with check (%s)',
        target, room || '_staff', room || '_person', room || '_operator', room || '_worker', rule, rule);
    when 'public' then
      execute format('grant select on %s to %I, %I, %I, %I, %I', target, room || '_anonymous',
        room || '_staff', room || '_person', room || '_operator', room || '_system');
      execute format('grant select, insert, update, delete on %s to %I', target, room || '_worker');
      execute format('create policy readable on %s for select using (true)', target);
      execute format('create policy worker on %s to %I using (true) with check (true)',
        target, room || '_worker');
    when 'platform' then
      execute format('grant select, insert, update, delete on %s to %I', target, room || '_worker');
      execute format('create policy worker on %s to %I using (true) with check (true)',
        target, room || '_worker');
    else
      raise exception 'Table % names an unknown class "%".', target, class;
  end case;
end
$protect$;

create or replace function app.allow_snapshots(target regclass)
returns void language plpgsql as $allow$
declare
  room text := (select relnamespace::regnamespace::text from pg_class where oid = target);
begin
  execute format('grant select on %s to %I', target, room || '_snapshots');
  execute format('create policy snapshots on %s for select to %I using (true)', target, room || '_snapshots');
end
$allow$;

create table if not exists bus.bindings (
  queue text not null,
  type text not null,
  primary key (type, queue)
);
create table if not exists bus.deliveries (
  position bigint generated always as identity primary key,
  queue text not null,
  envelope jsonb not null,
  attempts int not null default 0,
  available_at timestamptz not null default now(),
  dead_at timestamptz,
  last_error text
);
-- In the order of taking: what is due of a long queue need not be sorted for each batch.
create index if not exists deliveries_in_order on bus.deliveries (queue, position) where dead_at is null;
drop index if exists bus.deliveries_due;
create index if not exists deliveries_dead on bus.deliveries (queue, dead_at) where dead_at is not null;
-- A policy cannot let a row go that its writer may not see afterwards; this does, and nothing else.
create or replace function bus.replay_dead(positions bigint[]) returns int
language sql security definer set search_path = pg_catalog as $replay$
  with replayed as (
    update bus.deliveries set dead_at = null, attempts = 0, available_at = now()
    where dead_at is not null and position = any (positions)
      -- What is older than the inbox could take effect twice. As text: what is no envelope has any time or none,
      -- and no effect.
      and coalesce(envelope->>'time', '9') collate "C" >
        to_char((now() - interval '35 days') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') returning queue
  ), woken as (
    select count(pg_notify('bus', queue)) from (select distinct queue from replayed) q
  )
  select count(*)::int + 0 * (select * from woken)::int from replayed
$replay$;
revoke all on function bus.replay_dead from public;
alter table bus.bindings enable row level security;
alter table bus.bindings force row level security;
alter table bus.deliveries enable row level security;
alter table bus.deliveries force row level security;
`;

/** Roles, schema and rights of one room, and its part of the bus. Idempotent. */
export function roomSql(room: string): string {
  const runtime = RUNTIME_ROLES.map((role) => `${room}_${role}`);
  return /* sql */ `
${[`${room}_owner`, ...runtime].map((role) => createRole(role, 'nologin')).join('\n')}
${createRole(`${room}_login`, 'login noinherit')}
${runtime.map((role) => grantRole(role, `${room}_login`)).join('\n')}
${grantRole(`${room}_owner`, 'current_user')}
create schema if not exists ${room} authorization ${room}_owner;
grant usage on schema ${room}, app to ${runtime.join(', ')};
grant usage on schema app to ${room}_owner;
grant usage on schema bus to ${room}_worker;
grant select, insert, delete on bus.bindings to ${room}_worker;
grant select, insert, update, delete on bus.deliveries to ${room}_worker;
grant usage on all sequences in schema bus to ${room}_worker;
drop policy if exists ${room}_reads on bus.bindings;
create policy ${room}_reads on bus.bindings for select to ${room}_worker using (true);
drop policy if exists ${room}_binds on bus.bindings;
create policy ${room}_binds on bus.bindings to ${room}_worker using (queue = '${room}') with check (queue = '${room}');
drop policy if exists ${room}_publishes on bus.deliveries;
create policy ${room}_publishes on bus.deliveries for insert to ${room}_worker with check (envelope->>'source' = '/rooms/${room}');
drop policy if exists ${room}_consumes on bus.deliveries;
create policy ${room}_consumes on bus.deliveries to ${room}_worker using (queue = '${room}') with check (queue = '${room}');
${feedRoomSql(room)}
${room === DEAD_LETTER_ROOM ? DEAD_LETTER_SQL : ''}`;
}

/** The one room whose operators look after the dead letters of all rooms, and reach nothing that is alive. */
const DEAD_LETTER_ROOM = 'operations';
const DEAD_LETTER_SQL = /* sql */ `
grant usage on schema bus to operations_operator;
grant select, delete on bus.deliveries to operations_operator;
drop policy if exists dead_letters on bus.deliveries;
create policy dead_letters on bus.deliveries for select to operations_operator using (dead_at is not null);
drop policy if exists dead_letters_purged on bus.deliveries;
create policy dead_letters_purged on bus.deliveries for delete to operations_operator using (dead_at is not null);
grant execute on function bus.replay_dead to operations_operator;
`;

/**
 * One role per persona, chosen for each transaction, the worker of relay and consumers, and who publishes
 * the room's state anew.
 */
export const RUNTIME_ROLES = [
  'staff',
  'person',
  'operator',
  'system',
  'anonymous',
  'worker',
  'snapshots',
] as const;

/** Roles belong to the whole server: databases migrated side by side may race for them. */
function createRole(name: string, options: string): string {
  return `do $$ begin create role ${name} ${options}; exception when duplicate_object or unique_violation then null; end $$;`;
}

function grantRole(role: string, member: string): string {
  return `do $$ begin if not pg_has_role(${member === 'current_user' ? 'current_user' : `'${member}'`}, '${role}', 'member') then grant ${role} to ${member}; end if; exception when unique_violation then null; end $$;`;
}

/** The three tables that every room has: its audit trail, what it publishes, what it has consumed. */
export function chassisTablesSql(room: string): string {
  return /* sql */ `
create table ${room}.audit_entries (
  id uuid primary key,
  organization_id uuid,
  user_id uuid,
  aggregate_type text not null,
  aggregate_id uuid not null,
  action text not null,
  at timestamptz not null,
  actor_id uuid,
  persona text not null,
  before jsonb,
  after jsonb,
  reason text,
  request_id text not null
);
create index audit_entries_of_organization on ${room}.audit_entries (organization_id, aggregate_type, aggregate_id, id desc);
create index audit_entries_of_person on ${room}.audit_entries (user_id, id desc) where user_id is not null;
select app.protect('${room}.audit_entries', 'organization');
revoke update, delete on ${room}.audit_entries from ${room}_staff, ${room}_system;
grant select, insert on ${room}.audit_entries to ${room}_person, ${room}_operator;
create policy person on ${room}.audit_entries to ${room}_staff, ${room}_person, ${room}_operator, ${room}_worker
  using (organization_id is null and user_id = (select app.user_id()))
  with check (organization_id is null and user_id = (select app.user_id()));

create table ${room}.outbox (
  position bigint generated always as identity primary key,
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
  published_at timestamptz
);
create index outbox_unpublished on ${room}.outbox (position) where published_at is null;
create index outbox_published on ${room}.outbox (published_at) where published_at is not null;
select app.protect('${room}.outbox', 'platform');
grant insert on ${room}.outbox to ${room}_staff, ${room}_person, ${room}_operator, ${room}_system;
create policy publish on ${room}.outbox for insert to ${room}_staff, ${room}_person, ${room}_operator, ${room}_system
  with check (organization_id is null or organization_id = (select app.organization_id()));

create table ${room}.inbox (
  organization_id uuid not null,
  event_id uuid not null,
  at timestamptz not null default now(),
  primary key (organization_id, event_id)
);
create index inbox_at on ${room}.inbox (at);
select app.protect('${room}.inbox', 'platform');
`;
}
