create table identity.users (
  id uuid primary key,
  email text not null,
  email_key text not null,
  is_email_verified boolean not null,
  name text not null,
  locale text not null,
  time_zone text not null,
  erased_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- An address that nobody has verified proves nothing, so it neither takes one away nor keeps its owner out.
create unique index users_email on identity.users (email_key) where is_email_verified and erased_at is null;
create index users_email_unverified on identity.users (email_key);
select app.protect('identity.users', 'person', 'id');
revoke insert, update, delete on identity.users from identity_staff, identity_person, identity_operator;
-- What somebody says about themselves; that an address is theirs, only an issuer can say.
grant update (name, locale, time_zone, version, updated_at) on identity.users to identity_person;
-- The first sign-in finds or makes the person before anybody is known to act.
create policy worker on identity.users to identity_worker using (true) with check (true);

-- Copy of another room's members, kept by member.added and member.removed: who may see whose name.
create table identity.memberships (
  organization_id uuid not null,
  user_id uuid not null,
  member_id uuid not null,
  is_removed boolean not null,
  sequence int not null,
  primary key (organization_id, user_id)
);
create index memberships_of_user on identity.memberships (user_id);
select app.protect('identity.memberships', 'organization');
revoke insert, update, delete on identity.memberships from identity_staff, identity_system;
create policy worker_reads on identity.memberships for select to identity_worker using (true);
create policy worker_erases on identity.memberships for delete to identity_worker using (true);

create policy colleague on identity.users for select to identity_staff
  using (id = any (array(
    select user_id from identity.memberships
    where organization_id = (select app.organization_id()) and not is_removed)));

-- Which sign-in of which issuer is whose.
create table identity.sign_ins (
  issuer text not null,
  subject text not null,
  user_id uuid not null references identity.users (id),
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index sign_ins_of_user on identity.sign_ins (user_id);
select app.protect('identity.sign_ins', 'platform');

-- Sign-ins of erased persons for as long as a token of theirs may live, so that it revives nobody.
create table identity.erased_sign_ins (
  hash text primary key,
  erased_at timestamptz not null
);
select app.protect('identity.erased_sign_ins', 'platform');
