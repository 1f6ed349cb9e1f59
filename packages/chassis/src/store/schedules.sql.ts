/**
 * What a room does at a moment: a row per (organization, name, key), due once at `due_at`. Requests may
 * write a moment and move it; only the worker sees how it went, and takes rows away.
 */
export function schedulesSql(room: string): string {
  const requests = `${room}_staff, ${room}_system`;
  return /* sql */ `
create table ${room}.schedules (
  organization_id uuid not null,
  name text not null,
  key text not null,
  -- To the millisecond, as the code counts: the moment is compared with what was taken.
  due_at timestamptz(3) not null,
  -- When it may be tried next; later than due_at only after a failure.
  available_at timestamptz(3) not null,
  attempts int not null default 0,
  last_error text,
  primary key (organization_id, name, key)
);
create index schedules_due on ${room}.schedules (due_at, organization_id, name, key);
create index schedules_of_name on ${room}.schedules (organization_id, name, due_at, key);
create index schedules_available on ${room}.schedules (available_at);
select app.protect('${room}.schedules', 'platform');
grant select (organization_id, name, key, due_at, available_at), insert, update (due_at, available_at, attempts, last_error)
  on ${room}.schedules to ${requests};
create policy organization on ${room}.schedules to ${requests}
  using (organization_id = (select app.organization_id()))
  with check (organization_id = (select app.organization_id()));
`;
}
