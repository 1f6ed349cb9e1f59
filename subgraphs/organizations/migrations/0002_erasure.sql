-- Who accepted: an erased person's invitations are found also where their address changed since.
alter table organizations.invitations add column accepted_by uuid;
create index invitations_accepted_by on organizations.invitations (accepted_by) where accepted_by is not null;

-- An erased person stays as a tombstone without a name, so that a late fact does not bring them back (R50).
alter table organizations.people add column is_erased boolean not null default false;

-- Operators are appointed by a command with a history, as everything is.
alter table organizations.operators rename column user_id to id;
alter table organizations.operators add column version int not null default 1;
alter table organizations.operators add column updated_at timestamptz not null default now();
drop policy access on organizations.operators;
revoke insert, delete on organizations.operators from organizations_system;
create policy access on organizations.operators for select to organizations_system using (true);

-- The invitations to a person in all organizations, by the same means as own_memberships().
create policy definer on organizations.people for select to organizations_owner
  using (user_id = (select app.user_id()));
create policy definer on organizations.invitations for select to organizations_owner
  using (accepted_by = (select app.user_id()) or email = any (array(
    select p.email from organizations.people p where p.user_id = (select app.user_id()) and p.is_email_verified)));
create policy invited on organizations.organizations for select to organizations_owner
  using (id = any (array(select organization_id from organizations.invitations)));
create function organizations.own_invitations() returns table (
  id uuid, organization_id uuid, organization_name text, email text, role text, reach_kind text,
  created_at timestamptz, expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz
) language sql stable security definer set search_path = pg_catalog as $$
  select i.id, i.organization_id, o.name, i.email, i.role, i.reach_kind, i.created_at, i.expires_at, i.accepted_at, i.revoked_at
  from organizations.invitations i join organizations.organizations o on o.id = i.organization_id
  order by i.id
$$;
revoke execute on function organizations.own_invitations() from public;
grant execute on function organizations.own_invitations() to organizations_staff, organizations_person, organizations_operator, organizations_worker;
