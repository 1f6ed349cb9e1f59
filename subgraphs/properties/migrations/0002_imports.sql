create table properties.imports (
  organization_id uuid not null,
  id uuid not null,
  uploaded_by uuid,
  file_name text not null check (length(file_name) between 1 and 200),
  file_bytes int not null,
  state text not null check (state in ('UPLOADED', 'VALIDATING', 'IMPORTING', 'COMPLETED', 'FAILED')),
  is_dry_run boolean not null default false,
  layout text check (layout in ('DEVELOPMENTS', 'UNITS')),
  titles jsonb,
  rows_total int,
  rows_done int not null default 0,
  rows_accepted int not null default 0,
  rows_unchanged int not null default 0,
  rows_rejected int not null default 0,
  properties_created int not null default 0,
  buildings_created int not null default 0,
  units_created int not null default 0,
  corrections int not null default 0,
  notices int not null default 0,
  failure text,
  requested_at timestamptz,
  finished_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create index imports_by_age on properties.imports (organization_id, created_at, id);
select app.protect('properties.imports', 'organization');

-- What an import says of the rows of its file.
create table properties.import_findings (
  organization_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  position int not null,
  row_number int,
  column_title text,
  severity text not null check (severity in ('ERROR', 'CORRECTION', 'NOTICE')),
  code text not null,
  message text not null,
  value text,
  suggestion text,
  primary key (organization_id, id),
  foreign key (organization_id, import_id) references properties.imports (organization_id, id) on delete cascade
);
create index import_findings_by_position on properties.import_findings (organization_id, import_id, position, id);
create index import_findings_by_severity on properties.import_findings (organization_id, import_id, severity, position, id);
select app.protect('properties.import_findings', 'organization');

-- The cells of rejected rows, to be given back.
create table properties.import_rejections (
  organization_id uuid not null,
  import_id uuid not null,
  row_number int not null,
  cells jsonb not null,
  reasons jsonb not null,
  primary key (organization_id, import_id, row_number),
  foreign key (organization_id, import_id) references properties.imports (organization_id, id) on delete cascade
);
select app.protect('properties.import_rejections', 'organization');

-- Imports that wait or run, in whose name and with which rights; the worker of any process takes them.
create table properties.import_jobs (
  id uuid primary key,
  import_id uuid not null,
  organization_id uuid not null,
  identity jsonb not null,
  request_id text not null,
  traceparent text,
  attempts int not null default 0,
  created_at timestamptz not null default now()
);
create index import_jobs_by_age on properties.import_jobs (created_at, id);
select app.protect('properties.import_jobs', 'platform');
grant insert on properties.import_jobs to properties_staff, properties_system;
create policy enqueue on properties.import_jobs for insert to properties_staff, properties_system
  with check (organization_id = (select app.organization_id()));
