-- Persons and their addresses, as facts of identity say: only the worker reads them, to find whose account a party has.
create table leasing.people (
  user_id uuid primary key,
  email text not null,
  is_email_verified boolean not null,
  sequence int not null,
  is_erased boolean not null default false
);
create index people_by_email on leasing.people (email) where is_email_verified;
select app.protect('leasing.people', 'platform');

-- The worker that follows a fact about a person finds what is theirs, in whichever organization.
create index lease_parties_without_account on leasing.lease_parties (email) where email is not null and user_id is null;
create policy of_person on leasing.lease_parties for select to leasing_worker using (
  user_id = (select app.user_id())
  or email = (select email from leasing.people where user_id = (select app.user_id()) and is_email_verified));
