create table organizations.organizations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select app.protect('organizations.organizations', 'organization', 'id');

create table organizations.companies (
  id uuid primary key,
  organization_id uuid not null references organizations.organizations (id),
  code text not null check (code ~ '^[A-Z0-9]{1,10}$'),
  name text not null check (length(name) between 1 and 200),
  name_search text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  retired_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (organization_id, id),
  constraint company_code_taken unique (organization_id, code)
);
create index companies_by_name on organizations.companies (organization_id, name, id);
create index companies_by_name_search on organizations.companies (organization_id, name_search);
create index companies_by_age on organizations.companies (organization_id, created_at, id);
select app.protect('organizations.companies', 'organization');

-- Properties as far as grants and the retirement of companies need them; filled by events.
create table organizations.properties (
  id uuid primary key,
  organization_id uuid not null,
  company_id uuid not null,
  is_retired boolean not null,
  sequence int not null
);
create index properties_of_company on organizations.properties (organization_id, company_id);
select app.protect('organizations.properties', 'organization');

create table organizations.members (
  id uuid primary key,
  organization_id uuid not null references organizations.organizations (id),
  user_id uuid not null,
  grants_version int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (organization_id, id),
  constraint already_member unique (organization_id, user_id)
);
create index members_by_age on organizations.members (organization_id, created_at, id);
create index members_of_user on organizations.members (user_id);
select app.protect('organizations.members', 'organization');

create table organizations.grants (
  id uuid primary key,
  organization_id uuid not null,
  member_id uuid not null,
  role text not null,
  reach_kind text not null check (reach_kind in ('organization', 'company', 'property')),
  company_id uuid check ((company_id is null) = (reach_kind = 'organization')),
  property_id uuid check ((property_id is not null) = (reach_kind = 'property')),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (organization_id, member_id) references organizations.members (organization_id, id) on delete cascade,
  foreign key (organization_id, company_id) references organizations.companies (organization_id, id),
  constraint already_granted unique nulls not distinct (organization_id, member_id, role, reach_kind, company_id, property_id)
);
select app.protect('organizations.grants', 'organization');

create table organizations.invitations (
  id uuid primary key,
  organization_id uuid not null references organizations.organizations (id),
  email text not null,
  token_hash text not null,
  role text not null,
  reach_kind text not null check (reach_kind in ('organization', 'company', 'property')),
  company_id uuid,
  property_id uuid,
  invited_by uuid,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (organization_id, company_id) references organizations.companies (organization_id, id)
);
create index invitations_by_age on organizations.invitations (organization_id, created_at, id);
create index invitations_by_token on organizations.invitations (token_hash);
create index invitations_to_email on organizations.invitations (email);
select app.protect('organizations.invitations', 'organization');
-- Whoever holds the token of the link may find its invitation, and nothing else.
create policy bearer on organizations.invitations for select to organizations_staff
  using (token_hash = (select nullif(current_setting('app.token_hash', true), '')));

-- Persons as far as members are searched and invitations checked; filled by events.
create table organizations.people (
  user_id uuid primary key,
  email text not null,
  is_email_verified boolean not null,
  name text not null,
  search text not null,
  sequence int not null
);
select app.protect('organizations.people', 'person');
create policy colleague on organizations.people for select to organizations_staff, organizations_system, organizations_worker
  using (user_id = any (array(select m.user_id from organizations.members m where m.organization_id = (select app.organization_id()))));
grant select on organizations.people to organizations_system;

create table organizations.operators (
  user_id uuid primary key,
  created_at timestamptz not null default now()
);
select app.protect('organizations.operators', 'platform');

-- What every room recorded about this organization; filled by audit.recorded.
create table organizations.audit_log (
  id uuid primary key,
  organization_id uuid not null,
  room text not null,
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
create index audit_log_by_age on organizations.audit_log (organization_id, id);
create index audit_log_by_aggregate on organizations.audit_log (organization_id, aggregate_type, aggregate_id, id);
create index audit_log_by_actor on organizations.audit_log (organization_id, actor_id, id);
select app.protect('organizations.audit_log', 'organization');

-- The gateway asks across organizations what a person may do; nobody else has this persona.
create policy access on organizations.organizations for select to organizations_system using (true);
create policy access on organizations.members for select to organizations_system using (true);
create policy access on organizations.grants for select to organizations_system using (true);
grant select, insert, delete on organizations.operators to organizations_system;
create policy access on organizations.operators to organizations_system using (true) with check (true);

-- A person's own memberships in all organizations, whichever they stand in: a function of the owner,
-- whom these policies show exactly the rows of app.user_id().
create policy definer on organizations.members for select to organizations_owner
  using (user_id = (select app.user_id()));
create policy definer on organizations.organizations for select to organizations_owner
  using (id = any (array(select organization_id from organizations.members)));
create policy definer on organizations.grants for select to organizations_owner
  using (member_id = any (array(select id from organizations.members)));
create function organizations.own_memberships() returns table (
  id uuid, organization_id uuid, user_id uuid, created_at timestamptz, updated_at timestamptz, version int,
  grants_version int, organization_name text, organization_version int, organization_created_at timestamptz, grants jsonb
) language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.organization_id, m.user_id, m.created_at, m.updated_at, m.version, m.grants_version, o.name, o.version, o.created_at,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'reachKind', g.reach_kind,
      'companyId', g.company_id, 'propertyId', g.property_id) order by g.id)
      from organizations.grants g where g.member_id = m.id), '[]')
  from organizations.members m join organizations.organizations o on o.id = m.organization_id
$$;
revoke execute on function organizations.own_memberships() from public;
grant execute on function organizations.own_memberships() to organizations_staff, organizations_person, organizations_operator, organizations_worker;
