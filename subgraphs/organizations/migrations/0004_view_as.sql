-- Who sees for an hour what another member sees; what they do with it is to read.
create table organizations.view_as (
  id uuid primary key,
  organization_id uuid not null references organizations.organizations (id),
  viewer_id uuid not null,
  member_id uuid not null,
  reason text check (length(reason) between 1 and 500),
  expires_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (organization_id, member_id) references organizations.members (organization_id, id) on delete cascade
);
create index view_as_of_member on organizations.view_as (organization_id, member_id);
select app.protect('organizations.view_as', 'organization');

-- The gateway asks of each request that names one; nobody else has this persona.
create policy access on organizations.view_as for select to organizations_system using (true);
