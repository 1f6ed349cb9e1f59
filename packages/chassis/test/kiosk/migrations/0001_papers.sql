create table kiosk.papers (
  id uuid primary key,
  organization_id uuid not null,
  code text not null,
  title text not null,
  copies int not null,
  printed_on date,
  sold_at timestamptz,
  facts jsonb,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (organization_id, id),
  constraint paper_code_taken unique (organization_id, code)
);
create index papers_by_title on kiosk.papers (organization_id, title, id);
select app.protect('kiosk.papers', 'organization');

create table kiosk.sightings (
  event_id uuid not null,
  organization_id uuid not null,
  title text not null,
  pid int not null default pg_backend_pid()
);
create index sightings_of_organization on kiosk.sightings (organization_id);
select app.protect('kiosk.sightings', 'organization');
