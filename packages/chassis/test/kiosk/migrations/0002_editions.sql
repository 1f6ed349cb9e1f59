create table kiosk.editions (
  organization_id uuid not null,
  key text not null,
  due_at timestamptz not null,
  number int generated always as identity,
  pid int not null default pg_backend_pid()
);
create index editions_of_organization on kiosk.editions (organization_id, key);
select app.protect('kiosk.editions', 'organization');

select app.allow_snapshots('kiosk.papers');
