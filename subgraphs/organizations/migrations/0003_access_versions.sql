-- Rises with every change of what a person may do and never falls, also where a membership ends.
create table organizations.access_versions (
  user_id uuid primary key,
  version int not null
);
select app.protect('organizations.access_versions', 'platform');
grant select on organizations.access_versions to organizations_system;
create policy access on organizations.access_versions for select to organizations_system using (true);
create policy definer on organizations.access_versions to organizations_owner using (true) with check (true);

create function organizations.raise_access_version() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into organizations.access_versions as known (user_id, version)
  values (coalesce(new.user_id, old.user_id), 1)
  on conflict (user_id) do update set version = known.version + 1;
  return null;
end
$$;
revoke execute on function organizations.raise_access_version() from public;
create trigger access_version after insert or delete or update of grants_version on organizations.members
  for each row execute function organizations.raise_access_version();

alter table organizations.members no force row level security;
insert into organizations.access_versions (user_id, version)
  select user_id, sum(grants_version + 1)::int from organizations.members group by user_id;
alter table organizations.members force row level security;
