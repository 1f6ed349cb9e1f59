-- Programs that act for an organization, and the keys by which they are known. Of a key only the hash is kept.
create table organizations.api_clients (
  id uuid primary key,
  organization_id uuid not null references organizations.organizations (id),
  name text not null check (length(name) between 1 and 200),
  name_search text not null,
  scopes jsonb not null check (jsonb_typeof(scopes) = 'array'),
  grants jsonb not null check (jsonb_typeof(grants) = 'array'),
  created_by uuid not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (organization_id, id)
);
create index api_clients_by_name on organizations.api_clients (organization_id, name, id);
create index api_clients_by_age on organizations.api_clients (organization_id, created_at, id);
select app.protect('organizations.api_clients', 'organization');

create table organizations.api_keys (
  id uuid primary key,
  organization_id uuid not null,
  api_client_id uuid not null,
  hash text not null,
  last_four text not null check (length(last_four) = 4),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (organization_id, api_client_id) references organizations.api_clients (organization_id, id) on delete cascade
);
create index api_keys_of_client on organizations.api_keys (organization_id, api_client_id);
create index api_keys_by_hash on organizations.api_keys (hash);
select app.protect('organizations.api_keys', 'organization');

-- The gateway asks of each request that brings a key; nobody else has this persona.
create policy access on organizations.api_clients for select to organizations_system using (true);
create policy access on organizations.api_keys for select to organizations_system using (true);
